package io.github.frameiokit.client;

import io.github.frameiokit.client.model.Asset;
import io.github.frameiokit.client.model.CopiedFolder;
import io.github.frameiokit.client.model.Folder;
import io.github.frameiokit.client.request.AssetQuery;
import io.github.frameiokit.client.request.CopyComments;
import io.github.frameiokit.client.request.Destination;
import io.github.frameiokit.client.request.FolderBatch;
import io.github.frameiokit.client.request.FolderDraft;
import io.github.frameiokit.client.request.FolderUpdate;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Folders and what lies in them. Each method throws a {@link FrameioApiException} if Frame.io rejects the call or
 * doesn't answer.
 */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface FoldersApi {

    /**
     * Lists everything in a folder. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param folderId the folder
     * @return the first page; iterating over it fetches the following pages
     */
    default Page<Asset> index(String accountId, String folderId) {
        return index(accountId, folderId, null, new AssetQuery());
    }

    /**
     * Lists everything in a folder. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param query what to list, and in which order
     * @return the first page; iterating over it fetches the following pages
     */
    default Page<Asset> index(String accountId, String folderId, AssetQuery query) {
        return index(accountId, folderId, null, query);
    }

    /**
     * Lists everything in a folder. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param types the types of asset to list, such as {@code file,version_stack}; null for all
     * @param query what to list, and in which order
     * @return the first page; iterating over it fetches the following pages
     */
    @GET
    @Path("/v4/accounts/{account_id}/folders/{folder_id}/children")
    Page<Asset> index(
            @PathParam("account_id") String accountId,
            @PathParam("folder_id") String folderId,
            @QueryParam("type") @Nullable String types,
            @BeanParam AssetQuery query);

    /**
     * Lists the folders in a folder. At most 5 calls per second.
     *
     * @param accountId the account
     * @param folderId the folder
     * @return the first page; iterating over it fetches the following pages
     */
    default Page<Folder> list(String accountId, String folderId) {
        return list(accountId, folderId, new AssetQuery());
    }

    /**
     * Lists the folders in a folder. At most 5 calls per second.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param query what to list, and in which order
     * @return the first page; iterating over it fetches the following pages
     */
    @GET
    @Path("/v4/accounts/{account_id}/folders/{folder_id}/folders")
    Page<Folder> list(
            @PathParam("account_id") String accountId,
            @PathParam("folder_id") String folderId,
            @BeanParam AssetQuery query);

    /**
     * Returns one folder. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param folderId the folder
     * @return the folder
     */
    default Folder show(String accountId, String folderId) {
        return show(accountId, folderId, null);
    }

    /**
     * Returns one folder. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param include what else the answer includes, from {@link io.github.frameiokit.client.request.Include#of}; null
     *     for nothing more
     * @return the folder
     */
    @GET
    @Path("/v4/accounts/{account_id}/folders/{folder_id}")
    Folder show(
            @PathParam("account_id") String accountId,
            @PathParam("folder_id") String folderId,
            @QueryParam("include") @Nullable String include);

    /**
     * Creates a folder in a folder. At most 3 calls per second.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param draft what to create
     * @return the new folder
     */
    @POST
    @Path("/v4/accounts/{account_id}/folders/{folder_id}/folders")
    Folder create(
            @PathParam("account_id") String accountId, @PathParam("folder_id") String folderId, FolderDraft draft);

    /**
     * Changes a folder. At most 10 calls per minute.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param update what to change
     * @return the updated folder
     */
    @PATCH
    @Path("/v4/accounts/{account_id}/folders/{folder_id}")
    Folder update(
            @PathParam("account_id") String accountId, @PathParam("folder_id") String folderId, FolderUpdate update);

    /**
     * Deletes a folder and everything in it. At most 60 calls per minute.
     *
     * @param accountId the account
     * @param folderId the folder
     */
    @DELETE
    @Path("/v4/accounts/{account_id}/folders/{folder_id}")
    void delete(@PathParam("account_id") String accountId, @PathParam("folder_id") String folderId);

    /**
     * Copies a folder and everything in it. Frame.io copies a large folder in the background. At most 10 calls per
     * minute.
     *
     * <p>The copy is placed in the same folder.
     *
     * @param accountId the account
     * @param folderId the folder
     * @return the copy; empty if Frame.io copies the folder in the background
     */
    default Optional<Folder> copy(String accountId, String folderId) {
        return copy(accountId, folderId, Destination.unchanged());
    }

    /**
     * Copies a folder and everything in it. Frame.io copies a large folder in the background. At most 10 calls per
     * minute.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param destination the target folder, or {@link Destination#unchanged} for the current one
     * @return the copy; empty if Frame.io copies the folder in the background
     */
    default Optional<Folder> copy(String accountId, String folderId, Destination destination) {
        return copy(accountId, folderId, destination, null);
    }

    /**
     * Copies a folder and everything in it. Frame.io copies a large folder in the background. At most 10 calls per
     * minute.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param destination the target folder, or {@link Destination#unchanged} for the current one
     * @param copyMetadata whether to copy metadata as well; null for Frame.io's default
     * @return the copy; empty if Frame.io copies the folder in the background
     */
    @POST
    @Path("/v4/accounts/{account_id}/folders/{folder_id}/copy")
    Optional<Folder> copy(
            @PathParam("account_id") String accountId,
            @PathParam("folder_id") String folderId,
            Destination destination,
            @QueryParam("copy_metadata") @Nullable Boolean copyMetadata);

    /**
     * Moves a folder. At most 10 calls per minute.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param destination the target folder
     * @return the moved folder
     */
    @PATCH
    @Path("/v4/accounts/{account_id}/folders/{folder_id}/move")
    Folder move(
            @PathParam("account_id") String accountId,
            @PathParam("folder_id") String folderId,
            Destination destination);

    /**
     * Copies up to 100 folders. Frame.io copies large folders in the background. At most 10 calls per minute.
     *
     * @param accountId the account
     * @param folders the folders, and the target folder
     * @return the copies; empty if Frame.io copies the folders in the background
     */
    default List<CopiedFolder> bulkCopy(String accountId, FolderBatch folders) {
        return bulkCopy(accountId, folders, null, null);
    }

    /**
     * Copies up to 100 folders. Frame.io copies large folders in the background. At most 10 calls per minute.
     *
     * @param accountId the account
     * @param folders the folders, and the target folder
     * @param copyMetadata whether to copy metadata as well; null for Frame.io's default
     * @param copyComments which comments to copy as well; null for Frame.io's default
     * @return the copies; empty if Frame.io copies the folders in the background
     */
    @POST
    @Path("/v4/accounts/{account_id}/folders/copy")
    List<CopiedFolder> bulkCopy(
            @PathParam("account_id") String accountId,
            FolderBatch folders,
            @QueryParam("copy_metadata") @Nullable Boolean copyMetadata,
            @QueryParam("copy_comments") @Nullable CopyComments copyComments);

    /**
     * Moves up to 100 folders. At most 10 calls per minute.
     *
     * @param accountId the account
     * @param folders the folders, and the target folder
     * @return the moved folders
     */
    @PATCH
    @Path("/v4/accounts/{account_id}/folders/move")
    List<Folder> bulkMove(@PathParam("account_id") String accountId, FolderBatch folders);
}
