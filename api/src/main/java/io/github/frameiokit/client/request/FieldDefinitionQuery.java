package io.github.frameiokit.client.request;

/** Query parameters for a list of metadata fields. Immutable: each method returns a copy. */
public final class FieldDefinitionQuery extends PageQuery<FieldDefinitionQuery> {

    /** A query for all of them, in Frame.io's default order. */
    public FieldDefinitionQuery() {}

    /**
     * Asks Frame.io to include more in each item.
     *
     * @param more constants of {@link Include}, or other names that Frame.io knows; none for nothing more
     * @return a copy with this change
     * @throws IllegalArgumentException if one is blank
     */
    public FieldDefinitionQuery include(String... more) {
        return set("include", Include.of(more));
    }

    /**
     * Sets the order of the items.
     *
     * @param order the order, not null
     * @return a copy with this change
     */
    public FieldDefinitionQuery sort(Sort order) {
        return setGiven("sort", order);
    }

    /**
     * Sets whether fields that can't be changed are left out.
     *
     * @param excludeImmutable true if they are
     * @return a copy with this change
     */
    public FieldDefinitionQuery excludeImmutable(boolean excludeImmutable) {
        return set("filters[exclude_immutable]", excludeImmutable);
    }

    /**
     * Sets whether fields that aren't in use are left out.
     *
     * @param excludeInactive true if they are
     * @return a copy with this change
     */
    public FieldDefinitionQuery excludeInactive(boolean excludeInactive) {
        return set("filters[exclude_inactive]", excludeInactive);
    }

    /** The orders that Frame.io knows for this list. */
    public enum Sort {
        /** By name, ascending. */
        NAME_ASC,
        /** By name, descending. */
        NAME_DESC,
        /** By date of creation, ascending. */
        CREATED_AT_ASC,
        /** By date of creation, descending. */
        CREATED_AT_DESC
    }
}
