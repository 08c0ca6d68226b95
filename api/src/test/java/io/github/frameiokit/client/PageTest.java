package io.github.frameiokit.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {

    private final List<String> fetched = new ArrayList<>();

    private Page<String> page(String cursor, String... items) {
        return Page.of(List.of(items), Optional.ofNullable(cursor), Optional.empty(), this::fetch);
    }

    private Page<String> fetch(String cursor) {
        fetched.add(cursor);
        return switch (cursor) {
            case "2" -> page("3");
            case "3" -> page(null, "c");
            default -> throw new IllegalArgumentException(cursor);
        };
    }

    @Test
    void iteratesOverAllPagesAlsoEmptyOnes() {
        assertEquals(List.of("a", "b", "c"), page("2", "a", "b").stream().toList());
    }

    @Test
    void fetchesAPageWhenItsFirstItemIsNeeded() {
        Iterator<String> items = page("2", "a", "b").iterator();
        items.next();
        items.next();
        assertEquals(List.of(), fetched);
        assertEquals("c", items.next());
        assertEquals(List.of("2", "3"), fetched);
        assertFalse(items.hasNext());
        assertThrows(NoSuchElementException.class, items::next);
    }

    /** A list whose pages lead to one another as told; each has one item, its own name. */
    private static Page<String> circle(String... cursors) {
        return Page.of(List.of("first"), Optional.of(cursors[0]), Optional.empty(), new Function<>() {
            private int fetched;

            @Override
            public Page<String> apply(String cursor) {
                fetched++;
                return Page.of(
                        List.of(cursor),
                        Optional.of(cursors[Math.min(fetched, cursors.length - 1)]),
                        Optional.empty(),
                        this);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "'A A', 'first A'",
        "'A B A B', 'first A B'",
        "'A B C B C', 'first A B C'",
        "'A B C D E F G C', 'first A B C D E F G'"
    })
    void aListThatGoesInCirclesIsGivenOnceAndThenFails(String cursors, String given) {
        List<String> read = new ArrayList<>();
        IllegalStateException failure = assertThrows(
                IllegalStateException.class, () -> circle(cursors.split(" ")).forEach(read::add));
        assertEquals(given, String.join(" ", read));
        assertEquals(
                "Frame.io's list leads back to a page that was read before, so it would never end; all items up to"
                        + " there were given.",
                failure.getMessage());
    }

    @Test
    void aLoopOverPagesDoesNotGoInCirclesEither() {
        Page<String> page = circle("A", "B", "A").next().orElseThrow().next().orElseThrow();
        assertEquals(List.of("B"), page.items());
        assertThrows(IllegalStateException.class, page::next);
    }

    @Test
    void aPageThatIsAskedForTwiceIsNoCircle() {
        Page<String> first = page("2", "a");
        assertEquals(
                first.next().orElseThrow().cursor(), first.next().orElseThrow().cursor());
        assertEquals(first.stream().toList(), first.stream().toList());
    }

    @Test
    void aListOfEmptyPagesEnds() {
        List<String> cursors = new ArrayList<>();
        Page<String> endless = Page.of(List.of("only"), Optional.of("0"), Optional.empty(), new Function<>() {
            @Override
            public Page<String> apply(String cursor) {
                cursors.add(cursor);
                return Page.of(List.of(), Optional.of(cursors.size() + ""), Optional.empty(), this);
            }
        });
        Iterator<String> items = endless.iterator();
        assertEquals("only", items.next());
        assertThrows(IllegalStateException.class, items::hasNext);
        assertEquals(1000, cursors.size());
    }

    @Test
    void aPageThatBreaksOffGivesItsItemsAndIsNoEnd() {
        Page<String> page = Page.brokenOff(
                List.of("a", "b"), Optional.of(5L), () -> new FrameioApiException.Unreadable("GET", "/x", 200, "why"));
        List<String> read = new ArrayList<>();
        FrameioApiException failure = assertThrows(FrameioApiException.class, () -> page.forEach(read::add));
        assertEquals("GET /x was answered 200: why", failure.getMessage());
        assertEquals(List.of("a", "b"), read);
        assertThrows(FrameioApiException.class, page::cursor);
        assertThrows(FrameioApiException.class, page::next);
        assertEquals("Page[2 items, more]", page.toString());
    }

    @Test
    void showsNoItem() {
        assertEquals("Page[2 items, more]", page("2", "a", "b").toString());
        assertEquals("Page[1 items]", page(null, "a").toString());
    }
}
