package io.github.frameiokit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventsTest {

    private static final Instant SENT = Instant.ofEpochSecond(1604004499);

    @Nested
    class AWebhook {

        private static final String DOCUMENTED = """
                {"account":{"id":"acc"},"project":{"id":"pro"},"resource":{"id":"res","type":"file"},
                 "type":"file.ready","user":{"id":"the-user"},"workspace":{"id":"ws"}}""";

        @Test
        void hasEveryDocumentedField() {
            WebhookEvent event = webhook(DOCUMENTED);
            assertEquals("file.ready", event.type());
            assertEquals(SENT, event.timestamp());
            assertEquals(new Resource("res", "file"), event.resource());
            assertEquals("res", event.resourceId());
            assertTrue(event.resource().is(ResourceType.FILE));
            assertEquals(Optional.of(new Reference("acc")), event.account());
            assertEquals(Optional.of("acc"), event.accountId());
            assertEquals(Optional.of("pro"), event.projectId());
            assertEquals(Optional.of("ws"), event.workspaceId());
            assertEquals(Optional.of("the-user"), event.userId());
        }

        @Test
        void needsNoMoreThanTypeAndResource() {
            WebhookEvent event = webhook(
                    "{\"type\":\"share.viewed\",\"resource\":{\"id\":\"adobe:1\"},\"user\":null," + "\"project\":{}}");
            assertEquals(new Resource("adobe:1", ""), event.resource());
            assertEquals(Optional.empty(), event.accountId());
            assertEquals(Optional.empty(), event.user());
            assertEquals(Optional.empty(), event.project());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"\"u\"", "5", "true", "[]", "[{\"id\":\"1\"}]", "{}", "{\"id\":5}", "{\"id\":\"\"}", "null"})
        void isNotLostForAnOptionalMemberOfAnotherForm(String value) {
            WebhookEvent event = webhook("{\"type\":\"a\",\"resource\":{\"id\":\"1\",\"type\":7},\"account\":" + value
                    + ",\"workspace\":" + value + ",\"project\":" + value + ",\"user\":" + value + "}");
            assertEquals(new Resource("1", ""), event.resource());
            assertEquals(Optional.empty(), event.accountId());
            assertEquals(Optional.empty(), event.workspaceId());
            assertEquals(Optional.empty(), event.projectId());
            assertEquals(Optional.empty(), event.userId());
            assertEquals(value, event.json().get("user").toString());
        }

        @Test
        void mayNameOneAccountInBothSpellings() {
            assertEquals(
                    Optional.of("1"),
                    webhook(
                                    "{\"type\":\"a\",\"resource\":{\"id\":\"1\"},\"account_id\":\"1\",\"account\":{\"id\":\"1\"}}")
                            .accountId());
        }

        @Test
        void keepsWhatItDoesNotKnow() {
            WebhookEvent event = webhook(
                    "{\"type\":\"new.type\",\"resource\":{\"id\":\"1\",\"type\":\"hologram\"}," + "\"new\":[1]}");
            assertEquals("hologram", event.resource().type());
            assertEquals(1, event.json().getJsonArray("new").getInt(0));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"type\":\"file.ready\"}",
                    "{\"type\":5,\"resource\":{\"id\":\"1\"}}",
                    "{\"type\":\" \",\"resource\":{\"id\":\"1\"}}",
                    "{\"type\":\"file.ready\",\"resource\":\"hidden\"}",
                    "{\"type\":\"file.ready\",\"resource\":{}}",
                    "{\"type\":\"file.ready\",\"resource\":{\"id\":[\"hidden\"]}}",
                    "{\"type\":\"file.ready\",\"resource\":{\"id\":5}}",
                    "{\"type\":\"file.ready\",\"resource\":{\"id\":\"\"}}",
                    "{\"type\":\"a\",\"resource\":{\"id\":\"1\"},\"account_id\":\"hidden\",\"account\":{\"id\":\"b\"}}"
                })
        void refusesAnotherShapeInASentenceWithoutItsValues(String text) {
            JsonObject json = json(text);
            String message = assertThrows(IllegalArgumentException.class, () -> WebhookEvent.of(json, SENT))
                    .getMessage();
            assertTrue(message.matches("[^.]+\\."), message);
            assertFalse(message.contains("hidden"), message);
        }

        @Test
        void isSafeToLog() {
            String text = webhook(
                            DOCUMENTED.replace("\"res\"", "\"r\\n\\u2028\\u0085\\u009b\\u202e\\ud800\\u001b[31m\""))
                    .toString();
            assertEquals("webhook[file.ready account=acc workspace=ws project=pro file=r???????[31m]", text);
            assertTrue(webhook(DOCUMENTED.replace("\"res\"", '"' + "x".repeat(10_000) + '"'))
                            .toString()
                            .length()
                    < 300);
        }

        @Test
        void doesNotShowAUserInLogsEvenAsTheResource() {
            assertEquals(
                    "webhook[user.added]",
                    webhook("{\"type\":\"user.added\",\"resource\":{\"id\":\"the-user\",\"type\":\"user\"}}")
                            .toString());
        }

        @Test
        void isEqualToNoOtherOfTheSamePayload() {
            assertNotEquals(webhook(DOCUMENTED), webhook(DOCUMENTED));
        }
    }

    @Nested
    class AnAction {

        private static final String DOCUMENTED = """
                {"account_id":"acc","action_id":"act","interaction_id":"int","project":{"id":"pro"},
                 "resource":{"id":"res","type":"version_stack"},"type":"two.event","user":{"id":"the-user"},
                 "workspace":{"id":"ws"}}""";

        @Test
        void hasEveryDocumentedField() {
            ActionEvent event = action(DOCUMENTED);
            assertEquals(Optional.of("acc"), event.accountId());
            assertEquals(Optional.of("act"), event.actionId());
            assertEquals(Optional.of("int"), event.interactionId());
            assertEquals(Optional.of(new Resource("res", "version_stack")), event.resource());
            assertEquals(Optional.of("res"), event.resourceId());
            assertEquals(Optional.of("the-user"), event.userId());
            assertEquals(Optional.empty(), event.data());
        }

        @Test
        void hasAllSelectedAssetsHoweverTheyCome() {
            List<Resource> two = List.of(new Resource("1", "file"), new Resource("2", "folder"));
            String several = "\"resources\":[{\"id\":\"1\",\"type\":\"file\"},{\"id\":\"2\",\"type\":\"folder\"}]";
            assertEquals(two, action("{\"type\":\"a\"," + several + "}").resources());
            assertEquals(
                    two,
                    action("{\"type\":\"a\",\"resource\":{\"id\":\"1\",\"type\":\"file\"}," + several + "}")
                            .resources());
            assertEquals(
                    List.of(new Resource("1", "file")),
                    action("{\"type\":\"a\",\"resource\":{\"id\":\"1\",\"type\":\"file\"},\"resources\":[]}")
                            .resources());
            assertEquals(List.of(), action("{\"type\":\"a\"}").resources());
            assertEquals(Optional.empty(), action("{\"type\":\"a\"}").resource());
        }

        @Test
        void hasDataOnlyOnceSomethingWasSubmitted() {
            for (String data :
                    List.of("", ",\"data\":null", ",\"data\":{}", ",\"data\":\"x\"", ",\"data\":[]", ",\"data\":5")) {
                assertEquals(
                        Optional.empty(), action("{\"type\":\"a\"" + data + "}").data());
            }
            assertEquals(
                    "b",
                    action("{\"type\":\"a\",\"data\":{\"a\":\"b\"}}")
                            .data()
                            .orElseThrow()
                            .text("a"));
        }

        @Test
        void isNotLostForAnOptionalMemberOfAnotherForm() {
            ActionEvent event = action("{\"type\":\"a\",\"account_id\":5,\"action_id\":{},\"interaction_id\":1,"
                    + "\"resource\":\"r\",\"resources\":[1,{\"id\":2},{\"id\":\"3\"},null]}");
            assertEquals(Optional.empty(), event.accountId());
            assertEquals(Optional.empty(), event.actionId());
            assertEquals(Optional.empty(), event.interactionId());
            assertEquals(List.of(new Resource("3", "")), event.resources());
            assertEquals(List.of(), action("{\"type\":\"a\",\"resources\":{}}").resources());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"{}", "{\"type\":7}", "{\"type\":\"a\",\"account_id\":\"1\",\"account\":{\"id\":\"2\"}}"})
        void refusesWhatSaysNotWhichOrForWhom(String text) {
            JsonObject json = json(text);
            assertThrows(IllegalArgumentException.class, () -> ActionEvent.of(json, SENT));
        }

        @Test
        void isSafeToLog() {
            String text = action(DOCUMENTED.replace("}}", "},\"data\":{\"password\":\"hidden\"}}"))
                    .toString();
            assertEquals(
                    "action[two.event account=acc workspace=ws project=pro version_stack=res interaction=int]", text);
        }
    }

    @Nested
    class FormValues {

        private final FormData data =
                FormData.of(json("{\"text\":\"Café ☕\",\"yes\":true,\"also\":\"TRUE\",\"no\":\"false\","
                        + "\"list\":[\"a\",null,\"\",\"b\"],\"number\":1.5,\"empty\":\"\",\"null\":null}"));

        @Test
        void comeAsText() {
            assertEquals("Café ☕", data.text("text"));
            assertEquals("1.5", data.text("number"));
            assertEquals("true", data.text("yes"));
        }

        @Test
        void comeAsBooleans() {
            assertTrue(data.bool("yes"));
            assertTrue(data.bool("also"));
            assertFalse(data.bool("no"));
            assertFalse(data.bool("text"));
        }

        @Test
        void comeAsLists() {
            assertEquals(List.of("a", "b"), data.list("list"));
            assertEquals(List.of("Café ☕"), data.list("text"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"empty", "null", "absent"})
        void areEmptyWhereTheFieldWasLeftAlone(String name) {
            assertEquals("", data.text(name));
            assertFalse(data.bool(name));
            assertEquals(List.of(), data.list(name));
        }

        @Test
        void areNotShownInLogs() {
            assertEquals("FormData[text, yes, also, no, list, number, empty, null]", data.toString());
        }
    }

    private static WebhookEvent webhook(String text) {
        return WebhookEvent.of(json(text), SENT);
    }

    private static ActionEvent action(String text) {
        return ActionEvent.of(json(text), SENT);
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
