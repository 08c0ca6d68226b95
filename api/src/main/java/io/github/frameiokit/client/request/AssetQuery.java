package io.github.frameiokit.client.request;

/**
 * Query parameters for a list of assets. In folders, Frame.io accepts pages of up to 500. Immutable: each method
 * returns a copy.
 */
public final class AssetQuery extends PageQuery<AssetQuery> {

    /** A query for all of them, in Frame.io's default order. */
    public AssetQuery() {}

    /**
     * Asks Frame.io to include more in each item.
     *
     * @param more constants of {@link Include}, or other names that Frame.io knows; none for nothing more
     * @return a copy with this change
     * @throws IllegalArgumentException if one is blank
     */
    public AssetQuery include(String... more) {
        return set("include", Include.of(more));
    }

    /**
     * Sets the order of the items.
     *
     * @param order the order, not null
     * @return a copy with this change
     */
    public AssetQuery sort(Sort order) {
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
        CREATED_AT_DESC,
        /** By date of the last change, ascending. */
        UPDATED_AT_ASC,
        /** By date of the last change, descending. */
        UPDATED_AT_DESC,
        /** By file size, ascending; for files and version stacks only. */
        FILE_SIZE_ASC,
        /** By file size, descending; for files and version stacks only. */
        FILE_SIZE_DESC
    }
}
