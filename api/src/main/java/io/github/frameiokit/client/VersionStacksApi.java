package io.github.frameiokit.client;

import io.github.frameiokit.client.model.Asset;
import io.github.frameiokit.client.model.VersionStack;
import io.github.frameiokit.client.request.AssetQuery;
import io.github.frameiokit.client.request.Destination;
import io.github.frameiokit.client.request.VersionStackDraft;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Version stacks. Each method throws a {@link FrameioApiException} if Frame.io rejects the call or doesn't answer. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface VersionStacksApi {

    /**
     * Lists the version stacks in a folder. At most 5 calls per second.
     *
     * @param accountId the account
     * @param folderId the folder
     * @return the first page; iterating over it fetches the following pages
     */
    default Page<VersionStack> list(String accountId, String folderId) {
        return list(accountId, folderId, new AssetQuery());
    }

    /**
     * Lists the version stacks in a folder. At most 5 calls per second.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param query what to list, and in which order
     * @return the first page; iterating over it fetches the following pages
     */
    @GET
    @Path("/v4/accounts/{account_id}/folders/{folder_id}/version_stacks")
    Page<VersionStack> list(
            @PathParam("account_id") String accountId,
            @PathParam("folder_id") String folderId,
            @BeanParam AssetQuery query);

    /**
     * Lists the versions in a stack. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param versionStackId the version stack
     * @return the first page; iterating over it fetches the following pages
     */
    default Page<Asset> index(String accountId, String versionStackId) {
        return index(accountId, versionStackId, new AssetQuery());
    }

    /**
     * Lists the versions in a stack. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param versionStackId the version stack
     * @param query what to list, and in which order
     * @return the first page; iterating over it fetches the following pages
     */
    @GET
    @Path("/v4/accounts/{account_id}/version_stacks/{version_stack_id}/children")
    Page<Asset> index(
            @PathParam("account_id") String accountId,
            @PathParam("version_stack_id") String versionStackId,
            @BeanParam AssetQuery query);

    /**
     * Returns one version stack. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param versionStackId the version stack
     * @return the version stack
     */
    default VersionStack show(String accountId, String versionStackId) {
        return show(accountId, versionStackId, null);
    }

    /**
     * Returns one version stack. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param versionStackId the version stack
     * @param include what else the answer includes, from {@link io.github.frameiokit.client.request.Include#of}; null
     *     for nothing more
     * @return the version stack
     */
    @GET
    @Path("/v4/accounts/{account_id}/version_stacks/{version_stack_id}")
    VersionStack show(
            @PathParam("account_id") String accountId,
            @PathParam("version_stack_id") String versionStackId,
            @QueryParam("include") @Nullable String include);

    /**
     * Creates a version stack from files of a folder. At most 10 calls per minute.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param draft what to create
     * @return the new version stack
     */
    @POST
    @Path("/v4/accounts/{account_id}/folders/{folder_id}/version_stacks")
    VersionStack create(
            @PathParam("account_id") String accountId,
            @PathParam("folder_id") String folderId,
            VersionStackDraft draft);

    /**
     * Copies a version stack. At most 10 calls per minute.
     *
     * <p>The copy is placed in the same folder.
     *
     * @param accountId the account
     * @param versionStackId the version stack
     * @return the copy
     */
    default VersionStack copy(String accountId, String versionStackId) {
        return copy(accountId, versionStackId, Destination.unchanged());
    }

    /**
     * Copies a version stack. At most 10 calls per minute.
     *
     * @param accountId the account
     * @param versionStackId the version stack
     * @param destination the target folder, or {@link Destination#unchanged} for the current one
     * @return the copy
     */
    default VersionStack copy(String accountId, String versionStackId, Destination destination) {
        return copy(accountId, versionStackId, destination, null);
    }

    /**
     * Copies a version stack. At most 10 calls per minute.
     *
     * @param accountId the account
     * @param versionStackId the version stack
     * @param destination the target folder, or {@link Destination#unchanged} for the current one
     * @param copyMetadata whether to copy metadata as well; null for Frame.io's default
     * @return the copy
     */
    @POST
    @Path("/v4/accounts/{account_id}/version_stacks/{version_stack_id}/copy")
    VersionStack copy(
            @PathParam("account_id") String accountId,
            @PathParam("version_stack_id") String versionStackId,
            Destination destination,
            @QueryParam("copy_metadata") @Nullable Boolean copyMetadata);

    /**
     * Moves a version stack. At most 10 calls per minute.
     *
     * @param accountId the account
     * @param versionStackId the version stack
     * @param destination the target folder
     * @return the moved version stack
     */
    @PATCH
    @Path("/v4/accounts/{account_id}/version_stacks/{version_stack_id}/move")
    VersionStack move(
            @PathParam("account_id") String accountId,
            @PathParam("version_stack_id") String versionStackId,
            Destination destination);
}
