package io.github.frameiokit.client;

import io.github.frameiokit.client.model.Group;
import io.github.frameiokit.client.request.GroupDraft;
import io.github.frameiokit.client.request.GroupQuery;
import io.github.frameiokit.client.request.GroupUpdate;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
 * The groups of an account. Each method throws a {@link FrameioApiException} if Frame.io rejects the call or doesn't
 * answer.
 */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface GroupsApi {

    /**
     * Lists the groups of an account. At most 100 calls per minute.
     *
     * @param accountId the account
     * @return the first page; iterating over it fetches the following pages
     */
    default Page<Group> index(String accountId) {
        return index(accountId, new GroupQuery());
    }

    /**
     * Lists the groups of an account. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param query what to list, and in which order
     * @return the first page; iterating over it fetches the following pages
     */
    @GET
    @Path("/v4/accounts/{account_id}/groups")
    Page<Group> index(@PathParam("account_id") String accountId, @BeanParam GroupQuery query);

    /**
     * Returns one group. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param groupId the group
     * @return the group
     */
    default Group show(String accountId, String groupId) {
        return show(accountId, groupId, null);
    }

    /**
     * Returns one group. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param groupId the group
     * @param include what else the answer includes, from {@link io.github.frameiokit.client.request.Include#of}; null
     *     for nothing more
     * @return the group
     */
    @GET
    @Path("/v4/accounts/{account_id}/groups/{group_id}")
    Group show(
            @PathParam("account_id") String accountId,
            @PathParam("group_id") String groupId,
            @QueryParam("include") @Nullable String include);

    /**
     * Creates a group. At most 10 calls per minute.
     *
     * @param accountId the account
     * @param draft what to create
     * @return the new group
     */
    @POST
    @Path("/v4/accounts/{account_id}/groups")
    Group create(@PathParam("account_id") String accountId, GroupDraft draft);

    /**
     * Changes a group. At most 10 calls per minute.
     *
     * @param accountId the account
     * @param groupId the group
     * @param update what to change
     * @return the updated group
     */
    @PATCH
    @Path("/v4/accounts/{account_id}/groups/{group_id}")
    Group update(@PathParam("account_id") String accountId, @PathParam("group_id") String groupId, GroupUpdate update);
}
