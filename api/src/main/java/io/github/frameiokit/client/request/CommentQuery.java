package io.github.frameiokit.client.request;

import jakarta.ws.rs.QueryParam;

/** Which of comments to list, and how. Immutable: every change gives a new one. */
public final class CommentQuery extends PageQuery<CommentQuery> {

    @QueryParam("include")
    private String include;

    @QueryParam("sort")
    private String sort;

    @QueryParam("timestamp_as_timecode")
    private Boolean timestampAsTimecode;

    /** Asks for all of them, in Frame.io's own order. */
    public CommentQuery() {}

    /**
     * What else Frame.io shall put into the answers.
     *
     * @param more constants of {@link Include}, or what Frame.io has added
     * @return a new query
     */
    public CommentQuery include(String... more) {
        return with(query -> query.include = Include.of(more));
    }

    /**
     * In which order they come.
     *
     * @param order the order, not null
     * @return a new query
     */
    public CommentQuery sort(Sort order) {
        return with(query -> query.sort = wireName(order));
    }

    /**
     * Whether timestamps come as timecode instead of frames.
     *
     * @param on whether
     * @return a new query
     */
    public CommentQuery timestampAsTimecode(boolean on) {
        return with(query -> query.timestampAsTimecode = on);
    }

    /** The orders in which comments can come. */
    public enum Sort {
        /** {@code created_at_asc}. */
        CREATED_AT_ASC,
        /** {@code created_at_desc}. */
        CREATED_AT_DESC,
        /** {@code completed_at_asc}. */
        COMPLETED_AT_ASC,
        /** {@code completed_at_desc}. */
        COMPLETED_AT_DESC,
        /** {@code owner_asc}. */
        OWNER_ASC,
        /** {@code owner_desc}. */
        OWNER_DESC
    }
}
