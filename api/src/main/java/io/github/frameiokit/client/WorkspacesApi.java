package io.github.frameiokit.client;

import io.github.frameiokit.client.model.Workspace;
import io.github.frameiokit.client.request.WorkspaceDraft;
import io.github.frameiokit.client.request.WorkspaceQuery;
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

/** Workspaces. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface WorkspacesApi {

    /**
     * The workspaces of an account. At most 100 calls a minute.
     *
     * @param accountId the account
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default Page<Workspace> index(String accountId) {
        return index(accountId, new WorkspaceQuery());
    }

    /**
     * The workspaces of an account. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param query which, and in which order
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @GET
    @Path("/v4/accounts/{account_id}/workspaces")
    Page<Workspace> index(@PathParam("account_id") String accountId, @BeanParam WorkspaceQuery query);

    /**
     * One workspace. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param workspaceId the workspace
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default Workspace show(String accountId, String workspaceId) {
        return show(accountId, workspaceId, null);
    }

    /**
     * One workspace. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param workspaceId the workspace
     * @param include what else to put into the answer, see {@link io.github.frameiokit.client.request.Include#of}; null
     *     for nothing
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @GET
    @Path("/v4/accounts/{account_id}/workspaces/{workspace_id}")
    Workspace show(
            @PathParam("account_id") String accountId,
            @PathParam("workspace_id") String workspaceId,
            @QueryParam("include") String include);

    /**
     * Makes a workspace. At most 10 calls a minute.
     *
     * @param accountId the account
     * @param draft what to make
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @POST
    @Path("/v4/accounts/{account_id}/workspaces")
    Workspace create(@PathParam("account_id") String accountId, WorkspaceDraft draft);

    /**
     * Changes a workspace. At most 10 calls a minute.
     *
     * @param accountId the account
     * @param workspaceId the workspace
     * @param update what to change
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @PATCH
    @Path("/v4/accounts/{account_id}/workspaces/{workspace_id}")
    Workspace update(
            @PathParam("account_id") String accountId,
            @PathParam("workspace_id") String workspaceId,
            WorkspaceDraft update);

    /**
     * Deletes a workspace with all that lies in it. At most 60 calls a minute.
     *
     * @param accountId the account
     * @param workspaceId the workspace
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @DELETE
    @Path("/v4/accounts/{account_id}/workspaces/{workspace_id}")
    void delete(@PathParam("account_id") String accountId, @PathParam("workspace_id") String workspaceId);
}
