package io.github.frameiokit.client;

import io.github.frameiokit.client.model.Member;
import io.github.frameiokit.client.model.RoleAssignment;
import io.github.frameiokit.client.request.MemberQuery;
import io.github.frameiokit.client.request.RoleUpdate;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * The members of an account, and their roles. Each method throws a {@link FrameioApiException} if Frame.io rejects the
 * call or doesn't answer.
 */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface AccountPermissionsApi {

    /**
     * Lists the members of an account. At most 100 calls per minute.
     *
     * @param accountId the account
     * @return the first page; iterating over it fetches the following pages
     */
    default Page<Member> index(String accountId) {
        return index(accountId, new MemberQuery());
    }

    /**
     * Lists the members of an account. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param query what to list, and in which order
     * @return the first page; iterating over it fetches the following pages
     */
    @GET
    @Path("/v4/accounts/{account_id}/users")
    Page<Member> index(@PathParam("account_id") String accountId, @BeanParam MemberQuery query);

    /**
     * Sets the role of an account's member to {@link io.github.frameiokit.client.model.Role#ADMIN} or
     * {@link io.github.frameiokit.client.model.Role#MEMBER}. At most 10 calls per minute.
     *
     * @param accountId the account
     * @param userId the user
     * @param role the role
     * @return the new role
     */
    @PATCH
    @Path("/v4/accounts/{account_id}/users/{user_id}")
    RoleAssignment update(
            @PathParam("account_id") String accountId, @PathParam("user_id") String userId, RoleUpdate role);
}
