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
import org.jspecify.annotations.Nullable;

/**
 * The collections of a project. Each method throws a {@link FrameioApiException} if Frame.io rejects the call or
 * doesn't answer.
 */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface CollectionsApi {

    /**
     * Lists the collections of a project. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param projectId the project
     * @return the first page; iterating over it fetches the following pages
     */
    default Page<Collection> index(String accountId, String projectId) {
        return index(accountId, projectId, new CollectionQuery());
    }

    /**
     * Lists the collections of a project. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param projectId the project
     * @param query what to list, and in which order
     * @return the first page; iterating over it fetches the following pages
     */
    @GET
    @Path("/v4/accounts/{account_id}/projects/{project_id}/collections")
    Page<Collection> index(
            @PathParam("account_id") String accountId,
            @PathParam("project_id") String projectId,
            @BeanParam CollectionQuery query);

    /**
     * Returns one collection. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param collectionId the collection
     * @return the collection
     */
    default Collection show(String accountId, String collectionId) {
        return show(accountId, collectionId, null);
    }

    /**
     * Returns one collection. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param collectionId the collection
     * @param include what else the answer includes, from {@link io.github.frameiokit.client.request.Include#of}; null
     *     for nothing more
     * @return the collection
     */
    @GET
    @Path("/v4/accounts/{account_id}/collections/{collection_id}")
    Collection show(
            @PathParam("account_id") String accountId,
            @PathParam("collection_id") String collectionId,
            @QueryParam("include") @Nullable String include);
}
