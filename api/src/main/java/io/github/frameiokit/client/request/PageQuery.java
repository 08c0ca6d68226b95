package io.github.frameiokit.client.request;

import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a list is asked for: how many items a page has, and where to go on.
 *
 * @param <Q> the query's own type
 */
public abstract class PageQuery<Q extends PageQuery<Q>> implements Cloneable {

    @QueryParam("after")
    private String after;

    @QueryParam("page_size")
    private Integer pageSize;

    @QueryParam("include_total_count")
    private Boolean includeTotalCount;

    PageQuery() {}

    /**
     * How many items a page has; Frame.io gives 50 when it isn't said.
     *
     * @param items at least 1, at most 100, or 500 where folders are listed
     * @return a new query
     * @throws IllegalArgumentException if it is less than 1 or more than 500
     */
    public Q pageSize(int items) {
        int checked = (int) Draft.number("page_size", items, 1, 500);
        return with(query -> ((PageQuery<?>) query).pageSize = checked);
    }

    /**
     * Where to go on, for those who keep the place between two requests; pages find the following ones by themselves.
     *
     * @param cursor what {@link io.github.frameiokit.client.Page#cursor()} of the page before said, not null
     * @return a new query
     * @throws IllegalArgumentException if it is blank, which would be the first page again
     */
    public Q after(String cursor) {
        String checked = Draft.text("after", cursor, Integer.MAX_VALUE);
        return with(query -> ((PageQuery<?>) query).after = checked);
    }

    /**
     * Where it goes on.
     *
     * @return the cursor; empty for the first page
     */
    public Optional<String> cursor() {
        return Optional.ofNullable(after);
    }

    /**
     * Has Frame.io count all items, for {@link io.github.frameiokit.client.Page#totalCount()}.
     *
     * @return a new query
     */
    public Q includeTotalCount() {
        return with(query -> ((PageQuery<?>) query).includeTotalCount = true);
    }

    final Q with(Consumer<Q> change) {
        Q copy = copy();
        change.accept(copy);
        return copy;
    }

    @SuppressWarnings("unchecked")
    private Q copy() {
        try {
            return (Q) clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String wireName(Enum<?> value) {
        return Draft.given("sort", value).name().toLowerCase(Locale.ROOT);
    }
}
