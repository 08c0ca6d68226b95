package io.github.frameiokit.client.request;

/** Query parameters for a list of a share's reviewers. Immutable: each method returns a copy. */
public final class ReviewerQuery extends PageQuery<ReviewerQuery> {

    /** A query for all of them, in Frame.io's default order. */
    public ReviewerQuery() {}

    /**
     * Sets the order of the items.
     *
     * @param order the order, not null
     * @return a copy with this change
     */
    public ReviewerQuery sort(Sort order) {
        return setGiven("sort", order);
    }

    /** The orders that Frame.io knows for this list. */
    public enum Sort {
        /** By name, ascending. */
        NAME_ASC,
        /** By name, descending. */
        NAME_DESC,
        /** Active reviewers first. */
        ACTIVE,
        /** Inactive reviewers first. */
        INACTIVE
    }
}
