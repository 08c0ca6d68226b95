package io.github.frameiokit.client;

import io.github.frameiokit.client.model.Asset;
import io.github.frameiokit.client.model.Share;
import io.github.frameiokit.client.model.ShareActivity;
import io.github.frameiokit.client.model.User;
import io.github.frameiokit.client.request.AssetQuery;
import io.github.frameiokit.client.request.ReviewerInvitation;
import io.github.frameiokit.client.request.ReviewerQuery;
import io.github.frameiokit.client.request.ReviewerRemoval;
import io.github.frameiokit.client.request.ShareActivityQuery;
import io.github.frameiokit.client.request.ShareAsset;
import io.github.frameiokit.client.request.ShareDraft;
import io.github.frameiokit.client.request.ShareQuery;
import io.github.frameiokit.client.request.ShareUpdate;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * The shares of a project, their assets and reviewers. Each method throws a {@link FrameioApiException} if Frame.io
 * rejects the call or doesn't answer.
 */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface SharesApi {

    /**
     * Lists the shares of a project. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param projectId the project
     * @return the first page; iterating over it fetches the following pages
     */
    default Page<Share> index(String accountId, String projectId) {
        return index(accountId, projectId, new ShareQuery());
    }

    /**
     * Lists the shares of a project. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param projectId the project
     * @param query what to list, and in which order
     * @return the first page; iterating over it fetches the following pages
     */
    @GET
    @Path("/v4/accounts/{account_id}/projects/{project_id}/shares")
    Page<Share> index(
            @PathParam("account_id") String accountId,
            @PathParam("project_id") String projectId,
            @BeanParam ShareQuery query);

    /**
     * Returns one share. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param shareId the share
     * @return the share
     */
    @GET
    @Path("/v4/accounts/{account_id}/shares/{share_id}")
    Share show(@PathParam("account_id") String accountId, @PathParam("share_id") String shareId);

    /**
     * Creates a share. At most 10 calls per minute.
     *
     * @param accountId the account
     * @param projectId the project
     * @param draft what to create
     * @return the new share
     */
    @POST
    @Path("/v4/accounts/{account_id}/projects/{project_id}/shares")
    Share create(
            @PathParam("account_id") String accountId, @PathParam("project_id") String projectId, ShareDraft draft);

    /**
     * Changes a share. At most 10 calls per minute.
     *
     * @param accountId the account
     * @param shareId the share
     * @param update what to change
     * @return the updated share
     */
    @PATCH
    @Path("/v4/accounts/{account_id}/shares/{share_id}")
    Share update(@PathParam("account_id") String accountId, @PathParam("share_id") String shareId, ShareUpdate update);

    /**
     * Deletes a share. At most 60 calls per minute.
     *
     * @param accountId the account
     * @param shareId the share
     */
    @DELETE
    @Path("/v4/accounts/{account_id}/shares/{share_id}")
    void delete(@PathParam("account_id") String accountId, @PathParam("share_id") String shareId);

    /**
     * Lists what visitors did in a share. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param shareId the share
     * @return the first page; iterating over it fetches the following pages
     */
    default Page<ShareActivity> listActivities(String accountId, String shareId) {
        return listActivities(accountId, shareId, new ShareActivityQuery());
    }

    /**
     * Lists what visitors did in a share. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param shareId the share
     * @param query what to list, and in which order
     * @return the first page; iterating over it fetches the following pages
     */
    @GET
    @Path("/v4/accounts/{account_id}/shares/{share_id}/activities")
    Page<ShareActivity> listActivities(
            @PathParam("account_id") String accountId,
            @PathParam("share_id") String shareId,
            @BeanParam ShareActivityQuery query);

    /**
     * Lists the assets of a share. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param shareId the share
     * @return the first page; iterating over it fetches the following pages
     */
    default Page<Asset> listAssets(String accountId, String shareId) {
        return listAssets(accountId, shareId, new AssetQuery());
    }

    /**
     * Lists the assets of a share. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param shareId the share
     * @param query what to list, and in which order
     * @return the first page; iterating over it fetches the following pages
     */
    @GET
    @Path("/v4/accounts/{account_id}/shares/{share_id}/assets")
    Page<Asset> listAssets(
            @PathParam("account_id") String accountId,
            @PathParam("share_id") String shareId,
            @BeanParam AssetQuery query);

    /**
     * Adds an asset to a share. At most 10 calls per minute.
     *
     * @param accountId the account
     * @param shareId the share
     * @param asset the asset to add
     * @return the share
     */
    @POST
    @Path("/v4/accounts/{account_id}/shares/{share_id}/assets")
    Share addAsset(@PathParam("account_id") String accountId, @PathParam("share_id") String shareId, ShareAsset asset);

    /**
     * Removes an asset from a share. At most 10 calls per minute.
     *
     * @param accountId the account
     * @param shareId the share
     * @param assetId the asset
     * @return the share
     */
    @DELETE
    @Path("/v4/accounts/{account_id}/shares/{share_id}/assets/{asset_id}")
    Share removeAsset(
            @PathParam("account_id") String accountId,
            @PathParam("share_id") String shareId,
            @PathParam("asset_id") String assetId);

    /**
     * Lists the reviewers of a share. Frame.io returns a single page. At most 10 calls per minute.
     *
     * @param accountId the account
     * @param shareId the share
     * @return the first page; iterating over it fetches the following pages
     */
    default Page<User> listReviewers(String accountId, String shareId) {
        return listReviewers(accountId, shareId, new ReviewerQuery());
    }

    /**
     * Lists the reviewers of a share. Frame.io returns a single page. At most 10 calls per minute.
     *
     * @param accountId the account
     * @param shareId the share
     * @param query what to list, and in which order
     * @return the first page; iterating over it fetches the following pages
     */
    @GET
    @Path("/v4/accounts/{account_id}/shares/{share_id}/reviewers")
    Page<User> listReviewers(
            @PathParam("account_id") String accountId,
            @PathParam("share_id") String shareId,
            @BeanParam ReviewerQuery query);

    /**
     * Invites reviewers to a share. At most 10 calls per minute.
     *
     * @param accountId the account
     * @param shareId the share
     * @param invitation the reviewers, and the text of the invitation
     */
    @POST
    @Path("/v4/accounts/{account_id}/shares/{share_id}/reviewers")
    void addReviewers(
            @PathParam("account_id") String accountId,
            @PathParam("share_id") String shareId,
            ReviewerInvitation invitation);

    /**
     * Removes reviewers from a share. At most 10 calls per minute.
     *
     * @param accountId the account
     * @param shareId the share
     * @param removal the reviewers to remove
     */
    @DELETE
    @Path("/v4/accounts/{account_id}/shares/{share_id}/reviewers")
    void removeReviewers(
            @PathParam("account_id") String accountId, @PathParam("share_id") String shareId, ReviewerRemoval removal);
}
