package io.github.frameiokit.client;

import io.github.frameiokit.client.model.SearchResult;
import io.github.frameiokit.client.request.SearchQuery;
import io.github.frameiokit.client.request.SearchRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Search. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface SearchApi {

    /**
     * Searches an account. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param request what to search for
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    default Page<SearchResult> search(String accountId, SearchRequest request) {
        return search(accountId, request, new SearchQuery());
    }

    /**
     * Searches an account. At most 100 calls a minute.
     *
     * @param accountId the account
     * @param request what to search for
     * @param query which, and in which order
     * @return the first page; iterating over it goes on to the following ones
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    @POST
    @Path("/v4/accounts/{account_id}/search")
    Page<SearchResult> search(
            @PathParam("account_id") String accountId, SearchRequest request, @BeanParam SearchQuery query);
}
