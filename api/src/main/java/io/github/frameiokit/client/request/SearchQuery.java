package io.github.frameiokit.client.request;

/** Query parameters for a list of search results. Immutable: each method returns a copy. */
public final class SearchQuery extends PageQuery<SearchQuery> {

    /** A query for all of them, in Frame.io's default order. */
    public SearchQuery() {}
}
