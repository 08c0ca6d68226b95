package io.github.frameiokit.client;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, which can fetch the following pages.
 *
 * <pre>{@code
 * for (Comment comment : frameio.comments().index(accountId, fileId)) { … }   // all of them, page by page
 *
 * Page<Comment> page = frameio.comments().index(accountId, fileId);           // or only this page
 * page.items();
 * page.next();
 * }</pre>
 *
 * <p>Iterating fetches a following page when its first item is needed, on the thread that iterates. The fetch can fail
 * like any call, after all items of the previous pages were returned. Each iteration starts with this page and doesn't
 * fetch it again. Immutable and thread-safe.
 *
 * <p>Neither an iteration nor a loop over {@link #next()} can run forever: it fails if Frame.io returns a page that was
 * read before, or 1,000 empty pages in a row. To detect the former, a page keeps 16 bytes for each cursor that led to
 * it.
 *
 * @param <T> the items' type
 */
public final class Page<T> implements Iterable<T> {

    private static final int MOST_EMPTY = 1000;

    private final List<T> items;
    private final Optional<String> cursor;
    private final Optional<Long> totalCount;
    private final Function<String, Page<T>> following;
    private final @Nullable Supplier<? extends RuntimeException> failure;
    private final Trail trail;

    private Page(
            List<T> items,
            Optional<String> cursor,
            Optional<Long> totalCount,
            Function<String, Page<T>> following,
            @Nullable Supplier<? extends RuntimeException> failure,
            Trail trail) {
        this.items = items;
        this.cursor = cursor;
        this.totalCount = totalCount;
        this.following = following;
        this.failure = failure;
        this.trail = trail;
    }

    /**
     * Creates a page. The kit does this; tests of apps can, too.
     *
     * @param <T> the items' type
     * @param items the items, copied, not null
     * @param cursor where the following page starts, or empty for the last page; not null
     * @param totalCount how many items all pages have, empty if unknown; not null
     * @param following fetches the page that starts at a cursor, not null
     * @return the page
     */
    public static <T> Page<T> of(
            List<T> items, Optional<String> cursor, Optional<Long> totalCount, Function<String, Page<T>> following) {
        return new Page<>(
                copy(items),
                Objects.requireNonNull(cursor, "cursor"),
                Objects.requireNonNull(totalCount, "totalCount"),
                Objects.requireNonNull(following, "following"),
                null,
                Trail.START);
    }

    /**
     * Creates a page of a list that continues, but whose next page can't be fetched.
     *
     * @param <T> the items' type
     * @param items the items, copied, not null
     * @param totalCount how many items all pages have, empty if unknown; not null
     * @param failure supplies the exception that is thrown instead of fetching the next page, not null
     * @return the page
     */
    public static <T> Page<T> brokenOff(
            List<T> items, Optional<Long> totalCount, Supplier<? extends RuntimeException> failure) {
        Objects.requireNonNull(failure, "failure");
        return new Page<>(
                copy(items),
                Optional.empty(),
                Objects.requireNonNull(totalCount, "totalCount"),
                cursor -> {
                    throw failure.get();
                },
                failure,
                Trail.START);
    }

    private static <T> List<T> copy(List<T> items) {
        Objects.requireNonNull(items, "items").forEach(item -> Objects.requireNonNull(item, "items"));
        return List.copyOf(items);
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
     * The cursor at which the following page starts. An app can store it and continue later with a query's
     * {@code after}.
     *
     * @return the cursor, opaque; empty on the last page
     * @throws FrameioApiException.Unreadable if Frame.io says that the list continues, but not where
     */
    public Optional<String> cursor() {
        if (failure != null) {
            throw failure.get();
        }
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
     * @return the page; empty if this is the last one
     * @throws FrameioApiException if Frame.io rejects the call or doesn't respond;
     *     {@link FrameioApiException.Unreadable} if it says that the list continues, but not where
     * @throws IllegalStateException if the list would never end, because Frame.io returns a page that was read before,
     *     or one empty page after another
     */
    public Optional<Page<T>> next() {
        return cursor().map(place -> {
            Trail longer = trail.with(place, items.isEmpty());
            Page<T> next = following.apply(place);
            return new Page<>(next.items, next.cursor, next.totalCount, next.following, next.failure, longer);
        });
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
        return "Page[" + items.size() + (cursor.isPresent() || failure != null ? " items, more]" : " items]");
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

    /** The cursors that led to a page. Only a part of each cursor's digest is kept, since a cursor may be long. */
    private record Trail(
            long high, long low, int empty, @Nullable Trail before) {

        static final Trail START = new Trail(0, 0, 0, null);

        Trail with(String cursor, boolean emptyPage) {
            ByteBuffer digest = ByteBuffer.wrap(sha256(cursor));
            Trail longer = new Trail(digest.getLong(), digest.getLong(), emptyPage ? empty + 1 : 0, this);
            for (Trail passed = this; passed.before != null; passed = passed.before) {
                if (passed.high == longer.high && passed.low == longer.low) {
                    throw new IllegalStateException("Frame.io's list leads back to a page that was read before, so it"
                            + " would never end; all items up to there were given.");
                }
            }
            if (longer.empty >= MOST_EMPTY) {
                throw new IllegalStateException("Frame.io's list had " + MOST_EMPTY + " empty pages in a row and still"
                        + " goes on, so it may never end; all items up to there were given.");
            }
            return longer;
        }

        private static byte[] sha256(String text) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e); // every Java has it
            }
        }
    }
}
