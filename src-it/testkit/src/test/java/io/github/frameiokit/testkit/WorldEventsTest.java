package io.github.frameiokit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The world sends its events, and runs its actions, as Frame.io does. */
class WorldEventsTest extends WorldFixture {

    private static final Scripted FAILURE = new Scripted(503, Map.of(), "");

    private void listen(String... types) {
        world.addWebhook("A webhook", app.url(), SECRET, types);
    }

    private void listenToAll() {
        listen(WebhookTypes.all().toArray(String[]::new));
    }

    /** The types of all events, in the order of their names: Frame.io promises no other one. */
    private Set<String> types() {
        world.settle(PATIENCE);
        return new TreeSet<>(app.types());
    }

    @Nested
    class AnEvent {

        @Test
        void isSignedWithTheSecretThatTheWebhooksCreationReturned() {
            String secret = data(
                            "POST",
                            workspace + "/webhooks",
                            "{\"name\": \"w\", \"url\": \"" + app.url() + "\", \"events\": [\"comment.created\"]}")
                    .getString("secret");
            String comment = data("POST", file("Trailer.mov") + "/comments", "{\"text\": \"Nice\"}")
                    .getString("id");
            world.settle(PATIENCE);
            ReceivingApp.Event event = app.events().get(0);
            assertTrue(event.isSignedWith(secret));
            assertEquals(
                    Json.createObjectBuilder()
                            .add("account", Json.createObjectBuilder().add("id", world.accountId()))
                            .add("project", Json.createObjectBuilder().add("id", world.projectId()))
                            .add(
                                    "resource",
                                    Json.createObjectBuilder()
                                            .add("id", comment)
                                            .add("type", "comment"))
                            .add("type", "comment.created")
                            .add("user", Json.createObjectBuilder().add("id", FakeIms.SERVICE_ACCOUNT.frameioId()))
                            .add("workspace", Json.createObjectBuilder().add("id", world.workspaceId()))
                            .build(),
                    event.json());
            assertEquals("Frame.io V4 API", event.headers().get("user-agent"));
            assertEquals("application/json", event.headers().get("content-type"));
        }

        @Test
        void isSentAgainUntilTheAppAcceptsIt() {
            listen("comment.created");
            app.answers(FAILURE, Scripted.NO_ANSWER, FAILURE);
            world.comment(id("Trailer.mov"), "x", FakeIms.ADA);
            world.settle(PATIENCE);
            assertEquals(4, app.events().size());
            Delivery delivery = world.deliveries().get(0);
            assertEquals(
                    List.of(503, 0, 503, 200),
                    delivery.attempts().stream().map(Delivery.Attempt::status).toList());
            assertTrue(delivery.accepted());
            assertFalse(delivery.pending());
        }

        @Test
        void isLostAfterFiveAttempts() {
            listen("comment.created");
            app.answers(FAILURE, FAILURE, FAILURE, FAILURE, FAILURE, FAILURE);
            world.comment(id("Trailer.mov"), "x", FakeIms.ADA);
            world.settle(PATIENCE);
            assertEquals(5, app.events().size());
            assertFalse(world.deliveries().get(0).accepted());
        }

        @Test
        void waitsTwiceAsLongBeforeEachAttempt() {
            listen("comment.created");
            app.answers(FAILURE, FAILURE, FAILURE, FAILURE);
            world.comment(id("Trailer.mov"), "x", FakeIms.ADA);
            world.settle(PATIENCE);
            List<Delivery.Attempt> attempts = world.deliveries().get(0).attempts();
            for (int i = 1; i < attempts.size(); i++) {
                Duration waited = Duration.between(
                        attempts.get(i - 1).at(), attempts.get(i).at());
                assertTrue(waited.toMillis() >= 15L << (i - 1), i + ": " + waited);
            }
        }

        @Test
        void isSentAfterSecondsWithoutAScale() {
            world.timeScale(1);
            listen("comment.created");
            app.answers(FAILURE);
            world.comment(id("Trailer.mov"), "x", FakeIms.ADA);
            assertThrows(IllegalStateException.class, () -> world.settle(Duration.ofMillis(300)));
            assertTrue(world.deliveries().get(0).pending());
        }

        @Test
        void goesOnlyToActiveWebhooksThatWantItsType() {
            listen("file.ready");
            listen("comment.created");
            String path = account + "/webhooks/"
                    + world.all(World.Kind.WEBHOOK).get(1).getString("id");
            data("PATCH", path, "{\"active\": false}");
            world.comment(id("Trailer.mov"), "x", FakeIms.ADA);
            assertEquals(Set.of(), types());
            data("PATCH", path, "{\"active\": true}");
            world.comment(id("Trailer.mov"), "x", FakeIms.ADA);
            assertEquals(Set.of("comment.created"), types());
        }

        @Test
        void staysInItsWorkspace() {
            listen("project.created");
            String other = data("POST", account + "/workspaces", "{\"name\": \"Other\"}")
                    .getString("id");
            data("POST", account + "/workspaces/" + other + "/projects", "{\"name\": \"x\"}");
            assertEquals(Set.of(), types());
            data("POST", workspace + "/projects", "{\"name\": \"x\"}");
            assertEquals(Set.of("project.created"), types());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://example.com/frameio",
                    "http://127.evil.example/frameio",
                    "http://localhost.evil.example/frameio",
                    "ftp://localhost/frameio",
                    "not an address"
                })
        void isNotSentToAnotherMachine(String url) {
            world.addWebhook("Elsewhere", url, SECRET, "comment.created");
            world.comment(id("Trailer.mov"), "x", FakeIms.ADA);
            world.settle(PATIENCE);
            Delivery.Attempt attempt = world.deliveries().get(0).attempts().get(0);
            assertTrue(attempt.problem().startsWith("not sent"), attempt.problem());
        }

        @Test
        void canBeSentByHand() {
            listen("share.viewed", "file.deleted");
            world.fire("share.viewed", "share", "a-share", FakeIms.ADA);
            world.fire("file.deleted", "file", id("Trailer.mov"), World.GRACE);
            assertEquals(Set.of("file.deleted", "share.viewed"), types());
            JsonObject viewed = app.events().stream()
                    .map(ReceivingApp.Event::json)
                    .filter(it -> it.getString("type").equals("share.viewed"))
                    .findFirst()
                    .orElseThrow();
            assertEquals("a-share", viewed.getJsonObject("resource").getString("id"));
            assertEquals(world.projectId(), viewed.getJsonObject("project").getString("id"));
        }
    }

    @Nested
    class AChange {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "PATCH | /files/{Script.pdf} | {\"name\": \"x\"} | file.updated",
                    "PATCH | /files/{Script.pdf}/move | {\"parent_id\": \"{Dailies}\"} | file.updated",
                    "POST | /files/{Script.pdf}/copy | {\"parent_id\": \"{Dailies}\"} | file.copied",
                    "DELETE | /files/{Script.pdf} | | file.deleted",
                    "POST | /folders/{Dailies}/folders | {\"name\": \"x\"} | folder.created",
                    "PATCH | /folders/{Dailies} | {\"name\": \"x\"} | folder.updated",
                    "POST | /folders/{Dailies}/copy | | folder.copied",
                    "DELETE | /folders/{Dailies} | | folder.deleted",
                    "POST | /folders/{Dailies}/version_stacks | {\"file_ids\": [\"{A001_C001.mov}\", \"{A001_C002.mov}\"]} | file.versioned",
                    "POST | /folders/{Dailies}/files/local_upload | {\"name\": \"x\", \"file_size\": 1} | file.created"
                })
        void hasItsEvent(String method, String path, String body, String type) {
            listenToAll();
            String filled = body == null ? "" : filled(body);
            call(method, account + filled(path), filled.isEmpty() ? new String[0] : new String[] {filled});
            assertEquals(Set.of(type), types());
        }

        private String filled(String text) {
            String all = text;
            for (String name : List.of("Script.pdf", "Dailies", "A001_C001.mov", "A001_C002.mov")) {
                all = all.replace("{" + name + "}", id(name));
            }
            return all;
        }

        @Test
        void ofACommentHasItsEvent() {
            listenToAll();
            String comment = account + "/comments/" + world.comment(id("Trailer.mov"), "x", FakeIms.ADA);
            data("PATCH", comment, "{\"completed\": true}");
            data("PATCH", comment, "{\"completed\": false}");
            data("PATCH", comment, "{\"text\": \"y\"}");
            call("DELETE", comment);
            assertEquals(
                    Set.of(
                            "comment.completed",
                            "comment.created",
                            "comment.deleted",
                            "comment.uncompleted",
                            "comment.updated"),
                    types());
            assertEquals(5, app.events().size());
        }

        @Test
        void ofAProjectHasItsEvent() {
            listenToAll();
            String project = account + "/projects/"
                    + data("POST", workspace + "/projects", "{\"name\": \"x\"}").getString("id");
            data("PATCH", project, "{\"name\": \"y\"}");
            call("DELETE", project);
            assertEquals(Set.of("project.created", "project.deleted", "project.updated"), types());
        }

        @Test
        void uploadedFilesAreReadyInTheEnd() {
            listenToAll();
            String file = world.upload(world.folderId(), "a.mov", "abc".getBytes(StandardCharsets.UTF_8), World.GRACE);
            assertEquals(Set.of("file.created", "file.ready", "file.upload.completed"), types());
            assertEquals("transcoded", world.find(file).orElseThrow().getString("status"));
            assertTrue(app.events().stream()
                    .allMatch(it ->
                            it.json().getJsonObject("user").getString("id").equals(World.GRACE.frameioId())));
        }
    }

    @Nested
    class AnAction {

        private static final String FORM = """
                {"title": "Choose", "fields": [
                  {"type": "select", "name": "language", "label": "Language", "value": "en",
                   "options": [{"name": "English", "value": "en"}, {"name": "Spanish", "value": "es"}]},
                  {"type": "link", "name": "help", "label": "Help", "value": "https://example.com"}]}""";

        AnAction() {
            world.addAction("transcribe.file", "Transcribe", app.url(), SECRET);
        }

        @Test
        void isSentSignedForTheSelectedAsset() {
            app.answers(ReceivingApp.json("{\"title\": \"Hello\", \"description\": \"Ada\"}"));
            Interaction run = world.run("transcribe.file", id("Trailer.mov"), FakeIms.ADA);
            assertEquals("Hello", run.answer().orElseThrow().getString("title"));
            assertEquals("", run.problem());
            ReceivingApp.Event event = app.events().get(0);
            assertTrue(event.isSignedWith(SECRET));
            JsonObject json = event.json();
            assertEquals(
                    Set.of(
                            "account_id",
                            "action_id",
                            "interaction_id",
                            "project",
                            "resource",
                            "type",
                            "user",
                            "workspace"),
                    json.keySet());
            assertEquals(run.id(), json.getString("interaction_id"));
            assertEquals(id("Trailer.mov"), json.getJsonObject("resource").getString("id"));
            assertEquals("file", json.getJsonObject("resource").getString("type"));
            assertEquals(FakeIms.ADA.frameioId(), json.getJsonObject("user").getString("id"));
        }

        @Test
        void namesSeveralAssets() {
            String stack = world.all(World.Kind.VERSION_STACK).get(0).getString("id");
            world.run("transcribe.file", List.of(id("Dailies"), stack), FakeIms.ADA);
            JsonObject json = app.events().get(0).json();
            assertFalse(json.containsKey("resource"));
            assertEquals(
                    List.of("folder", "version_stack"),
                    json.getJsonArray("resources").getValuesAs(JsonObject.class).stream()
                            .map(it -> it.getString("type"))
                            .toList());
        }

        @Test
        void goesOnWithEveryFieldOfTheFormAndTheSameInteraction() {
            app.answers(ReceivingApp.json(FORM), ReceivingApp.json("{\"title\": \"Done\"}"));
            Interaction form = world.run("transcribe.file", id("Trailer.mov"), FakeIms.ADA);
            assertEquals(2, form.fields().size());
            Interaction done = form.submit(Map.of("language", "es"));
            assertEquals(form.id(), done.id());
            JsonObject data = app.events().get(1).json().getJsonObject("data");
            assertEquals(Set.of("help", "language"), data.keySet());
            assertEquals("es", data.getString("language"));
            assertEquals("https://example.com", data.getString("help"));
            assertThrows(IllegalStateException.class, () -> done.submit(Map.of()));
        }

        @Test
        void takesNoFieldThatTheFormLacks() {
            app.answers(ReceivingApp.json(FORM));
            Interaction form = world.run("transcribe.file", id("Trailer.mov"), FakeIms.ADA);
            assertThrows(IllegalArgumentException.class, () -> form.submit(Map.of("lang", "es")));
        }

        @ParameterizedTest
        @CsvSource({"500, the app answered 500", "0, nothing answers at this address"})
        void tellsThatItFailed(int status, String problem) {
            app.answers(new Scripted(status, Map.of(), ""));
            Interaction run = world.run("transcribe.file", id("Trailer.mov"), FakeIms.ADA);
            assertEquals(problem, run.problem());
            assertTrue(run.answer().isEmpty());
        }

        @Test
        void mayBeForOneAssetOnly() {
            String path =
                    account + "/actions/" + world.all(World.Kind.ACTION).get(0).getString("id");
            data("PATCH", path, "{\"multi_asset\": false}");
            List<String> two = List.of(id("Trailer.mov"), id("Script.pdf"));
            assertThrows(IllegalArgumentException.class, () -> world.run("transcribe.file", two, FakeIms.ADA));
        }

        @Test
        void isUnknownUnderAnotherName() {
            String file = id("Trailer.mov");
            assertThrows(IllegalArgumentException.class, () -> world.run("other", file, FakeIms.ADA));
            assertThrows(IllegalArgumentException.class, () -> world.run("transcribe.file", "x", FakeIms.ADA));
            assertThrows(IllegalArgumentException.class, () -> world.run("transcribe.file", List.of(), FakeIms.ADA));
        }
    }

    @Test
    void theWebhookOfAnAppWantsAllDocumentedTypes() {
        try (Fakes started = Fakes.start(Map.of(
                "frameio-port",
                "0",
                "ims-port",
                "0",
                "app",
                app.url(),
                "secret",
                SECRET,
                "actions",
                "a=An action, b"))) {
            assertEquals(
                    WebhookTypes.all(),
                    started.world()
                            .all(World.Kind.WEBHOOK)
                            .get(0)
                            .getJsonArray("events")
                            .getValuesAs(JsonString::getString));
            assertEquals(
                    List.of("An action", "b"),
                    started.world().all(World.Kind.ACTION).stream()
                            .map(it -> it.getString("name"))
                            .toList());
            assertNotEquals(started.frameio().url(), started.ims().url());
        }
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(socket.getLocalPort());
        }
    }

    @ParameterizedTest
    @CsvSource({"color, red", "app, http://localhost:1/frameio", "frameio-port, many", "time-scale, -1"})
    void wrongOptionsAreRefusedAndNothingIsLeftRunning(String name, String value) throws IOException {
        Map<String, String> options = new HashMap<>(Map.of("ims-port", "0", "frameio-port", freePort()));
        options.put(name, value);
        assertThrows(IllegalArgumentException.class, () -> Fakes.start(options));
        assertThrows(IllegalArgumentException.class, () -> Fakes.start(options));
    }
}
