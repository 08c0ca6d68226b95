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

/** Folders and what lies in them. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface FoldersApi {

    /**
     * All that lies in a folder. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param folderId the folder
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default Page<Asset> index(String accountId, String folderId) {
        return index(accountId, folderId, null, new AssetQuery());
    }

    /**
     * All that lies in a folder. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param query which, and in which order
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default Page<Asset> index(String accountId, String folderId, AssetQuery query) {
        return index(accountId, folderId, null, query);
    }

    /**
     * All that lies in a folder. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param types only assets of these types, such as {@code file,version_stack}; null for all
     * @param query which, and in which order
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @GET
    @Path("/v4/accounts/{account_id}/folders/{folder_id}/children")
    Page<Asset> index(
            @PathParam("account_id") String accountId,
            @PathParam("folder_id") String folderId,
            @QueryParam("type") String types,
            @BeanParam AssetQuery query);

    /**
     * The folders in a folder. At most 5 calls a second.
     *
     * @param accountId the account
     * @param folderId the folder
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default Page<Folder> list(String accountId, String folderId) {
        return list(accountId, folderId, new AssetQuery());
    }

    /**
     * The folders in a folder. At most 5 calls a second.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param query which, and in which order
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @GET
    @Path("/v4/accounts/{account_id}/folders/{folder_id}/folders")
    Page<Folder> list(
            @PathParam("account_id") String accountId,
            @PathParam("folder_id") String folderId,
            @BeanParam AssetQuery query);

    /**
     * One folder. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param folderId the folder
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default Folder show(String accountId, String folderId) {
        return show(accountId, folderId, null);
    }

    /**
     * One folder. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param include what else to put into the answer, see {@link io.github.frameiokit.client.request.Include#of}; null
     *     for nothing
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @GET
    @Path("/v4/accounts/{account_id}/folders/{folder_id}")
    Folder show(
            @PathParam("account_id") String accountId,
            @PathParam("folder_id") String folderId,
            @QueryParam("include") String include);

    /**
     * Makes a folder in a folder. At most 3 calls a second.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param draft what to make
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @POST
    @Path("/v4/accounts/{account_id}/folders/{folder_id}/folders")
    Folder create(
            @PathParam("account_id") String accountId, @PathParam("folder_id") String folderId, FolderDraft draft);

    /**
     * Changes a folder. At most 10 calls a minute.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param update what to change
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @PATCH
    @Path("/v4/accounts/{account_id}/folders/{folder_id}")
    Folder update(
            @PathParam("account_id") String accountId, @PathParam("folder_id") String folderId, FolderUpdate update);

    /**
     * Deletes a folder with all that lies in it. At most 60 calls a minute.
     *
     * @param accountId the account
     * @param folderId the folder
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @DELETE
    @Path("/v4/accounts/{account_id}/folders/{folder_id}")
    void delete(@PathParam("account_id") String accountId, @PathParam("folder_id") String folderId);

    /**
     * Copies a folder with all that lies in it. A large one is copied after the answer, which then is empty. At most 10
     * calls a minute.
     *
     * <p>The copy is put beside it.
     *
     * @param accountId the account
     * @param folderId the folder
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default Optional<Folder> copy(String accountId, String folderId) {
        return copy(accountId, folderId, Destination.unchanged());
    }

    /**
     * Copies a folder with all that lies in it. A large one is copied after the answer, which then is empty. At most 10
     * calls a minute.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param destination the folder it goes to, {@link Destination#unchanged} for the one it is in
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default Optional<Folder> copy(String accountId, String folderId, Destination destination) {
        return copy(accountId, folderId, destination, null);
    }

    /**
     * Copies a folder with all that lies in it. A large one is copied after the answer, which then is empty. At most 10
     * calls a minute.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param destination the folder it goes to, {@link Destination#unchanged} for the one it is in
     * @param copyMetadata whether metadata are copied as well; null for Frame.io's default
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @POST
    @Path("/v4/accounts/{account_id}/folders/{folder_id}/copy")
    Optional<Folder> copy(
            @PathParam("account_id") String accountId,
            @PathParam("folder_id") String folderId,
            Destination destination,
            @QueryParam("copy_metadata") Boolean copyMetadata);

    /**
     * Moves a folder. At most 10 calls a minute.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param destination the folder it goes to
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @PATCH
    @Path("/v4/accounts/{account_id}/folders/{folder_id}/move")
    Folder move(
            @PathParam("account_id") String accountId,
            @PathParam("folder_id") String folderId,
            Destination destination);

    /**
     * Copies up to 100 folders. Large ones are copied after the answer, which then is empty. At most 10 calls a minute.
     *
     * @param accountId the account
     * @param folders the folders, and where they go
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default List<CopiedFolder> bulkCopy(String accountId, FolderBatch folders) {
        return bulkCopy(accountId, folders, null, null);
    }

    /**
     * Copies up to 100 folders. Large ones are copied after the answer, which then is empty. At most 10 calls a minute.
     *
     * @param accountId the account
     * @param folders the folders, and where they go
     * @param copyMetadata whether metadata are copied as well; null for Frame.io's default
     * @param copyComments which comments are copied as well; null for Frame.io's default
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @POST
    @Path("/v4/accounts/{account_id}/folders/copy")
    List<CopiedFolder> bulkCopy(
            @PathParam("account_id") String accountId,
            FolderBatch folders,
            @QueryParam("copy_metadata") Boolean copyMetadata,
            @QueryParam("copy_comments") CopyComments copyComments);

    /**
     * Moves up to 100 folders. At most 10 calls a minute.
     *
     * @param accountId the account
     * @param folders the folders, and where they go
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @PATCH
    @Path("/v4/accounts/{account_id}/folders/move")
    List<Folder> bulkMove(@PathParam("account_id") String accountId, FolderBatch folders);
}
