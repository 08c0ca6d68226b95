package io.github.frameiokit.internal.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.signing.SigningSecretResolver;
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
    private static final Handlers NONE = new Handlers(List.of(), false, false, false);

    @Test
    void readsWhatAWebhookSaysOfItself() {
        assertEquals(
                new Envelope(Kind.WEBHOOK, "file.ready", "", "acc", "ws", "", ""),
                peek("{\"account\":{\"x\":{\"id\":\"no\"},\"id\":\"acc\"},\"list\":[{\"id\":\"no\"}],"
                        + "\"workspace\":{\"id\":\"ws\"},\"type\":\"file.ready\",\"n\":1.5,\"b\":true,\"o\":null}"));
    }

    @Test
    void readsWhatAnActionSaysOfItself() {
        assertEquals(
                new Envelope(Kind.ACTION, "greeting", "adobe:1", "", "", "", ""),
                peek("{\"account_id\":\"adobe:1\",\"type\":\"greeting\"}"));
        assertEquals(
                new Envelope(Kind.ACTION, "greeting", "", "", "", "act", "int"),
                peek("{\"action_id\":\"act\",\"data\":{\"action_id\":\"no\",\"id\":\"no\"},\"interaction_id\":\"int\","
                        + "\"type\":\"greeting\"}"));
    }

    @Test
    void takesAWebhookForAWebhookEvenIfItNamesItsAccountTwice() {
        assertEquals(
                Kind.WEBHOOK,
                peek("{\"account_id\":\"1\",\"account\":{\"id\":\"1\"},\"type\":\"file.ready\"}")
                        .kind());
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
        assertEquals(Envelope.of(json(text), NONE), peek(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"a\",\"type\":\"a\"}",
                "{\"type\":\"a\",\"account\":{\"id\":\"1\"},\"account\":{\"x\":\"2\"}}",
                "{\"type\":\"a\",\"account\":{\"id\":\"1\",\"id\":5}}",
                "{\"type\":\"a\",\"x\":[{\"y\":[{\"z\":1,\"z\":1}]}]}",
                "{\"type\":\"a\",\"account_id\":\"1\",\"\\u0061ccount_id\":null}"
            })
    void isNotReadFromABodyThatHasAMemberTwice(String text) {
        Rejection rejection = assertThrows(Rejection.class, () -> body(text));
        assertEquals(400, rejection.outcome().status());
        assertEquals("An object in the body has two members of one name.", rejection.getMessage());
    }

    @Test
    void isReadFromAnyOtherBodyAsItIs() {
        String text =
                "{\"type\":\"a\",\"n\":[1,-2.5e3,true,false,null,\"x\",{\"a\":{}},[]],\"n2\":{\"n\":[{\"n\":\"\"}]}}";
        assertEquals(json(text), body(text));
        for (String not : List.of("", "{", "[]", "\"a\"", "{} x", "{}{}", "{\"a\":1,}")) {
            assertEquals(
                    "The body is not a JSON object.",
                    assertThrows(Rejection.class, () -> body(not)).getMessage());
        }
        assertEquals(
                "The body is nested more than 64 deep.",
                assertThrows(Rejection.class, () -> body("{\"a\":" + "[".repeat(100_000)))
                        .getMessage());
    }

    @Test
    void isEmptyWhereSomethingIsLongerThanAnyOfFrameiosOrNamesTwoAccounts() {
        String long255 = "x".repeat(255);
        for (String member : List.of(
                "\"account_id\":\"%s\"",
                "\"account\":{\"id\":\"%s\"}",
                "\"workspace\":{\"id\":\"%s\"}",
                "\"action_id\":\"%s\"",
                "\"interaction_id\":\"%s\"")) {
            peek("{\"type\":\"a\"," + String.format(member, long255) + "}");
            assertEquals(
                    Optional.empty(),
                    Envelope.peek(PARSERS, "{\"type\":\"a\"," + String.format(member, long255 + "y") + "}", NONE));
        }
        assertEquals(Optional.empty(), Envelope.peek(PARSERS, "{\"type\":\"" + long255 + "y\"}", NONE));
        assertEquals(
                Optional.empty(),
                Envelope.peek(PARSERS, "{\"type\":\"a\",\"account_id\":\"1\",\"account\":{\"id\":\"2\"}}", NONE));
    }

    @Test
    void asksTheResolverWithAllOfIt() {
        SigningSecretResolver.Request action = peek("{\"type\":\"t\",\"account_id\":\"a\",\"workspace\":{\"id\":\"w\"},"
                        + "\"action_id\":\"c\",\"interaction_id\":\"i\"}")
                .request();
        assertTrue(action.isAction());
        assertEquals("t", action.type());
        assertEquals(Optional.of("a"), action.accountId());
        assertEquals(Optional.of("w"), action.workspaceId());
        assertEquals(Optional.of("c"), action.actionId());
        assertEquals(Optional.of("i"), action.interactionId());
        SigningSecretResolver.Request webhook =
                peek("{\"type\":\"t\",\"account\":{\"id\":\"a\"}}").request();
        assertFalse(webhook.isAction());
        assertEquals(Optional.of("a"), webhook.accountId());
        assertEquals(Optional.empty(), webhook.actionId());
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
        assertEquals(Optional.empty(), Envelope.peek(PARSERS, text, NONE));
    }

    @Test
    void isEmptyForWhatAParserMayChokeOn() {
        for (String value : List.of("[".repeat(65) + "]".repeat(65), "9".repeat(65), "[".repeat(1_000_000))) {
            assertEquals(Optional.empty(), Envelope.peek(PARSERS, "{\"type\":\"a\",\"x\":" + value + "}", NONE));
        }
        assertTrue(Envelope.peek(PARSERS, "{\"type\":\"a\",\"x\":" + "[".repeat(60) + "]".repeat(60) + "}", NONE)
                .isPresent());
    }

    @Test
    void takesAnActionWithoutItsIdsForAnActionWhereOnlyAnActionHandlesIt() {
        Handler action =
                new ActionHandler(new Handler.Id("A", "a", List.of()), "a", "a", "", Set.of(), false, false, "");
        Handlers handlers = new Handlers(List.of(action), false, false, false);
        assertEquals(
                Kind.ACTION,
                Envelope.peek(PARSERS, "{\"type\":\"a\"}", handlers)
                        .orElseThrow()
                        .kind());
        assertEquals(Kind.WEBHOOK, peek("{\"type\":\"a\"}").kind());
        assertEquals(Kind.ACTION, peek("{\"type\":\"a\",\"action_id\":\"1\"}").kind());
    }

    private static Envelope peek(String text) {
        return Envelope.peek(PARSERS, text, NONE).orElseThrow();
    }

    private static JsonObject body(String text) {
        return Body.parse(PARSERS, Json.createBuilderFactory(Map.of()), text);
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
