package io.github.frameiokit.client;

import io.github.frameiokit.client.model.Member;
import io.github.frameiokit.client.model.RoleAssignment;
import io.github.frameiokit.client.request.FolderMemberQuery;
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
 * The members of a folder, and their roles. Each method throws a {@link FrameioApiException} if Frame.io rejects the
 * call or doesn't answer.
 */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface FolderPermissionsApi {

    /**
     * Lists the members of a folder. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param folderId the folder
     * @return the first page; iterating over it fetches the following pages
     */
    default Page<Member> index(String accountId, String folderId) {
        return index(accountId, folderId, new FolderMemberQuery());
    }

    /**
     * Lists the members of a folder. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param query what to list, and in which order
     * @return the first page; iterating over it fetches the following pages
     */
    @GET
    @Path("/v4/accounts/{account_id}/folders/{folder_id}/users")
    Page<Member> index(
            @PathParam("account_id") String accountId,
            @PathParam("folder_id") String folderId,
            @BeanParam FolderMemberQuery query);

    /**
     * Sets a user's role in a folder. Frame.io adds a user who isn't a member yet. At most 10 calls per minute.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param userId the user
     * @param role the role
     * @return the new role
     */
    @PATCH
    @Path("/v4/accounts/{account_id}/folders/{folder_id}/users/{user_id}")
    RoleAssignment update(
            @PathParam("account_id") String accountId,
            @PathParam("folder_id") String folderId,
            @PathParam("user_id") String userId,
            RoleUpdate role);

    /**
     * Removes a user from a folder. At most 60 calls per minute.
     *
     * @param accountId the account
     * @param folderId the folder
     * @param userId the user
     */
    @DELETE
    @Path("/v4/accounts/{account_id}/folders/{folder_id}/users/{user_id}")
    void delete(
            @PathParam("account_id") String accountId,
            @PathParam("folder_id") String folderId,
            @PathParam("user_id") String userId);
}
