package io.github.frameiokit.client;

import io.github.frameiokit.client.model.Asset;
import io.github.frameiokit.client.model.CopiedFile;
import io.github.frameiokit.client.model.File;
import io.github.frameiokit.client.model.UploadStatus;
import io.github.frameiokit.client.request.AssetQuery;
import io.github.frameiokit.client.request.CopyComments;
import io.github.frameiokit.client.request.Destination;
import io.github.frameiokit.client.request.FileBatch;
import io.github.frameiokit.client.request.FileDraft;
import io.github.frameiokit.client.request.FileImport;
import io.github.frameiokit.client.request.FileUpdate;
import io.github.frameiokit.client.request.LocalUploadDraft;
import io.github.frameiokit.client.request.RemoteUploadDraft;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files and their uploads. Each method throws a {@link FrameioApiException} if Frame.io rejects the call or doesn't
 * answer.
 */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface FilesApi {

    /**
     * Lists the files in a folder. At most 5 calls per second.
     *
     * @param accountId the account
     * @param folderId the folder
     * @return the first page; iterating over it fetches the following pages
     */
    default Page<Asset> list(String accountId, String folderId) {
        return list(accountId, folderId, new AssetQuery());
    }

    /**
     * Lists the files in a folder. At most 5 calls per second.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param query what to list, and in which order
     * @return the first page; iterating over it fetches the following pages
     */
    @GET
    @Path("/v4/accounts/{account_id}/folders/{folder_id}/files")
    Page<Asset> list(
            @PathParam("account_id") String accountId,
            @PathParam("folder_id") String folderId,
            @BeanParam AssetQuery query);

    /**
     * Returns one file. At most 10 calls per second.
     *
     * @param accountId the account
     * @param fileId the file
     * @return the file
     */
    default File show(String accountId, String fileId) {
        return show(accountId, fileId, null);
    }

    /**
     * Returns one file. At most 10 calls per second.
     *
     * @param accountId the account
     * @param fileId the file
     * @param include what else the answer includes, from {@link io.github.frameiokit.client.request.Include#of}; null
     *     for nothing more
     * @return the file
     */
    @GET
    @Path("/v4/accounts/{account_id}/files/{file_id}")
    File show(
            @PathParam("account_id") String accountId,
            @PathParam("file_id") String fileId,
            @QueryParam("include") @Nullable String include);

    /**
     * Returns the status of a file's upload. At most 5 calls per second.
     *
     * @param accountId the account
     * @param fileId the file
     * @return the status
     */
    @GET
    @Path("/v4/accounts/{account_id}/files/{file_id}/status")
    UploadStatus showFileUploadStatus(@PathParam("account_id") String accountId, @PathParam("file_id") String fileId);

    /**
     * Creates a file whose parts the app then uploads to the URLs in the answer. {@link FrameioClient#upload} does
     * both. At most 5 calls per second.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param draft what to create
     * @return the new file
     */
    @POST
    @Path("/v4/accounts/{account_id}/folders/{folder_id}/files/local_upload")
    File createLocalUpload(
            @PathParam("account_id") String accountId, @PathParam("folder_id") String folderId, LocalUploadDraft draft);

    /**
     * Creates a file that Frame.io fetches. {@link #showFileUploadStatus} shows when it has arrived. At most 5 calls
     * per second.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param draft what to create
     * @return the new file
     */
    @POST
    @Path("/v4/accounts/{account_id}/folders/{folder_id}/files/remote_upload")
    File createRemoteUpload(
            @PathParam("account_id") String accountId,
            @PathParam("folder_id") String folderId,
            RemoteUploadDraft draft);

    /**
     * Creates a file with an operation that Frame.io has deprecated. Use {@link #createLocalUpload} or
     * {@link #createRemoteUpload} instead. At most 5 calls per second.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param draft what to create
     * @return the new file
     * @deprecated by Frame.io; use {@link #createLocalUpload} or {@link #createRemoteUpload}
     */
    @Deprecated
    @POST
    @Path("/v4/accounts/{account_id}/folders/{folder_id}/files")
    File create(@PathParam("account_id") String accountId, @PathParam("folder_id") String folderId, FileDraft draft);

    /**
     * Imports a file from an account's own storage. At most 5 calls per second.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param draft what to create
     * @return the new file
     */
    @POST
    @Path("/v4/accounts/{account_id}/folders/{folder_id}/files/import")
    File importFile(
            @PathParam("account_id") String accountId, @PathParam("folder_id") String folderId, FileImport draft);

    /**
     * Changes a file. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param fileId the file
     * @param update what to change
     * @return the updated file
     */
    @PATCH
    @Path("/v4/accounts/{account_id}/files/{file_id}")
    File update(@PathParam("account_id") String accountId, @PathParam("file_id") String fileId, FileUpdate update);

    /**
     * Deletes a file. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param fileId the file
     */
    @DELETE
    @Path("/v4/accounts/{account_id}/files/{file_id}")
    void delete(@PathParam("account_id") String accountId, @PathParam("file_id") String fileId);

    /**
     * Copies a file. At most 100 calls per minute.
     *
     * <p>The copy is placed in the same folder.
     *
     * @param accountId the account
     * @param fileId the file
     * @return the copy
     */
    default File copy(String accountId, String fileId) {
        return copy(accountId, fileId, Destination.unchanged());
    }

    /**
     * Copies a file. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param fileId the file
     * @param destination the target folder, or {@link Destination#unchanged} for the current one
     * @return the copy
     */
    default File copy(String accountId, String fileId, Destination destination) {
        return copy(accountId, fileId, destination, null, null);
    }

    /**
     * Copies a file. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param fileId the file
     * @param destination the target folder, or {@link Destination#unchanged} for the current one
     * @param copyMetadata whether to copy metadata as well; null for Frame.io's default
     * @param copyComments which comments to copy as well; null for Frame.io's default
     * @return the copy
     */
    @POST
    @Path("/v4/accounts/{account_id}/files/{file_id}/copy")
    File copy(
            @PathParam("account_id") String accountId,
            @PathParam("file_id") String fileId,
            Destination destination,
            @QueryParam("copy_metadata") @Nullable Boolean copyMetadata,
            @QueryParam("copy_comments") @Nullable CopyComments copyComments);

    /**
     * Moves a file. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param fileId the file
     * @param destination the target folder
     * @return the moved file
     */
    @PATCH
    @Path("/v4/accounts/{account_id}/files/{file_id}/move")
    File move(@PathParam("account_id") String accountId, @PathParam("file_id") String fileId, Destination destination);

    /**
     * Copies up to 100 files. At most 60 calls per minute.
     *
     * @param accountId the account
     * @param files the files, and the target folder
     * @return the copies
     */
    default List<CopiedFile> bulkCopy(String accountId, FileBatch files) {
        return bulkCopy(accountId, files, null, null);
    }

    /**
     * Copies up to 100 files. At most 60 calls per minute.
     *
     * @param accountId the account
     * @param files the files, and the target folder
     * @param copyMetadata whether to copy metadata as well; null for Frame.io's default
     * @param copyComments which comments to copy as well; null for Frame.io's default
     * @return the copies
     */
    @POST
    @Path("/v4/accounts/{account_id}/files/copy")
    List<CopiedFile> bulkCopy(
            @PathParam("account_id") String accountId,
            FileBatch files,
            @QueryParam("copy_metadata") @Nullable Boolean copyMetadata,
            @QueryParam("copy_comments") @Nullable CopyComments copyComments);

    /**
     * Moves up to 100 files. At most 60 calls per minute.
     *
     * @param accountId the account
     * @param files the files, and the target folder
     * @return the moved files
     */
    @PATCH
    @Path("/v4/accounts/{account_id}/files/move")
    List<File> bulkMove(@PathParam("account_id") String accountId, FileBatch files);
}
