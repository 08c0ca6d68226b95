package io.github.frameiokit.client.request;

/** Which of what a search found to list, and how. Immutable: every change gives a new one. */
public final class SearchQuery extends PageQuery<SearchQuery> {

    /** Asks for all of them, in Frame.io's own order. */
    public SearchQuery() {}
}
