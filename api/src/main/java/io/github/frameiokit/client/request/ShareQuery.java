package io.github.frameiokit.client.request;

import jakarta.ws.rs.QueryParam;

/** Which of shares to list, and how. Immutable: every change gives a new one. */
public final class ShareQuery extends PageQuery<ShareQuery> {

    @QueryParam("sort")
    private String sort;

    /** Asks for all of them, in Frame.io's own order. */
    public ShareQuery() {}

    /**
     * In which order they come.
     *
     * @param order the order, not null
     * @return a new query
     */
    public ShareQuery sort(Sort order) {
        return with(query -> query.sort = wireName(order));
    }

    /** The orders in which shares can come. */
    public enum Sort {
        /** {@code name_asc}. */
        NAME_ASC,
        /** {@code name_desc}. */
        NAME_DESC,
        /** {@code created_at_asc}. */
        CREATED_AT_ASC,
        /** {@code created_at_desc}. */
        CREATED_AT_DESC
    }
}
