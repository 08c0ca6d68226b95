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
import org.jspecify.annotations.Nullable;

/** Projects. Each method throws a {@link FrameioApiException} if Frame.io rejects the call or doesn't answer. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface ProjectsApi {

    /**
     * Lists the projects of a workspace. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param workspaceId the workspace
     * @return the first page; iterating over it fetches the following pages
     */
    default Page<Project> index(String accountId, String workspaceId) {
        return index(accountId, workspaceId, new ProjectQuery());
    }

    /**
     * Lists the projects of a workspace. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param workspaceId the workspace
     * @param query what to list, and in which order
     * @return the first page; iterating over it fetches the following pages
     */
    @GET
    @Path("/v4/accounts/{account_id}/workspaces/{workspace_id}/projects")
    Page<Project> index(
            @PathParam("account_id") String accountId,
            @PathParam("workspace_id") String workspaceId,
            @BeanParam ProjectQuery query);

    /**
     * Lists the projects of an account. At most 100 calls per minute.
     *
     * @param accountId the account
     * @return the first page; iterating over it fetches the following pages
     */
    default Page<Project> indexByAccount(String accountId) {
        return indexByAccount(accountId, new ProjectQuery());
    }

    /**
     * Lists the projects of an account. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param query what to list, and in which order
     * @return the first page; iterating over it fetches the following pages
     */
    @GET
    @Path("/v4/accounts/{account_id}/projects")
    Page<Project> indexByAccount(@PathParam("account_id") String accountId, @BeanParam ProjectQuery query);

    /**
     * Lists the projects in an account that the user was invited to. At most 100 calls per minute.
     *
     * @param accountId the account
     * @return the first page; iterating over it fetches the following pages
     */
    default Page<Project> indexInvited(String accountId) {
        return indexInvited(accountId, new ProjectQuery());
    }

    /**
     * Lists the projects in an account that the user was invited to. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param query what to list, and in which order
     * @return the first page; iterating over it fetches the following pages
     */
    @GET
    @Path("/v4/accounts/{account_id}/invited_projects")
    Page<Project> indexInvited(@PathParam("account_id") String accountId, @BeanParam ProjectQuery query);

    /**
     * Returns one project. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param projectId the project
     * @return the project
     */
    default Project show(String accountId, String projectId) {
        return show(accountId, projectId, null);
    }

    /**
     * Returns one project. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param projectId the project
     * @param include what else the answer includes, from {@link io.github.frameiokit.client.request.Include#of}; null
     *     for nothing more
     * @return the project
     */
    @GET
    @Path("/v4/accounts/{account_id}/projects/{project_id}")
    Project show(
            @PathParam("account_id") String accountId,
            @PathParam("project_id") String projectId,
            @QueryParam("include") @Nullable String include);

    /**
     * Creates a project. At most 10 calls per minute.
     *
     * @param accountId the account
     * @param workspaceId the workspace
     * @param draft what to create
     * @return the new project
     */
    @POST
    @Path("/v4/accounts/{account_id}/workspaces/{workspace_id}/projects")
    Project create(
            @PathParam("account_id") String accountId,
            @PathParam("workspace_id") String workspaceId,
            ProjectDraft draft);

    /**
     * Changes a project. At most 10 calls per minute.
     *
     * @param accountId the account
     * @param projectId the project
     * @param update what to change
     * @return the updated project
     */
    @PATCH
    @Path("/v4/accounts/{account_id}/projects/{project_id}")
    Project update(
            @PathParam("account_id") String accountId, @PathParam("project_id") String projectId, ProjectUpdate update);

    /**
     * Deletes a project and everything in it. At most 60 calls per minute.
     *
     * @param accountId the account
     * @param projectId the project
     */
    @DELETE
    @Path("/v4/accounts/{account_id}/projects/{project_id}")
    void delete(@PathParam("account_id") String accountId, @PathParam("project_id") String projectId);
}
