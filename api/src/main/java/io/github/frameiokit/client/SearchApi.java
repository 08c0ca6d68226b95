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

/**
 * Search in an account. Each method throws a {@link FrameioApiException} if Frame.io rejects the call or doesn't
 * answer.
 */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface SearchApi {

    /**
     * Searches an account. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param request what to search for
     * @return the first page; iterating over it fetches the following pages
     */
    default Page<SearchResult> search(String accountId, SearchRequest request) {
        return search(accountId, request, new SearchQuery());
    }

    /**
     * Searches an account. At most 100 calls per minute.
     *
     * @param accountId the account
     * @param request what to search for
     * @param query which page of the results
     * @return the first page; iterating over it fetches the following pages
     */
    @POST
    @Path("/v4/accounts/{account_id}/search")
    Page<SearchResult> search(
            @PathParam("account_id") String accountId, SearchRequest request, @BeanParam SearchQuery query);
}
