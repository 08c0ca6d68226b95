package io.github.frameiokit.client;

import io.github.frameiokit.client.model.Member;
import io.github.frameiokit.client.model.RoleAssignment;
import io.github.frameiokit.client.request.MemberQuery;
import io.github.frameiokit.client.request.RoleUpdate;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * The members of a project, and their roles. Each method throws a {@link FrameioApiException} if Frame.io rejects the
 * call or doesn't answer.
 */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface ProjectPermissionsApi {

    /**
     * Lists the members of a project. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param projectId the project
     * @return the first page; iterating over it fetches the following pages
     */
    default Page<Member> index(String accountId, String projectId) {
        return index(accountId, projectId, new MemberQuery());
    }

    /**
     * Lists the members of a project. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param projectId the project
     * @param query what to list, and in which order
     * @return the first page; iterating over it fetches the following pages
     */
    @GET
    @Path("/v4/accounts/{account_id}/projects/{project_id}/users")
    Page<Member> index(
            @PathParam("account_id") String accountId,
            @PathParam("project_id") String projectId,
            @BeanParam MemberQuery query);

    /**
     * Sets a user's role in a project. Frame.io adds a user who isn't a member yet. At most 10 calls per minute.
     *
     * @param accountId the account
     * @param projectId the project
     * @param userId the user
     * @param role the role
     * @return the new role
     */
    @PATCH
    @Path("/v4/accounts/{account_id}/projects/{project_id}/users/{user_id}")
    RoleAssignment update(
            @PathParam("account_id") String accountId,
            @PathParam("project_id") String projectId,
            @PathParam("user_id") String userId,
            RoleUpdate role);

    /**
     * Removes a user from a project. At most 60 calls per minute.
     *
     * @param accountId the account
     * @param projectId the project
     * @param userId the user
     */
    @DELETE
    @Path("/v4/accounts/{account_id}/projects/{project_id}/users/{user_id}")
    void delete(
            @PathParam("account_id") String accountId,
            @PathParam("project_id") String projectId,
            @PathParam("user_id") String userId);
}
