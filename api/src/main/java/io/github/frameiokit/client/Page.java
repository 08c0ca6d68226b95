package io.github.frameiokit.client;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One page of a list, and the way to all following ones.
 *
 * <pre>{@code
 * for (Comment comment : frameio.comments().index(accountId, fileId)) { … }   // all of them, page by page
 *
 * Page<Comment> page = frameio.comments().index(accountId, fileId);           // or just this page
 * page.items();
 * page.next();
 * }</pre>
 *
 * <p>Iterating fetches a following page when its first item is needed, on the thread that iterates, and can fail then
 * like any call. Each iteration begins with this page, without fetching it again. Immutable and thread-safe.
 *
 * @param <T> the items' type
 */
public final class Page<T> implements Iterable<T> {

    private final List<T> items;
    private final Optional<String> cursor;
    private final Optional<Long> totalCount;
    private final Function<String, Page<T>> following;

    private Page(
            List<T> items, Optional<String> cursor, Optional<Long> totalCount, Function<String, Page<T>> following) {
        this.items = List.copyOf(items);
        this.cursor = Objects.requireNonNull(cursor, "cursor");
        this.totalCount = Objects.requireNonNull(totalCount, "totalCount");
        this.following = Objects.requireNonNull(following, "following");
    }

    /**
     * Makes a page, as the client does and as a test of an app may.
     *
     * @param <T> the items' type
     * @param items the items, copied, not null
     * @param cursor where the following page begins, or empty for the last page; not null
     * @param totalCount how many items all pages have, where that is known; not null
     * @param following fetches the page that begins at a cursor, not null
     * @return the page
     */
    public static <T> Page<T> of(
            List<T> items, Optional<String> cursor, Optional<Long> totalCount, Function<String, Page<T>> following) {
        return new Page<>(items, cursor, totalCount, following);
    }

    /**
     * The items of this page alone.
     *
     * @return the items, unmodifiable
     */
    public List<T> items() {
        return items;
    }

    /**
     * Where the following page begins, for those who keep the place and go on later with a query's {@code after}.
     *
     * @return the cursor, opaque; empty on the last page
     */
    public Optional<String> cursor() {
        return cursor;
    }

    /**
     * How many items all pages have.
     *
     * @return the number; empty unless the query asked Frame.io to count
     */
    public Optional<Long> totalCount() {
        return totalCount;
    }

    /**
     * Fetches the following page.
     *
     * @return the page; empty after the last
     * @throws FrameioApiException if Frame.io refuses it or doesn't answer
     */
    public Optional<Page<T>> next() {
        return cursor.map(following);
    }

    /**
     * The items of this and all following pages.
     *
     * @return an iterator that fetches pages as they are needed; not thread-safe
     */
    @Override
    public Iterator<T> iterator() {
        return new Items<>(this);
    }

    /**
     * The items of this and all following pages.
     *
     * @return a sequential stream that fetches pages as they are needed
     */
    public Stream<T> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    @Override
    public String toString() {
        return "Page[" + items.size() + (cursor.isPresent() ? " items, more]" : " items]");
    }

    private static final class Items<T> implements Iterator<T> {

        private Page<T> page;
        private int index;

        Items(Page<T> page) {
            this.page = page;
        }

        @Override
        public boolean hasNext() {
            while (index == page.items.size()) {
                Optional<Page<T>> next = page.next();
                if (next.isEmpty()) {
                    return false;
                }
                if (next.get().cursor.isPresent() && next.get().cursor.equals(page.cursor)) {
                    throw new IllegalStateException("Frame.io gave the same page twice, so the list would never end.");
                }
                page = next.get();
                index = 0;
            }
            return true;
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.items.get(index++);
        }
    }
}
