package io.github.frameiokit.client.request;

import jakarta.ws.rs.QueryParam;

/** Which of metadata fields to list, and how. Immutable: every change gives a new one. */
public final class FieldDefinitionQuery extends PageQuery<FieldDefinitionQuery> {

    @QueryParam("include")
    private String include;

    @QueryParam("sort")
    private String sort;

    @QueryParam("filters[exclude_immutable]")
    private Boolean excludeImmutable;

    @QueryParam("filters[exclude_inactive]")
    private Boolean excludeInactive;

    /** Asks for all of them, in Frame.io's own order. */
    public FieldDefinitionQuery() {}

    /**
     * What else Frame.io shall put into the answers.
     *
     * @param more constants of {@link Include}, or what Frame.io has added
     * @return a new query
     */
    public FieldDefinitionQuery include(String... more) {
        return with(query -> query.include = Include.of(more));
    }

    /**
     * In which order they come.
     *
     * @param order the order, not null
     * @return a new query
     */
    public FieldDefinitionQuery sort(Sort order) {
        return with(query -> query.sort = wireName(order));
    }

    /**
     * Whether fields that can't be changed are left out.
     *
     * @param on whether
     * @return a new query
     */
    public FieldDefinitionQuery excludeImmutable(boolean on) {
        return with(query -> query.excludeImmutable = on);
    }

    /**
     * Whether fields that aren't in use are left out.
     *
     * @param on whether
     * @return a new query
     */
    public FieldDefinitionQuery excludeInactive(boolean on) {
        return with(query -> query.excludeInactive = on);
    }

    /** The orders in which metadata fields can come. */
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
