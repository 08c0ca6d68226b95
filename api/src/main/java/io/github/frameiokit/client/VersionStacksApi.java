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

/** Stacks of versions. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface VersionStacksApi {

    /**
     * The version stacks in a folder. At most 5 calls a second.
     *
     * @param accountId the account
     * @param folderId the folder
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default Page<VersionStack> list(String accountId, String folderId) {
        return list(accountId, folderId, new AssetQuery());
    }

    /**
     * The version stacks in a folder. At most 5 calls a second.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param query which, and in which order
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @GET
    @Path("/v4/accounts/{account_id}/folders/{folder_id}/version_stacks")
    Page<VersionStack> list(
            @PathParam("account_id") String accountId,
            @PathParam("folder_id") String folderId,
            @BeanParam AssetQuery query);

    /**
     * The versions in a stack. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param versionStackId the version stack
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default Page<Asset> index(String accountId, String versionStackId) {
        return index(accountId, versionStackId, new AssetQuery());
    }

    /**
     * The versions in a stack. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param versionStackId the version stack
     * @param query which, and in which order
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @GET
    @Path("/v4/accounts/{account_id}/version_stacks/{version_stack_id}/children")
    Page<Asset> index(
            @PathParam("account_id") String accountId,
            @PathParam("version_stack_id") String versionStackId,
            @BeanParam AssetQuery query);

    /**
     * One version stack. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param versionStackId the version stack
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default VersionStack show(String accountId, String versionStackId) {
        return show(accountId, versionStackId, null);
    }

    /**
     * One version stack. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param versionStackId the version stack
     * @param include what else to put into the answer, see {@link io.github.frameiokit.client.request.Include#of}; null
     *     for nothing
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @GET
    @Path("/v4/accounts/{account_id}/version_stacks/{version_stack_id}")
    VersionStack show(
            @PathParam("account_id") String accountId,
            @PathParam("version_stack_id") String versionStackId,
            @QueryParam("include") String include);

    /**
     * Stacks files of a folder as versions of one. At most 10 calls a minute.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param draft what to make
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @POST
    @Path("/v4/accounts/{account_id}/folders/{folder_id}/version_stacks")
    VersionStack create(
            @PathParam("account_id") String accountId,
            @PathParam("folder_id") String folderId,
            VersionStackDraft draft);

    /**
     * Copies a version stack. At most 10 calls a minute.
     *
     * <p>The copy is put beside it.
     *
     * @param accountId the account
     * @param versionStackId the version stack
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default VersionStack copy(String accountId, String versionStackId) {
        return copy(accountId, versionStackId, Destination.unchanged());
    }

    /**
     * Copies a version stack. At most 10 calls a minute.
     *
     * @param accountId the account
     * @param versionStackId the version stack
     * @param destination the folder it goes to, {@link Destination#unchanged} for the one it is in
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default VersionStack copy(String accountId, String versionStackId, Destination destination) {
        return copy(accountId, versionStackId, destination, null);
    }

    /**
     * Copies a version stack. At most 10 calls a minute.
     *
     * @param accountId the account
     * @param versionStackId the version stack
     * @param destination the folder it goes to, {@link Destination#unchanged} for the one it is in
     * @param copyMetadata whether metadata are copied as well; null for Frame.io's default
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @POST
    @Path("/v4/accounts/{account_id}/version_stacks/{version_stack_id}/copy")
    VersionStack copy(
            @PathParam("account_id") String accountId,
            @PathParam("version_stack_id") String versionStackId,
            Destination destination,
            @QueryParam("copy_metadata") Boolean copyMetadata);

    /**
     * Moves a version stack. At most 10 calls a minute.
     *
     * @param accountId the account
     * @param versionStackId the version stack
     * @param destination the folder it goes to
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @PATCH
    @Path("/v4/accounts/{account_id}/version_stacks/{version_stack_id}/move")
    VersionStack move(
            @PathParam("account_id") String accountId,
            @PathParam("version_stack_id") String versionStackId,
            Destination destination);
}
