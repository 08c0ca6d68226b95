package io.github.frameiokit.client.request;

/** Query parameters for a list of projects. Immutable: each method returns a copy. */
public final class ProjectQuery extends PageQuery<ProjectQuery> {

    /** A query for all of them, in Frame.io's default order. */
    public ProjectQuery() {}

    /**
     * Asks Frame.io to include more in each item.
     *
     * @param more constants of {@link Include}, or other names that Frame.io knows; none for nothing more
     * @return a copy with this change
     * @throws IllegalArgumentException if one is blank
     */
    public ProjectQuery include(String... more) {
        return set("include", Include.of(more));
    }

    /**
     * Sets the order of the items.
     *
     * @param order the order, not null
     * @return a copy with this change
     */
    public ProjectQuery sort(Sort order) {
        return setGiven("sort", order);
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
