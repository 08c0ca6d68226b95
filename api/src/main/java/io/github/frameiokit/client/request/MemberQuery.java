package io.github.frameiokit.client.request;

import jakarta.ws.rs.QueryParam;

/**
 * Which of the members of an account, a workspace or a project to list, and how. Immutable: every change gives a new
 * one.
 */
public final class MemberQuery extends PageQuery<MemberQuery> {

    @QueryParam("sort")
    private String sort;

    @QueryParam("include_deactivated")
    private Boolean includeDeactivated;

    /** Asks for all of them, in Frame.io's own order. */
    public MemberQuery() {}

    /**
     * In which order they come.
     *
     * @param order the order, not null
     * @return a new query
     */
    public MemberQuery sort(Sort order) {
        return with(query -> query.sort = wireName(order));
    }

    /**
     * Whether those who were deactivated come as well.
     *
     * @param on whether
     * @return a new query
     */
    public MemberQuery includeDeactivated(boolean on) {
        return with(query -> query.includeDeactivated = on);
    }

    /** The orders in which the members of an account, a workspace or a project can come. */
    public enum Sort {
        /** {@code name_asc}. */
        NAME_ASC,
        /** {@code name_desc}. */
        NAME_DESC,
        /** {@code email_asc}. */
        EMAIL_ASC,
        /** {@code email_desc}. */
        EMAIL_DESC,
        /** {@code role_asc}. */
        ROLE_ASC,
        /** {@code role_desc}. */
        ROLE_DESC
    }
}
