package io.github.frameiokit.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.client.Page;
import io.github.frameiokit.client.model.Asset;
import io.github.frameiokit.client.model.File;
import io.github.frameiokit.client.model.Project;
import io.github.frameiokit.client.model.SearchResult;
import io.github.frameiokit.client.model.Timestamp;
import io.github.frameiokit.client.model.UnknownAsset;
import io.github.frameiokit.client.model.WebhookSubscription;
import io.github.frameiokit.client.request.Destination;
import io.github.frameiokit.client.request.ProjectQuery;
import io.github.frameiokit.client.request.SearchRequest;
import io.github.frameiokit.testkit.Scripted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of answers, as documented and otherwise. */
class AnswersTest {

    private final TestClient tested = new TestClient();
    private final FrameioClient frameio = tested.client();

    @AfterEach
    void close() {
        tested.close();
    }

    private void answer(String operation, int status, String body) {
        tested.fake.answer(operation, new Scripted(status, Map.of(), body));
    }

    @Nested
    class WhatIsNew {

        @Test
        void anUnknownMemberIsIgnored() {
            answer(
                    "users.show",
                    200,
                    "{\"data\": {\"id\": \"u\", \"email\": \"e\", \"new\": {\"a\": [1]}}, \"more\": 1}");
            assertEquals(Optional.of("u"), frameio.users().show().id());
        }

        @Test
        void anUnknownNameIsKept() {
            answer("files.show", 200, "{\"data\": {\"id\": \"f\", \"status\": \"archived\"}}");
            assertEquals(
                    new File.Status("archived"), frameio.files().show("a", "f").status());
        }

        @Test
        void anUnknownKindIsKept() {
            answer(
                    "folders.index",
                    200,
                    "{\"data\": [{\"id\": \"x\", \"type\": \"reel\", \"length\": 3}, {\"id\": \"y\"}]}");
            List<Asset> assets = frameio.folders().index("a", "f").items();
            UnknownAsset reel = assertInstanceOf(UnknownAsset.class, assets.get(0));
            assertEquals("reel", reel.type());
            assertEquals(3, reel.json().getInt("length"));
            assertEquals("y", assets.get(1).id());
        }
    }

    @Nested
    class WhatIsOtherThanDocumented {

        @ParameterizedTest
        @CsvSource({"true, true", "'\"true\"', true", "false, false", "null, "})
        void aBooleanMayBeAString(String json, Boolean expected) {
            answer("webhooks.show", 200, "{\"data\": {\"id\": \"w\", \"active\": " + json + "}}");
            WebhookSubscription webhook = frameio.webhooks().show("a", "w");
            assertEquals(Optional.ofNullable(expected), webhook.active());
            assertEquals(List.of(), webhook.events());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2026-11-02T09:30:00Z",
                    "2026-11-02T10:30:00+01:00",
                    "2026-11-02 09:30:00",
                    "2026-11-02T09:30"
                })
        void aTimeMayLackItsZone(String time) {
            answer("users.show", 200, "{}");
            answer("files.show", 200, "{\"data\": {\"id\": \"f\", \"created_at\": \"" + time + "\"}}");
            assertEquals(
                    Instant.parse("2026-11-02T09:30:00Z"),
                    frameio.files().show("a", "f").createdAt());
        }

        @Test
        void aTimestampIsAFrameOrATimecode() {
            answer("comments.show", 200, "{\"data\": {\"id\": \"c\", \"timestamp\": 12}}");
            answer("comments.show", 200, "{\"data\": {\"id\": \"c\", \"timestamp\": \"00:00:00:12\"}}");
            assertEquals(
                    Optional.of(Timestamp.ofFrame(12)),
                    frameio.comments().show("a", "c").timestamp());
            assertEquals(
                    Optional.of(Timestamp.ofTimecode("00:00:00:12")),
                    frameio.comments().show("a", "c").timestamp());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "{}", "[]", "<html>", "{\"data\": []}", "{\"data\": null}"})
        void anAnswerWithoutDataIsAFailureNotANull(String body) {
            answer("users.show", 200, body);
            assertThrows(FrameioApiException.class, () -> frameio.users().show());
        }

        @Test
        void aListThatGoesOnNowhereIsAFailureNotAnEnd() {
            answer("workspaces.index", 200, "{\"data\": [], \"links\": {\"next\": \"/v4/elsewhere\"}}");
            assertThrows(FrameioApiException.class, () -> frameio.workspaces().index("a"));
        }
    }

    @Nested
    class Pages {

        private List<String> requested() {
            return tested.fake.requests("projects.index").stream()
                    .map(request -> request.query().getOrDefault("after", ""))
                    .toList();
        }

        @Test
        void areFetchedWhenTheyAreNeeded() {
            tested.fake.pages(3);
            Page<Project> page = frameio.projects().index("a", "w", new ProjectQuery().pageSize(1));
            assertEquals(1, page.stream().limit(1).count());
            assertEquals(List.of(""), requested());
            assertEquals(3, page.stream().count());
            assertEquals(List.of("", "2/+=&", "3/+=&"), requested());
            tested.fake
                    .requests("projects.index")
                    .forEach(request -> assertEquals("1", request.query().get("page_size")));
        }

        @Test
        void canBeFetchedOneByOne() {
            tested.fake.pages(2);
            Page<Project> first = frameio.projects().index("a", "w", new ProjectQuery().includeTotalCount());
            assertEquals(Optional.of(2L), first.totalCount());
            Page<Project> second = first.next().orElseThrow();
            assertEquals(Optional.empty(), second.next());
            assertEquals(
                    second.cursor(),
                    frameio.projects()
                            .index(
                                    "a",
                                    "w",
                                    new ProjectQuery().after(first.cursor().orElseThrow()))
                            .cursor());
        }

        @Test
        void ofASearchGoOnWithTheSameWords() {
            tested.fake.pages(2);
            Page<SearchResult> found =
                    frameio.search().search("a", SearchRequest.of("x", SearchRequest.Engine.LEXICAL));
            assertEquals(8, found.stream().count());
            assertEquals(2, tested.fake.requests("search.search").size());
        }
    }

    @Nested
    class Refusals {

        @ParameterizedTest
        @CsvSource({
            "400, Invalid",
            "401, Unauthorized",
            "403, Forbidden",
            "404, NotFound",
            "409, FrameioApiException",
            "422, Invalid",
            "500, FrameioApiException",
            "302, FrameioApiException"
        })
        void haveATypeByTheirStatus(int status, String type) {
            tested.fake.answer("users.show", Scripted.error(status));
            FrameioApiException failure = assertThrows(
                    FrameioApiException.class, () -> frameio.users().show());
            assertEquals(type, failure.getClass().getSimpleName());
            assertEquals(status, failure.status());
            assertEquals("GET", failure.method());
            assertEquals("/v4/me", failure.path());
        }

        @Test
        void tellWhatIsWrongButNotWhatWasSent() {
            tested.fake.answer("files.show", Scripted.error(422));
            FrameioApiException failure = assertThrows(
                    FrameioApiException.class, () -> frameio.files().show("a", "f", "secret"));
            assertEquals("GET /v4/accounts/a/files/f was answered 422: Refused at /data/name", failure.getMessage());
            FrameioApiException.Error error = failure.errors().get(0);
            assertEquals("as the test wants it", error.detail());
            assertEquals(Optional.of("/data/name"), error.pointer());
            assertFalse(failure.toString().contains("as the test wants it"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "<html>gateway</html>", "{\"errors\": [\"plain\"]}", "{\"errors\": {}}", "[]"})
        void mayHaveAnyBody(String body) {
            answer("users.show", 500, body);
            assertThrows(FrameioApiException.class, () -> frameio.users().show());
        }
    }

    @Test
    void aLargeFolderIsCopiedAfterTheAnswer() {
        answer("folders.copy", 202, "{}");
        assertEquals(Optional.empty(), frameio.folders().copy("a", "f", Destination.of("g")));
        assertTrue(frameio.folders().copy("a", "f", Destination.of("g")).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", ".."})
    void anIdThatIsNoneIsRefused(String id) {
        IllegalArgumentException failure = assertThrows(
                IllegalArgumentException.class, () -> frameio.files().delete("a", id));
        assertEquals("'file_id' must be an id, and not blank.", failure.getMessage());
        assertThrows(IllegalArgumentException.class, () -> frameio.files().delete("a", null));
    }

    @Test
    void anIdNeverLeadsToAnotherResource() {
        assertThrows(FrameioApiException.class, () -> {
            tested.fake.answer("files.show", Scripted.error(404));
            frameio.files().show("a", "../../me?x=1#y%2F");
        });
        assertEquals(
                "/v4/accounts/a/files/..%2F..%2Fme%3Fx%3D1%23y%252F",
                tested.fake.requests().get(0).path());
    }

    @Test
    void groupsBehaveAsObjects() {
        Object files = frameio.files();
        assertEquals("FilesApi", files.toString());
        assertEquals(files, files);
        assertEquals(files.hashCode(), files.hashCode());
    }
}
