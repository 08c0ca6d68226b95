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

/** Files: finding, making, moving, and their uploads. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface FilesApi {

    /**
     * The files in a folder. At most 5 calls a second.
     *
     * @param accountId the account
     * @param folderId the folder
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default Page<Asset> list(String accountId, String folderId) {
        return list(accountId, folderId, new AssetQuery());
    }

    /**
     * The files in a folder. At most 5 calls a second.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param query which, and in which order
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @GET
    @Path("/v4/accounts/{account_id}/folders/{folder_id}/files")
    Page<Asset> list(
            @PathParam("account_id") String accountId,
            @PathParam("folder_id") String folderId,
            @BeanParam AssetQuery query);

    /**
     * One file. At most 10 calls a second.
     *
     * @param accountId the account
     * @param fileId the file
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default File show(String accountId, String fileId) {
        return show(accountId, fileId, null);
    }

    /**
     * One file. At most 10 calls a second.
     *
     * @param accountId the account
     * @param fileId the file
     * @param include what else to put into the answer, see {@link io.github.frameiokit.client.request.Include#of}; null
     *     for nothing
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @GET
    @Path("/v4/accounts/{account_id}/files/{file_id}")
    File show(
            @PathParam("account_id") String accountId,
            @PathParam("file_id") String fileId,
            @QueryParam("include") String include);

    /**
     * How far the upload of a file is. At most 5 calls a second.
     *
     * @param accountId the account
     * @param fileId the file
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @GET
    @Path("/v4/accounts/{account_id}/files/{file_id}/status")
    UploadStatus showFileUploadStatus(@PathParam("account_id") String accountId, @PathParam("file_id") String fileId);

    /**
     * Makes a file that the app uploads in parts to the answer's upload URLs; {@link FrameioClient#upload} does both.
     * At most 5 calls a second.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param draft what to make
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @POST
    @Path("/v4/accounts/{account_id}/folders/{folder_id}/files/local_upload")
    File createLocalUpload(
            @PathParam("account_id") String accountId, @PathParam("folder_id") String folderId, LocalUploadDraft draft);

    /**
     * Makes a file that Frame.io fetches; {@link #showFileUploadStatus} tells when it is there. At most 5 calls a
     * second.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param draft what to make
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @POST
    @Path("/v4/accounts/{account_id}/folders/{folder_id}/files/remote_upload")
    File createRemoteUpload(
            @PathParam("account_id") String accountId,
            @PathParam("folder_id") String folderId,
            RemoteUploadDraft draft);

    /**
     * Makes a file the way that Frame.io has deprecated; use {@link #createLocalUpload} or {@link #createRemoteUpload}.
     * At most 5 calls a second.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param draft what to make
     * @return what Frame.io holds now
     * @deprecated by Frame.io; {@link #createLocalUpload} and {@link #createRemoteUpload} are what it offers instead
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @Deprecated
    @POST
    @Path("/v4/accounts/{account_id}/folders/{folder_id}/files")
    File create(@PathParam("account_id") String accountId, @PathParam("folder_id") String folderId, FileDraft draft);

    /**
     * Imports a file from an account's own storage. At most 5 calls a second.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param draft what to make
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @POST
    @Path("/v4/accounts/{account_id}/folders/{folder_id}/files/import")
    File importFile(
            @PathParam("account_id") String accountId, @PathParam("folder_id") String folderId, FileImport draft);

    /**
     * Changes a file. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param fileId the file
     * @param update what to change
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @PATCH
    @Path("/v4/accounts/{account_id}/files/{file_id}")
    File update(@PathParam("account_id") String accountId, @PathParam("file_id") String fileId, FileUpdate update);

    /**
     * Deletes a file. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param fileId the file
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @DELETE
    @Path("/v4/accounts/{account_id}/files/{file_id}")
    void delete(@PathParam("account_id") String accountId, @PathParam("file_id") String fileId);

    /**
     * Copies a file. At most 100 calls a minute.
     *
     * <p>The copy is put beside it.
     *
     * @param accountId the account
     * @param fileId the file
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default File copy(String accountId, String fileId) {
        return copy(accountId, fileId, Destination.unchanged());
    }

    /**
     * Copies a file. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param fileId the file
     * @param destination the folder it goes to, {@link Destination#unchanged} for the one it is in
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default File copy(String accountId, String fileId, Destination destination) {
        return copy(accountId, fileId, destination, null, null);
    }

    /**
     * Copies a file. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param fileId the file
     * @param destination the folder it goes to, {@link Destination#unchanged} for the one it is in
     * @param copyMetadata whether metadata are copied as well; null for Frame.io's default
     * @param copyComments which comments are copied as well; null for Frame.io's default
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @POST
    @Path("/v4/accounts/{account_id}/files/{file_id}/copy")
    File copy(
            @PathParam("account_id") String accountId,
            @PathParam("file_id") String fileId,
            Destination destination,
            @QueryParam("copy_metadata") Boolean copyMetadata,
            @QueryParam("copy_comments") CopyComments copyComments);

    /**
     * Moves a file. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param fileId the file
     * @param destination the folder it goes to
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @PATCH
    @Path("/v4/accounts/{account_id}/files/{file_id}/move")
    File move(@PathParam("account_id") String accountId, @PathParam("file_id") String fileId, Destination destination);

    /**
     * Copies up to 100 files. At most 60 calls a minute.
     *
     * @param accountId the account
     * @param files the files, and where they go
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default List<CopiedFile> bulkCopy(String accountId, FileBatch files) {
        return bulkCopy(accountId, files, null, null);
    }

    /**
     * Copies up to 100 files. At most 60 calls a minute.
     *
     * @param accountId the account
     * @param files the files, and where they go
     * @param copyMetadata whether metadata are copied as well; null for Frame.io's default
     * @param copyComments which comments are copied as well; null for Frame.io's default
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @POST
    @Path("/v4/accounts/{account_id}/files/copy")
    List<CopiedFile> bulkCopy(
            @PathParam("account_id") String accountId,
            FileBatch files,
            @QueryParam("copy_metadata") Boolean copyMetadata,
            @QueryParam("copy_comments") CopyComments copyComments);

    /**
     * Moves up to 100 files. At most 60 calls a minute.
     *
     * @param accountId the account
     * @param files the files, and where they go
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @PATCH
    @Path("/v4/accounts/{account_id}/files/move")
    List<File> bulkMove(@PathParam("account_id") String accountId, FileBatch files);
}
