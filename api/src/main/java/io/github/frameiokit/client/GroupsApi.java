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

/** The groups of an account. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface GroupsApi {

    /**
     * The groups of an account. At most 100 calls a minute.
     *
     * @param accountId the account
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default Page<Group> index(String accountId) {
        return index(accountId, new GroupQuery());
    }

    /**
     * The groups of an account. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param query which, and in which order
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @GET
    @Path("/v4/accounts/{account_id}/groups")
    Page<Group> index(@PathParam("account_id") String accountId, @BeanParam GroupQuery query);

    /**
     * One group. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param groupId the group
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default Group show(String accountId, String groupId) {
        return show(accountId, groupId, null);
    }

    /**
     * One group. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param groupId the group
     * @param include what else to put into the answer, see {@link io.github.frameiokit.client.request.Include#of}; null
     *     for nothing
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @GET
    @Path("/v4/accounts/{account_id}/groups/{group_id}")
    Group show(
            @PathParam("account_id") String accountId,
            @PathParam("group_id") String groupId,
            @QueryParam("include") String include);

    /**
     * Makes a group. At most 10 calls a minute.
     *
     * @param accountId the account
     * @param draft what to make
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @POST
    @Path("/v4/accounts/{account_id}/groups")
    Group create(@PathParam("account_id") String accountId, GroupDraft draft);

    /**
     * Changes a group. At most 10 calls a minute.
     *
     * @param accountId the account
     * @param groupId the group
     * @param update what to change
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @PATCH
    @Path("/v4/accounts/{account_id}/groups/{group_id}")
    Group update(@PathParam("account_id") String accountId, @PathParam("group_id") String groupId, GroupUpdate update);
}
