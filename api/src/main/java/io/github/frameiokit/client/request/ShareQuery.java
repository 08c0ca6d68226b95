package io.github.frameiokit.client.request;

/** Query parameters for a list of shares. Immutable: each method returns a copy. */
public final class ShareQuery extends PageQuery<ShareQuery> {

    /** A query for all of them, in Frame.io's default order. */
    public ShareQuery() {}

    /**
     * Sets the order of the items.
     *
     * @param order the order, not null
     * @return a copy with this change
     */
    public ShareQuery sort(Sort order) {
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
