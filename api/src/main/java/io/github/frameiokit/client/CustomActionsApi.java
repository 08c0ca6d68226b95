package io.github.frameiokit.client;

import io.github.frameiokit.client.model.CustomAction;
import io.github.frameiokit.client.request.CustomActionDraft;
import io.github.frameiokit.client.request.CustomActionQuery;
import io.github.frameiokit.client.request.CustomActionUpdate;
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
import org.jspecify.annotations.Nullable;

/**
 * The custom actions of a workspace. Each method throws a {@link FrameioApiException} if Frame.io rejects the call or
 * doesn't answer.
 */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface CustomActionsApi {

    /**
     * Lists the custom actions of a workspace. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param workspaceId the workspace
     * @return the first page; iterating over it fetches the following pages
     */
    default Page<CustomAction> index(String accountId, String workspaceId) {
        return index(accountId, workspaceId, new CustomActionQuery());
    }

    /**
     * Lists the custom actions of a workspace. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param workspaceId the workspace
     * @param query what to list, and in which order
     * @return the first page; iterating over it fetches the following pages
     */
    @GET
    @Path("/v4/accounts/{account_id}/workspaces/{workspace_id}/actions")
    Page<CustomAction> index(
            @PathParam("account_id") String accountId,
            @PathParam("workspace_id") String workspaceId,
            @BeanParam CustomActionQuery query);

    /**
     * Returns one custom action. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param actionId the custom action
     * @return the custom action
     */
    default CustomAction show(String accountId, String actionId) {
        return show(accountId, actionId, null);
    }

    /**
     * Returns one custom action. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param actionId the custom action
     * @param include what else the answer includes, from {@link io.github.frameiokit.client.request.Include#of}; null
     *     for nothing more
     * @return the custom action
     */
    @GET
    @Path("/v4/accounts/{account_id}/actions/{action_id}")
    CustomAction show(
            @PathParam("account_id") String accountId,
            @PathParam("action_id") String actionId,
            @QueryParam("include") @Nullable String include);

    /**
     * Creates a custom action. Only this call returns its secret. At most 10 calls per minute.
     *
     * @param accountId the account
     * @param workspaceId the workspace
     * @param draft what to create
     * @return the new custom action
     */
    @POST
    @Path("/v4/accounts/{account_id}/workspaces/{workspace_id}/actions")
    CustomAction create(
            @PathParam("account_id") String accountId,
            @PathParam("workspace_id") String workspaceId,
            CustomActionDraft draft);

    /**
     * Changes a custom action. At most 10 calls per minute.
     *
     * @param accountId the account
     * @param actionId the custom action
     * @param update what to change
     * @return the updated custom action
     */
    @PATCH
    @Path("/v4/accounts/{account_id}/actions/{action_id}")
    CustomAction update(
            @PathParam("account_id") String accountId,
            @PathParam("action_id") String actionId,
            CustomActionUpdate update);

    /**
     * Deletes a custom action. At most 60 calls per minute.
     *
     * @param accountId the account
     * @param actionId the custom action
     */
    @DELETE
    @Path("/v4/accounts/{account_id}/actions/{action_id}")
    void delete(@PathParam("account_id") String accountId, @PathParam("action_id") String actionId);
}
