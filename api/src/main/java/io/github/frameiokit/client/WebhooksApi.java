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
import org.jspecify.annotations.Nullable;

/**
 * The webhooks of a workspace. Each method throws a {@link FrameioApiException} if Frame.io rejects the call or doesn't
 * answer.
 */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface WebhooksApi {

    /**
     * Lists the webhooks of a workspace. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param workspaceId the workspace
     * @return the first page; iterating over it fetches the following pages
     */
    default Page<WebhookSubscription> index(String accountId, String workspaceId) {
        return index(accountId, workspaceId, new WebhookQuery());
    }

    /**
     * Lists the webhooks of a workspace. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param workspaceId the workspace
     * @param query what to list, and in which order
     * @return the first page; iterating over it fetches the following pages
     */
    @GET
    @Path("/v4/accounts/{account_id}/workspaces/{workspace_id}/webhooks")
    Page<WebhookSubscription> index(
            @PathParam("account_id") String accountId,
            @PathParam("workspace_id") String workspaceId,
            @BeanParam WebhookQuery query);

    /**
     * Returns one webhook. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param webhookId the webhook
     * @return the webhook
     */
    default WebhookSubscription show(String accountId, String webhookId) {
        return show(accountId, webhookId, null);
    }

    /**
     * Returns one webhook. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param webhookId the webhook
     * @param include what else the answer includes, from {@link io.github.frameiokit.client.request.Include#of}; null
     *     for nothing more
     * @return the webhook
     */
    @GET
    @Path("/v4/accounts/{account_id}/webhooks/{webhook_id}")
    WebhookSubscription show(
            @PathParam("account_id") String accountId,
            @PathParam("webhook_id") String webhookId,
            @QueryParam("include") @Nullable String include);

    /**
     * Creates a webhook. Only this call returns its secret. At most 10 calls per minute.
     *
     * @param accountId the account
     * @param workspaceId the workspace
     * @param draft what to create
     * @return the new webhook
     */
    @POST
    @Path("/v4/accounts/{account_id}/workspaces/{workspace_id}/webhooks")
    WebhookSubscription create(
            @PathParam("account_id") String accountId,
            @PathParam("workspace_id") String workspaceId,
            WebhookDraft draft);

    /**
     * Changes a webhook. At most 10 calls per minute.
     *
     * @param accountId the account
     * @param webhookId the webhook
     * @param update what to change
     * @return the updated webhook
     */
    @PATCH
    @Path("/v4/accounts/{account_id}/webhooks/{webhook_id}")
    WebhookSubscription update(
            @PathParam("account_id") String accountId, @PathParam("webhook_id") String webhookId, WebhookUpdate update);

    /**
     * Deletes a webhook. At most 60 calls per minute.
     *
     * @param accountId the account
     * @param webhookId the webhook
     */
    @DELETE
    @Path("/v4/accounts/{account_id}/webhooks/{webhook_id}")
    void delete(@PathParam("account_id") String accountId, @PathParam("webhook_id") String webhookId);
}
