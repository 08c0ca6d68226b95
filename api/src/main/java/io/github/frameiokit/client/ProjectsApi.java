package io.github.frameiokit.client;

import io.github.frameiokit.client.model.Project;
import io.github.frameiokit.client.request.ProjectDraft;
import io.github.frameiokit.client.request.ProjectQuery;
import io.github.frameiokit.client.request.ProjectUpdate;
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

/** Projects. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface ProjectsApi {

    /**
     * The projects of a workspace. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param workspaceId the workspace
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default Page<Project> index(String accountId, String workspaceId) {
        return index(accountId, workspaceId, new ProjectQuery());
    }

    /**
     * The projects of a workspace. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param workspaceId the workspace
     * @param query which, and in which order
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @GET
    @Path("/v4/accounts/{account_id}/workspaces/{workspace_id}/projects")
    Page<Project> index(
            @PathParam("account_id") String accountId,
            @PathParam("workspace_id") String workspaceId,
            @BeanParam ProjectQuery query);

    /**
     * The projects of an account. At most 100 calls a minute.
     *
     * @param accountId the account
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default Page<Project> indexByAccount(String accountId) {
        return indexByAccount(accountId, new ProjectQuery());
    }

    /**
     * The projects of an account. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param query which, and in which order
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @GET
    @Path("/v4/accounts/{account_id}/projects")
    Page<Project> indexByAccount(@PathParam("account_id") String accountId, @BeanParam ProjectQuery query);

    /**
     * The projects in an account that the user was invited to. At most 100 calls a minute.
     *
     * @param accountId the account
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default Page<Project> indexInvited(String accountId) {
        return indexInvited(accountId, new ProjectQuery());
    }

    /**
     * The projects in an account that the user was invited to. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param query which, and in which order
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @GET
    @Path("/v4/accounts/{account_id}/invited_projects")
    Page<Project> indexInvited(@PathParam("account_id") String accountId, @BeanParam ProjectQuery query);

    /**
     * One project. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param projectId the project
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default Project show(String accountId, String projectId) {
        return show(accountId, projectId, null);
    }

    /**
     * One project. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param projectId the project
     * @param include what else to put into the answer, see {@link io.github.frameiokit.client.request.Include#of}; null
     *     for nothing
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @GET
    @Path("/v4/accounts/{account_id}/projects/{project_id}")
    Project show(
            @PathParam("account_id") String accountId,
            @PathParam("project_id") String projectId,
            @QueryParam("include") String include);

    /**
     * Makes a project. At most 10 calls a minute.
     *
     * @param accountId the account
     * @param workspaceId the workspace
     * @param draft what to make
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @POST
    @Path("/v4/accounts/{account_id}/workspaces/{workspace_id}/projects")
    Project create(
            @PathParam("account_id") String accountId,
            @PathParam("workspace_id") String workspaceId,
            ProjectDraft draft);

    /**
     * Changes a project. At most 10 calls a minute.
     *
     * @param accountId the account
     * @param projectId the project
     * @param update what to change
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @PATCH
    @Path("/v4/accounts/{account_id}/projects/{project_id}")
    Project update(
            @PathParam("account_id") String accountId, @PathParam("project_id") String projectId, ProjectUpdate update);

    /**
     * Deletes a project with all that lies in it. At most 60 calls a minute.
     *
     * @param accountId the account
     * @param projectId the project
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @DELETE
    @Path("/v4/accounts/{account_id}/projects/{project_id}")
    void delete(@PathParam("account_id") String accountId, @PathParam("project_id") String projectId);
}
