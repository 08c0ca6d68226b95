package io.github.frameiokit.client;

import io.github.frameiokit.client.model.Collection;
import io.github.frameiokit.client.request.CollectionQuery;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The collections of a project. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface CollectionsApi {

    /**
     * The collections of a project. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param projectId the project
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default Page<Collection> index(String accountId, String projectId) {
        return index(accountId, projectId, new CollectionQuery());
    }

    /**
     * The collections of a project. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param projectId the project
     * @param query which, and in which order
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @GET
    @Path("/v4/accounts/{account_id}/projects/{project_id}/collections")
    Page<Collection> index(
            @PathParam("account_id") String accountId,
            @PathParam("project_id") String projectId,
            @BeanParam CollectionQuery query);

    /**
     * One collection. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param collectionId the collection
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default Collection show(String accountId, String collectionId) {
        return show(accountId, collectionId, null);
    }

    /**
     * One collection. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param collectionId the collection
     * @param include what else to put into the answer, see {@link io.github.frameiokit.client.request.Include#of}; null
     *     for nothing
     * @return what Frame.io holds now
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @GET
    @Path("/v4/accounts/{account_id}/collections/{collection_id}")
    Collection show(
            @PathParam("account_id") String accountId,
            @PathParam("collection_id") String collectionId,
            @QueryParam("include") String include);
}
