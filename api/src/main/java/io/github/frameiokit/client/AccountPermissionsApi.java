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

/** Who belongs to an account, and as what. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface AccountPermissionsApi {

    /**
     * The members of an account. At most 100 calls a minute.
     *
     * @param accountId the account
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default Page<Member> index(String accountId) {
        return index(accountId, new MemberQuery());
    }

    /**
     * The members of an account. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param query which, and in which order
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @GET
    @Path("/v4/accounts/{account_id}/users")
    Page<Member> index(@PathParam("account_id") String accountId, @BeanParam MemberQuery query);

    /**
     * Makes a member of an account an {@link io.github.frameiokit.client.model.Role#ADMIN} or a
     * {@link io.github.frameiokit.client.model.Role#MEMBER}. At most 10 calls a minute.
     *
     * @param accountId the account
     * @param userId the person
     * @param role the role
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @PATCH
    @Path("/v4/accounts/{account_id}/users/{user_id}")
    RoleAssignment update(
            @PathParam("account_id") String accountId, @PathParam("user_id") String userId, RoleUpdate role);
}
