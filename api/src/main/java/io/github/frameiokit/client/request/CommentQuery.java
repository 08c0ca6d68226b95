package io.github.frameiokit.client.request;

/** Query parameters for a list of comments. Immutable: each method returns a copy. */
public final class CommentQuery extends PageQuery<CommentQuery> {

    /** A query for all of them, in Frame.io's default order. */
    public CommentQuery() {}

    /**
     * Asks Frame.io to include more in each item.
     *
     * @param more constants of {@link Include}, or other names that Frame.io knows; none for nothing more
     * @return a copy with this change
     * @throws IllegalArgumentException if one is blank
     */
    public CommentQuery include(String... more) {
        return set("include", Include.of(more));
    }

    /**
     * Sets the order of the items.
     *
     * @param order the order, not null
     * @return a copy with this change
     */
    public CommentQuery sort(Sort order) {
        return setGiven("sort", order);
    }

    /**
     * Sets whether timestamps are time codes instead of frame numbers.
     *
     * @param timestampAsTimecode true if they are
     * @return a copy with this change
     */
    public CommentQuery timestampAsTimecode(boolean timestampAsTimecode) {
        return set("timestamp_as_timecode", timestampAsTimecode);
    }

    /** The orders that Frame.io knows for this list. */
    public enum Sort {
        /** By date of creation, ascending. */
        CREATED_AT_ASC,
        /** By date of creation, descending. */
        CREATED_AT_DESC,
        /** By date of completion, ascending. */
        COMPLETED_AT_ASC,
        /** By date of completion, descending. */
        COMPLETED_AT_DESC,
        /** By owner, ascending. */
        OWNER_ASC,
        /** By owner, descending. */
        OWNER_DESC
    }
}
