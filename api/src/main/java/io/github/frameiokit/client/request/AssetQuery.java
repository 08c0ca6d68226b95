package io.github.frameiokit.client.request;

import jakarta.ws.rs.QueryParam;

/**
 * Which of assets to list, and how. Sizes sort files and versions only. Frame.io allows pages of up to 500 in folders.
 * Immutable: every change gives a new one.
 */
public final class AssetQuery extends PageQuery<AssetQuery> {

    @QueryParam("include")
    private String include;

    @QueryParam("sort")
    private String sort;

    /** Asks for all of them, in Frame.io's own order. */
    public AssetQuery() {}

    /**
     * What else Frame.io shall put into the answers.
     *
     * @param more constants of {@link Include}, or what Frame.io has added
     * @return a new query
     */
    public AssetQuery include(String... more) {
        return with(query -> query.include = Include.of(more));
    }

    /**
     * In which order they come.
     *
     * @param order the order, not null
     * @return a new query
     */
    public AssetQuery sort(Sort order) {
        return with(query -> query.sort = wireName(order));
    }

    /** The orders in which assets can come. */
    public enum Sort {
        /** {@code name_asc}. */
        NAME_ASC,
        /** {@code name_desc}. */
        NAME_DESC,
        /** {@code created_at_asc}. */
        CREATED_AT_ASC,
        /** {@code created_at_desc}. */
        CREATED_AT_DESC,
        /** {@code updated_at_asc}. */
        UPDATED_AT_ASC,
        /** {@code updated_at_desc}. */
        UPDATED_AT_DESC,
        /** {@code file_size_asc}. */
        FILE_SIZE_ASC,
        /** {@code file_size_desc}. */
        FILE_SIZE_DESC
    }
}
