package io.github.frameiokit.internal.install.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostedTest {

    @Test
    void whatABrowserEncodesIsRead() {
        Posted posted = Posted.of("field-a=x%20%26+%C3%A4&field-b=&form=f&field-a=second&broken=%zz&none&=x");
        assertEquals(Map.of("a", "x & ä", "b", ""), posted.fields());
        assertEquals(Optional.of("f"), posted.text("form"));
        assertEquals(Optional.empty(), posted.text("broken"));
        assertEquals(Optional.empty(), posted.text("missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"378fcbf7-6f88-4224-8139-6a743ed940b2", "adobe:urn:aaid:sc:US:1", "a"})
    void idOfFrameiosIsAccepted(String id) {
        assertEquals(Optional.of(id), new Posted(Map.of("account", id)).id("account"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "a/b", "a%2fb", "a b", "a\nb", "?", "\u0000"})
    void whatCouldLeadElsewhereIsNoId(String id) {
        assertEquals(Optional.empty(), new Posted(Map.of("account", id)).id("account"));
    }

    @Test
    void endlessTextIsNoId() {
        assertEquals(Optional.empty(), new Posted(Map.of("account", "a".repeat(201))).id("account"));
    }

    @Test
    void noValueIsShown() {
        assertEquals("Posted[key]", new Posted(Map.of("key", "secret")).toString());
    }
}
