package io.github.frameiokit.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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
            default -> page(cursor, "again");
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

    @Test
    void endsAListThatWouldNotEnd() {
        assertThrows(IllegalStateException.class, () -> page("1", "a").forEach(item -> {}));
    }

    @Test
    void showsNoItem() {
        assertEquals("Page[2 items, more]", page("2", "a", "b").toString());
        assertEquals("Page[1 items]", page(null, "a").toString());
    }
}
