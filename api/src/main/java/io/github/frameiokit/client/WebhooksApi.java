package io.github.frameiokit.client;

import io.github.frameiokit.client.model.WebhookSubscription;
import io.github.frameiokit.client.request.WebhookDraft;
import io.github.frameiokit.client.request.WebhookQuery;
import io.github.frameiokit.client.request.WebhookUpdate;
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

/** The webhooks of a workspace. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface WebhooksApi {

    /**
     * The webhooks of a workspace. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param workspaceId the workspace
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default Page<WebhookSubscription> index(String accountId, String workspaceId) {
        return index(accountId, workspaceId, new WebhookQuery());
    }

    /**
     * The webhooks of a workspace. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param workspaceId the workspace
     * @param query which, and in which order
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @GET
    @Path("/v4/accounts/{account_id}/workspaces/{workspace_id}/webhooks")
    Page<WebhookSubscription> index(
            @PathParam("account_id") String accountId,
            @PathParam("workspace_id") String workspaceId,
            @BeanParam WebhookQuery query);

    /**
     * One webhook. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param webhookId the webhook
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default WebhookSubscription show(String accountId, String webhookId) {
        return show(accountId, webhookId, null);
    }

    /**
     * One webhook. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param webhookId the webhook
     * @param include what else to put into the answer, see {@link io.github.frameiokit.client.request.Include#of}; null
     *     for nothing
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @GET
    @Path("/v4/accounts/{account_id}/webhooks/{webhook_id}")
    WebhookSubscription show(
            @PathParam("account_id") String accountId,
            @PathParam("webhook_id") String webhookId,
            @QueryParam("include") String include);

    /**
     * Makes a webhook. Only this answer has its secret. At most 10 calls a minute.
     *
     * @param accountId the account
     * @param workspaceId the workspace
     * @param draft what to make
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @POST
    @Path("/v4/accounts/{account_id}/workspaces/{workspace_id}/webhooks")
    WebhookSubscription create(
            @PathParam("account_id") String accountId,
            @PathParam("workspace_id") String workspaceId,
            WebhookDraft draft);

    /**
     * Changes a webhook. At most 10 calls a minute.
     *
     * @param accountId the account
     * @param webhookId the webhook
     * @param update what to change
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @PATCH
    @Path("/v4/accounts/{account_id}/webhooks/{webhook_id}")
    WebhookSubscription update(
            @PathParam("account_id") String accountId, @PathParam("webhook_id") String webhookId, WebhookUpdate update);

    /**
     * Deletes a webhook. At most 60 calls a minute.
     *
     * @param accountId the account
     * @param webhookId the webhook
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @DELETE
    @Path("/v4/accounts/{account_id}/webhooks/{webhook_id}")
    void delete(@PathParam("account_id") String accountId, @PathParam("webhook_id") String webhookId);
}
