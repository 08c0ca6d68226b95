package io.github.frameiokit.client.request;

import jakarta.ws.rs.QueryParam;

/** Which of accounts to list, and how. Immutable: every change gives a new one. */
public final class AccountQuery extends PageQuery<AccountQuery> {

    @QueryParam("sort")
    private String sort;

    /** Asks for all of them, in Frame.io's own order. */
    public AccountQuery() {}

    /**
     * In which order they come.
     *
     * @param order the order, not null
     * @return a new query
     */
    public AccountQuery sort(Sort order) {
        return with(query -> query.sort = wireName(order));
    }

    /** The orders in which accounts can come. */
    public enum Sort {
        /** {@code display_name_asc}. */
        DISPLAY_NAME_ASC,
        /** {@code display_name_desc}. */
        DISPLAY_NAME_DESC,
        /** {@code created_at_asc}. */
        CREATED_AT_ASC,
        /** {@code created_at_desc}. */
        CREATED_AT_DESC
    }
}
