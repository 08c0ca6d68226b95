package io.github.frameiokit.client.request;

import jakarta.ws.rs.QueryParam;

/** Which of groups to list, and how. Immutable: every change gives a new one. */
public final class GroupQuery extends PageQuery<GroupQuery> {

    @QueryParam("include")
    private String include;

    @QueryParam("sort")
    private String sort;

    /** Asks for all of them, in Frame.io's own order. */
    public GroupQuery() {}

    /**
     * What else Frame.io shall put into the answers.
     *
     * @param more constants of {@link Include}, or what Frame.io has added
     * @return a new query
     */
    public GroupQuery include(String... more) {
        return with(query -> query.include = Include.of(more));
    }

    /**
     * In which order they come.
     *
     * @param order the order, not null
     * @return a new query
     */
    public GroupQuery sort(Sort order) {
        return with(query -> query.sort = wireName(order));
    }

    /** The orders in which groups can come. */
    public enum Sort {
        /** {@code name_asc}. */
        NAME_ASC,
        /** {@code name_desc}. */
        NAME_DESC,
        /** {@code created_at_asc}. */
        CREATED_AT_ASC,
        /** {@code created_at_desc}. */
        CREATED_AT_DESC,
        /** {@code creator_asc}. */
        CREATOR_ASC,
        /** {@code creator_desc}. */
        CREATOR_DESC
    }
}
