package io.github.frameiokit.client;

import io.github.frameiokit.client.model.Workspace;
import io.github.frameiokit.client.request.WorkspaceDraft;
import io.github.frameiokit.client.request.WorkspaceQuery;
import io.github.frameiokit.client.request.WorkspaceUpdate;
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

/** Workspaces. Each method throws a {@link FrameioApiException} if Frame.io rejects the call or doesn't answer. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface WorkspacesApi {

    /**
     * Lists the workspaces of an account. At most 100 calls per minute.
     *
     * @param accountId the account
     * @return the first page; iterating over it fetches the following pages
     */
    default Page<Workspace> index(String accountId) {
        return index(accountId, new WorkspaceQuery());
    }

    /**
     * Lists the workspaces of an account. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param query what to list, and in which order
     * @return the first page; iterating over it fetches the following pages
     */
    @GET
    @Path("/v4/accounts/{account_id}/workspaces")
    Page<Workspace> index(@PathParam("account_id") String accountId, @BeanParam WorkspaceQuery query);

    /**
     * Returns one workspace. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param workspaceId the workspace
     * @return the workspace
     */
    default Workspace show(String accountId, String workspaceId) {
        return show(accountId, workspaceId, null);
    }

    /**
     * Returns one workspace. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param workspaceId the workspace
     * @param include what else the answer includes, from {@link io.github.frameiokit.client.request.Include#of}; null
     *     for nothing more
     * @return the workspace
     */
    @GET
    @Path("/v4/accounts/{account_id}/workspaces/{workspace_id}")
    Workspace show(
            @PathParam("account_id") String accountId,
            @PathParam("workspace_id") String workspaceId,
            @QueryParam("include") @Nullable String include);

    /**
     * Creates a workspace. At most 10 calls per minute.
     *
     * @param accountId the account
     * @param draft what to create
     * @return the new workspace
     */
    @POST
    @Path("/v4/accounts/{account_id}/workspaces")
    Workspace create(@PathParam("account_id") String accountId, WorkspaceDraft draft);

    /**
     * Changes a workspace. At most 10 calls per minute.
     *
     * @param accountId the account
     * @param workspaceId the workspace
     * @param update what to change
     * @return the updated workspace
     */
    @PATCH
    @Path("/v4/accounts/{account_id}/workspaces/{workspace_id}")
    Workspace update(
            @PathParam("account_id") String accountId,
            @PathParam("workspace_id") String workspaceId,
            WorkspaceUpdate update);

    /**
     * Deletes a workspace and everything in it. At most 60 calls per minute.
     *
     * @param accountId the account
     * @param workspaceId the workspace
     */
    @DELETE
    @Path("/v4/accounts/{account_id}/workspaces/{workspace_id}")
    void delete(@PathParam("account_id") String accountId, @PathParam("workspace_id") String workspaceId);
}
