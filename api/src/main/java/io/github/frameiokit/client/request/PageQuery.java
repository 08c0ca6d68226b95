package io.github.frameiokit.client.request;

import java.util.Optional;

/**
 * The query parameters that all lists take: how many items a page has, and where it begins. Immutable and thread-safe:
 * each method returns a copy.
 *
 * @param <Q> the query's own type
 */
public abstract class PageQuery<Q extends PageQuery<Q>> extends RequestParameters<Q> {

    PageQuery() {}

    /**
     * Sets how many items a page has. Without it, Frame.io returns 50.
     *
     * @param items the number, from 1 to 100, or to 500 in lists of a folder's assets
     * @return a copy with this change
     * @throws IllegalArgumentException if it is less than 1 or greater than 500
     */
    public Q pageSize(int items) {
        return setNumber("page_size", items, 1, 500);
    }

    /**
     * Sets where the list continues, for apps that keep the place between two requests. Following pages of a
     * {@link io.github.frameiokit.client.Page} are fetched without it.
     *
     * @param cursor the {@link io.github.frameiokit.client.Page#cursor()} of the previous page, not blank
     * @return a copy with this change
     * @throws IllegalArgumentException if it is null or blank, which would return the first page again
     */
    public Q after(String cursor) {
        return setText("after", cursor);
    }

    /**
     * Where the list continues.
     *
     * @return the cursor; empty for the first page
     */
    public Optional<String> cursor() {
        return Optional.ofNullable((String) parameters().get("after"));
    }

    /**
     * Asks Frame.io to count all items, for {@link io.github.frameiokit.client.Page#totalCount()}.
     *
     * @return a copy with this change
     */
    public Q includeTotalCount() {
        return set("include_total_count", true);
    }
}
