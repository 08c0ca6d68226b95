package io.github.frameiokit.client.request;

/** Query parameters for a list of accounts. Immutable: each method returns a copy. */
public final class AccountQuery extends PageQuery<AccountQuery> {

    /** A query for all of them, in Frame.io's default order. */
    public AccountQuery() {}

    /**
     * Sets the order of the items.
     *
     * @param order the order, not null
     * @return a copy with this change
     */
    public AccountQuery sort(Sort order) {
        return setGiven("sort", order);
    }

    /** The orders that Frame.io knows for this list. */
    public enum Sort {
        /** By display name, ascending. */
        DISPLAY_NAME_ASC,
        /** By display name, descending. */
        DISPLAY_NAME_DESC,
        /** By date of creation, ascending. */
        CREATED_AT_ASC,
        /** By date of creation, descending. */
        CREATED_AT_DESC
    }
}
