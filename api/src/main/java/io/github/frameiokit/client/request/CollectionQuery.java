package io.github.frameiokit.client.request;

import jakarta.ws.rs.QueryParam;

/** Which of collections to list, and how. Immutable: every change gives a new one. */
public final class CollectionQuery extends PageQuery<CollectionQuery> {

    @QueryParam("include")
    private String include;

    /** Asks for all of them, in Frame.io's own order. */
    public CollectionQuery() {}

    /**
     * What else Frame.io shall put into the answers.
     *
     * @param more constants of {@link Include}, or what Frame.io has added
     * @return a new query
     */
    public CollectionQuery include(String... more) {
        return with(query -> query.include = Include.of(more));
    }
}
