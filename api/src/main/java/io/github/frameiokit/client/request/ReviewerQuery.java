package io.github.frameiokit.client.request;

import jakarta.ws.rs.QueryParam;

/** Which of the reviewers of a share to list, and how. Immutable: every change gives a new one. */
public final class ReviewerQuery extends PageQuery<ReviewerQuery> {

    @QueryParam("sort")
    private String sort;

    /** Asks for all of them, in Frame.io's own order. */
    public ReviewerQuery() {}

    /**
     * In which order they come.
     *
     * @param order the order, not null
     * @return a new query
     */
    public ReviewerQuery sort(Sort order) {
        return with(query -> query.sort = wireName(order));
    }

    /** The orders in which the reviewers of a share can come. */
    public enum Sort {
        /** {@code name_asc}. */
        NAME_ASC,
        /** {@code name_desc}. */
        NAME_DESC,
        /** {@code active}. */
        ACTIVE,
        /** {@code inactive}. */
        INACTIVE
    }
}
