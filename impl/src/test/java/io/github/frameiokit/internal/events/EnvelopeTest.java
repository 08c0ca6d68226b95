package io.github.frameiokit.internal.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    @Test
    void readsWhatAWebhookSaysOfItself() {
        assertEquals(
                new Envelope("file.ready", "acc", "ws", false),
                peek("{\"account\":{\"x\":{\"id\":\"no\"},\"id\":\"acc\"},\"list\":[{\"id\":\"no\"}],"
                        + "\"workspace\":{\"id\":\"ws\"},\"type\":\"file.ready\",\"n\":1.5,\"b\":true,\"o\":null}"));
    }

    @Test
    void readsWhatAnActionSaysOfItself() {
        assertEquals(
                new Envelope("greeting", "adobe:1", "", true),
                peek("{\"account_id\":\"adobe:1\",\"type\":\"greeting\"}"));
        assertEquals(new Envelope("greeting", "", "", true), peek("{\"action_id\":\"1\",\"type\":\"greeting\"}"));
    }

    @Test
    void takesAWebhookForAWebhookEvenIfItNamesItsAccountTwice() {
        assertEquals(
                new Envelope("file.ready", "1", "", false),
                peek("{\"account_id\":\"1\",\"account\":{\"id\":\"1\"},\"type\":\"file.ready\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"a\",\"account\":{\"id\":\"1\"}}",
                "{\"type\":\"a\",\"account\":null,\"account_id\":5,\"workspace\":\"ws\"}",
                "{\"type\":\"a\",\"account\":[{\"id\":\"1\"}],\"workspace\":{\"id\":{\"id\":\"1\"}}}",
                "{\"type\":\"a\",\"interaction_id\":\"1\"}",
                "{\"type\":\"a\",\"action_id\":\"\",\"interaction_id\":null}"
            })
    void saysTheSameOfTheTextAndOfTheJson(String text) {
        assertEquals(Envelope.of(json(text)), peek(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"a\",\"type\":{\"x\":1}}",
                "{\"type\":\"a\",\"account\":{\"id\":\"1\"},\"account\":{\"x\":\"2\"}}",
                "{\"type\":\"a\",\"account_id\":\"1\",\"account_id\":null}",
                "{\"type\":\"a\",\"action_id\":\"1\",\"action_id\":\"\"}"
            })
    void saysAnotherThingWhereAMemberIsThereTwiceInDifferentForms(String text) {
        assertNotEquals(Envelope.of(json(text)), peek(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[]",
                "\"a\"",
                "1",
                "null",
                "{}",
                "{\"type\":1}",
                "{\"type\":\"\"}",
                "{\"type\":\"a\"} x",
                "{\"type\":\"a\"}{}",
                "{'type':'a'}",
                "{\"type\":\"a\",}"
            })
    void isEmptyForWhatIsNoEvent(String text) {
        assertEquals(Optional.empty(), Envelope.peek(PARSERS, text));
    }

    @Test
    void isEmptyForWhatAParserMayChokeOn() {
        for (String value : List.of("[".repeat(65) + "]".repeat(65), "9".repeat(65), "[".repeat(1_000_000))) {
            assertEquals(Optional.empty(), Envelope.peek(PARSERS, "{\"type\":\"a\",\"x\":" + value + "}"));
        }
        assertTrue(Envelope.peek(PARSERS, "{\"type\":\"a\",\"x\":" + "[".repeat(60) + "]".repeat(60) + "}")
                .isPresent());
    }

    @Test
    void takesAnActionWithoutItsIdsForAnActionWhereOnlyAnActionHandlesIt() {
        Handler action = new Handler(Kind.ACTION, "A#a", List.of("a"), "a", Set.of(), false, "");
        Envelope envelope = new Envelope("a", "", "", false);
        assertEquals(Kind.ACTION, envelope.kind(new Handlers(List.of(action), false, false)));
        assertEquals(Kind.WEBHOOK, envelope.kind(new Handlers(List.of(), false, false)));
        assertEquals(Kind.ACTION, new Envelope("a", "", "", true).kind(new Handlers(List.of(), false, false)));
    }

    private static Envelope peek(String text) {
        return Envelope.peek(PARSERS, text).orElseThrow();
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
