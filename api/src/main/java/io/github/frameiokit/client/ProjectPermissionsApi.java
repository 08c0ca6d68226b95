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

/** Who may do what in a project. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface ProjectPermissionsApi {

    /**
     * The members of a project. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param projectId the project
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default Page<Member> index(String accountId, String projectId) {
        return index(accountId, projectId, new MemberQuery());
    }

    /**
     * The members of a project. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param projectId the project
     * @param query which, and in which order
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @GET
    @Path("/v4/accounts/{account_id}/projects/{project_id}/users")
    Page<Member> index(
            @PathParam("account_id") String accountId,
            @PathParam("project_id") String projectId,
            @BeanParam MemberQuery query);

    /**
     * Gives a person a role in a project, and adds who isn't there yet. At most 10 calls a minute.
     *
     * @param accountId the account
     * @param projectId the project
     * @param userId the person
     * @param role the role
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @PATCH
    @Path("/v4/accounts/{account_id}/projects/{project_id}/users/{user_id}")
    RoleAssignment update(
            @PathParam("account_id") String accountId,
            @PathParam("project_id") String projectId,
            @PathParam("user_id") String userId,
            RoleUpdate role);

    /**
     * Takes a person from a project. At most 60 calls a minute.
     *
     * @param accountId the account
     * @param projectId the project
     * @param userId the person
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @DELETE
    @Path("/v4/accounts/{account_id}/projects/{project_id}/users/{user_id}")
    void delete(
            @PathParam("account_id") String accountId,
            @PathParam("project_id") String projectId,
            @PathParam("user_id") String userId);
}
