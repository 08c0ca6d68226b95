package io.github.frameiokit.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.client.Page;
import io.github.frameiokit.client.model.Account;
import io.github.frameiokit.client.model.Asset;
import io.github.frameiokit.client.model.Comment;
import io.github.frameiokit.client.model.File;
import io.github.frameiokit.client.model.Project;
import io.github.frameiokit.client.model.SearchResult;
import io.github.frameiokit.client.model.Timestamp;
import io.github.frameiokit.client.model.UnknownAsset;
import io.github.frameiokit.client.request.AccountQuery;
import io.github.frameiokit.client.request.Destination;
import io.github.frameiokit.client.request.FolderBatch;
import io.github.frameiokit.client.request.ProjectQuery;
import io.github.frameiokit.client.request.SearchRequest;
import io.github.frameiokit.internal.http.Errors;
import io.github.frameiokit.testkit.Received;
import io.github.frameiokit.testkit.Scripted;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
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

    /** Answers an operation with the fake's example, in which one member of the data is another value. */
    private void answerWith(String operation, Runnable call, String member, String json) {
        call.run();
        JsonObject example = tested.fake.answered(operation).orElseThrow();
        JsonObjectBuilder data = Json.createObjectBuilder(example.getJsonObject("data"));
        if (json == null) {
            data.remove(member);
        } else {
            data.add(member, Json.createReader(new StringReader(json)).readValue());
        }
        answer(
                operation,
                200,
                Json.createObjectBuilder(example).add("data", data).build().toString());
    }

    private File file(String member, String json) {
        answerWith("files.show", () -> frameio.files().show("a", "f"), member, json);
        return frameio.files().show("a", "f");
    }

    private Comment comment(String member, String json) {
        answerWith("comments.show", () -> frameio.comments().show("a", "c"), member, json);
        return frameio.comments().show("a", "c");
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
            assertEquals(
                    new File.Status("archived"), file("status", "\"archived\"").status());
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

        @Test
        void anUnknownKindNeedsNothingThatOtherKindsHave() {
            answer("folders.index", 200, "{\"data\": [{\"type\": \"reel\", \"created_at\": 5}]}");
            Asset reel = frameio.folders().index("a", "f").items().get(0);
            assertEquals(Optional.empty(), reel.parentId());
            NoSuchElementException failure = assertThrows(NoSuchElementException.class, reel::name);
            assertEquals(
                    "Frame.io sent something of a kind that this version of the kit doesn't know, without a text in"
                            + " 'name'; look at json() for what there is.",
                    failure.getMessage());
            assertThrows(NoSuchElementException.class, reel::createdAt);
            assertEquals("UnknownAsset[]", reel.toString());
        }
    }

    @Nested
    class WhatIsOtherThanDocumented {

        @ParameterizedTest
        @CsvSource({
            "true, true",
            "'\"true\"', true",
            "'\"False\"', false",
            "false, false",
            "null, ",
            "'\"yes\"', ",
            "1, "
        })
        void aBooleanMayBeAString(String json, Boolean expected) {
            answerWith("webhooks.show", () -> frameio.webhooks().show("a", "w"), "active", json);
            assertEquals(
                    Optional.ofNullable(expected),
                    frameio.webhooks().show("a", "w").active());
        }

        @ParameterizedTest
        @CsvSource({
            "2026-11-02T09:30:00Z, 2026-11-02T09:30:00Z",
            "2026-11-02t09:30:00z, 2026-11-02T09:30:00Z",
            "2026-11-02T10:30:00+01:00, 2026-11-02T09:30:00Z",
            "2026-11-02T10:30:00+0100, 2026-11-02T09:30:00Z",
            "2026-11-02T10:30:00+01, 2026-11-02T09:30:00Z",
            "2026-11-02T09:30:00-00:00, 2026-11-02T09:30:00Z",
            "2026-11-02 09:30:00 +0000, 2026-11-02T09:30:00Z",
            "2026-11-02 09:30:00 UTC, 2026-11-02T09:30:00Z",
            "2026-11-02 09:30:00, 2026-11-02T09:30:00Z",
            "2026-11-02T09:30, 2026-11-02T09:30:00Z",
            "2026-11-02T09:30Z, 2026-11-02T09:30:00Z",
            "2026-11-02, 2026-11-02T00:00:00Z",
            "2026-11-02T24:00:00Z, 2026-11-03T00:00:00Z",
            "2026-12-31T23:59:60Z, 2027-01-01T00:00:00Z",
            "2026-11-02T09:30:00.5Z, 2026-11-02T09:30:00.5Z",
            "2026-11-02T09:30:00.123456789987654321Z, 2026-11-02T09:30:00.123456789Z",
            "'2026-11-02T09:30:00,25+00:00', 2026-11-02T09:30:00.25Z",
            "10000-01-01T00:00:00Z, +10000-01-01T00:00:00Z",
            "+10000-01-01T00:00:00Z, +10000-01-01T00:00:00Z"
        })
        void aTimeMayBeInAnyForm(String time, Instant expected) {
            assertEquals(expected, file("created_at", "\"" + time + "\"").createdAt());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "null",
                    "5",
                    "{}",
                    "\"\"",
                    "\"yesterday\"",
                    "\"2026-13-02T09:30:00Z\"",
                    "\"2026-11-02T25:30:00Z\"",
                    "\"2026-11-02T09:30:00+19:00\"",
                    "\"999999999999-01-01\""
                })
        void whatIsNoTimeIsMissingAndNeverNull(String json) {
            assertEquals(Optional.empty(), comment("completed_at", json).completedAt());
            FrameioApiException.Unreadable failure =
                    assertThrows(FrameioApiException.Unreadable.class, () -> file("created_at", json));
            assertEquals(
                    "GET /v4/accounts/a/files/f was answered 200: 'data.created_at' "
                            + (json.equals("null") ? "is missing" : "isn't a time"),
                    failure.getMessage());
            assertEquals(200, failure.status());
        }

        @ParameterizedTest
        @CsvSource({
            "12, 12",
            "'\"12\"', 12",
            "12.0, 12",
            "1.2e1, 12",
            "0, 0",
            "2147483647, 2147483647",
            "2147483648, ",
            "4294967396, ",
            "18446744073709551716, ",
            "-1, ",
            "1.5, ",
            "1e400, ",
            "1e999999999, ",
            "1e-999999999, ",
            "true, ",
            "[12], "
        })
        void aNumberFitsOrIsMissing(String json, Integer expected) {
            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
                assertEquals(
                        Optional.ofNullable(expected).map(Timestamp::ofFrame),
                        comment("timestamp", json).timestamp());
                assertEquals(
                        Optional.ofNullable(expected), comment("duration", json).duration());
            });
        }

        @ParameterizedTest
        @ValueSource(strings = {"9223372036854775808", "-1", "1.5", "1e400", "null", "\"large\"", "{}"})
        void aSizeThatDoesNotFitIsAFailureAndNoZero(String json) {
            FrameioApiException.Unreadable failure =
                    assertThrows(FrameioApiException.Unreadable.class, () -> file("file_size", json));
            assertEquals(
                    "GET /v4/accounts/a/files/f was answered 200: 'data.file_size' "
                            + (json.equals("null") ? "is missing" : "isn't a number that can be here"),
                    failure.getMessage());
        }

        @Test
        void aSizeMayBeAsLargeAsALong() {
            assertEquals(
                    Long.MAX_VALUE, file("file_size", "9223372036854775807").fileSize());
        }

        @ParameterizedTest
        @CsvSource({"-1", "1.5", "1e400", "\"many\"", "null"})
        void aTotalThatIsNoneIsMissing(String json) {
            answer("accounts.index", 200, "{\"data\": [], \"total_count\": " + json + "}");
            assertEquals(Optional.empty(), frameio.accounts().index().totalCount());
        }

        @Test
        void aTimestampIsAFrameOrATimecode() {
            assertEquals(
                    Optional.of(Timestamp.ofTimecode("00:00:00:12")),
                    comment("timestamp", "\"00:00:00:12\"").timestamp());
            assertEquals(
                    Optional.of(Timestamp.ofTimecode("00:00:00;12")),
                    comment("timestamp", "\"00:00:00;12\"").timestamp());
            assertEquals(Optional.empty(), comment("timestamp", "\"soon\"").timestamp());
        }

        @Test
        void aListInAnotherFormIsNotTakenForAnEmptyOne() {
            answerWith("webhooks.show", () -> frameio.webhooks().show("a", "w"), "events", "\"file.ready\"");
            FrameioApiException.Unreadable failure = assertThrows(
                    FrameioApiException.Unreadable.class,
                    () -> frameio.webhooks().show("a", "w"));
            assertEquals(
                    "GET /v4/accounts/a/webhooks/w was answered 200: 'data.events' isn't a list", failure.getMessage());
        }

        @Test
        void theFailureNamesThePlaceInAList() {
            answer("users.show", 200, "{}");
            answer("accounts.index", 200, "{\"data\": [{\"id\": \"a\"}]}");
            assertEquals(
                    "GET /v4/accounts was answered 200: 'data[0].display_name' is missing",
                    assertThrows(
                                    FrameioApiException.Unreadable.class,
                                    () -> frameio.accounts().index())
                            .getMessage());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "{}", "[]", "<html>", "{\"data\": []}", "{\"data\": null}"})
        void anAnswerWithoutDataIsAFailureNotANull(String body) {
            answer("users.show", 200, body);
            assertThrows(FrameioApiException.class, () -> frameio.users().show());
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{\"data\": {}}", "{\"data\": null}", "{\"data\": \"x\"}", "{\"data\": [null]}"})
        void anAnswerWithoutAListIsAFailureNotAnEmptyPage(String body) {
            answer("accounts.index", 200, body);
            assertThrows(
                    FrameioApiException.Unreadable.class,
                    () -> frameio.accounts().index());
        }
    }

    @Nested
    class Pages {

        private List<String> requested() {
            return tested.fake.requests("projects.index").stream()
                    .map(request -> request.query().getOrDefault("after", ""))
                    .toList();
        }

        private Page<Account> goingOn(String links) {
            frameio.accounts().index();
            JsonObject example = tested.fake.answered("accounts.index").orElseThrow();
            answer(
                    "accounts.index",
                    200,
                    "{\"data\": " + example.get("data") + (links.isEmpty() ? "" : ", \"links\": " + links) + "}");
            return frameio.accounts().index();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "null", "{}", "{\"next\": null}", "{\"next\": \"\"}", "{\"next\": \" \"}"})
        void endWhereNothingFollows(String links) {
            assertEquals(1, goingOn(links).stream().count());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"next\": {\"href\": \"/v4/accounts?after=x\"}}",
                    "{\"next\": 2}",
                    "{\"next\": true}",
                    "{\"next\": \"/v4/accounts\"}",
                    "{\"next\": \"/v4/accounts?page=2&hereafter=x\"}",
                    "{\"next\": \"/v4/accounts?after=\"}",
                    "{\"next\": \"/v4/accounts?after=&page_size=5\"}",
                    "{\"next\": \"/v4/accounts?after=%20\"}",
                    "{\"next\": \"/v4/accounts?after=%zz\"}",
                    "\"/v4/accounts?after=x\"",
                    "[]"
                })
        void breakOffWhereSomethingFollowsThatCannotBeFollowed(String links) {
            Page<Account> page = goingOn(links);
            List<String> read = new ArrayList<>();
            FrameioApiException.Unreadable failure = assertThrows(
                    FrameioApiException.Unreadable.class, () -> page.forEach(account -> read.add(account.id())));
            assertEquals(1, read.size(), "what was read is given first");
            assertTrue(failure.getMessage().startsWith("GET /v4/accounts was answered 200: "), failure.getMessage());
            assertTrue(failure.getMessage().contains("links"), failure.getMessage());
            assertThrows(FrameioApiException.Unreadable.class, page::cursor);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/v4/accounts?after=2%2F%2B%3D%26",
                    "/v4/accounts?page_size=1&after=2/%2B=%26#top",
                    "https://elsewhere.example/v4/accounts?after=2%2F%2B%3D%26",
                    "//elsewhere.example/?after=2%2F%2B%3D%26",
                    "?after=2/%2B=%26"
                })
        void followNothingButTheCursor(String next) {
            tested.fake.pages(2);
            Page<Account> page = goingOn("{\"next\": \"" + next + "\"}");
            assertEquals(2, page.stream().count());
            List<Received> requests = tested.fake.requests("accounts.index");
            assertEquals("2/+=&", requests.get(requests.size() - 1).query().get("after"));
        }

        @Test
        void thatLeadToThemselvesBreakOff() {
            frameio.accounts().index();
            JsonObject example = tested.fake.answered("accounts.index").orElseThrow();
            answer(
                    "accounts.index",
                    200,
                    "{\"data\": " + example.get("data") + ", \"links\": {\"next\": \"/v4/accounts?after=x\"}}");
            Page<Account> page = frameio.accounts().index(new AccountQuery().after("x"));
            assertEquals(1, page.items().size());
            assertThrows(FrameioApiException.Unreadable.class, page::next);
            assertEquals(2, tested.fake.requests("accounts.index").size());
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
            "502, Unavailable",
            "503, Unavailable",
            "504, Unavailable",
            "302, FrameioApiException"
        })
        void haveATypeByTheirStatus(int status, String type) {
            tested.fake.answer("users.show", Scripted.error(status).header("Retry-After", "90"));
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
        @ValueSource(
                strings = {
                    "",
                    "<html>gateway</html>",
                    "{\"errors\": {}}",
                    "{\"errors\": [null, 5]}",
                    "[]",
                    "{",
                    "5",
                    "null"
                })
        void mayHaveAnyBody(String body) {
            answer("users.show", 500, body);
            FrameioApiException failure = assertThrows(
                    FrameioApiException.class, () -> frameio.users().show());
            assertTrue(failure.errors().size() <= 1, failure.errors().toString());
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{'errors': [{'title': 'T', 'detail': 'd', 'source': {'pointer': '/data/x'}}]} | T/d//data/x",
                    "{'errors': ['one', 'two']} | -/one/- -/two/-",
                    "{'errors': 'one'} | -/one/-",
                    "{'errors': {'detail': 'one'}} | -/one/-",
                    "{'errors': {'name': ['one', 'two'], 'url': 'three'}} | -/one//name -/two//name -/three//url",
                    "{'errors': {'data': {'a/b': ['one']}}} | -/one//data/a~1b",
                    "{'errors': [{'message': 'one'}]} | -/one/-",
                    "{'errors': [[{'detail': 'one'}]]} | -/one/-",
                    "{'error': 'invalid_scope', 'error_description': 'one'} | invalid_scope/one/-",
                    "{'error': 'one'} | -/one/-",
                    "{'error': {'code': 5, 'message': 'one'}} | -/one/-",
                    "{'message': 'one'} | -/one/-",
                    "{'message': 'one', 'errors': {'name': ['two']}} | -/one/- -/two//name",
                    "{'title': 'T', 'detail': 'one', 'type': 'about:blank', 'status': 422} | T/one/-",
                    "{'title': 'T', 'errors': [{'detail': 'one', 'pointer': '#/x'}]} | T//- -/one/-",
                    "[{'detail': 'one'}] | -/one/-",
                    "{'status': 500, 'path': '/v4/me'} | ",
                    "{'errors': [{'title': 'T', 'detail': {'name': 'one'}}]} | T//- -/one//name"
                })
        void keepWhatIsSaidInWhateverForm(String body, String errors) {
            answer("users.show", 422, body.replace('\'', '"'));
            FrameioApiException failure = assertThrows(
                    FrameioApiException.Invalid.class, () -> frameio.users().show());
            assertEquals(
                    errors == null ? "" : errors,
                    failure.errors().stream()
                            .map(it -> it.title().orElse("-") + "/" + it.detail() + "/"
                                    + it.pointer().orElse("-"))
                            .collect(Collectors.joining(" ")));
            assertFalse(failure.getMessage().contains("one"), failure.getMessage());
            assertFalse(failure.toString().contains("two"), failure.toString());
        }

        @Test
        void areBoundedHoweverMuchIsSaid() {
            String error = "{\"title\": \"" + "t".repeat(5000) + "\\n\\u0007\", \"detail\": \"" + "d".repeat(5000)
                    + "\", \"source\": {\"pointer\": \"/" + "p".repeat(5000) + "\"}}";
            answer("users.show", 400, "{\"errors\": [" + (error + ",").repeat(20) + error + "]}");
            FrameioApiException failure = assertThrows(
                    FrameioApiException.class, () -> frameio.users().show());
            assertEquals(Errors.MOST, failure.errors().size());
            FrameioApiException.Error first = failure.errors().get(0);
            assertEquals(Errors.LONGEST_TITLE, first.title().orElseThrow().length());
            assertEquals(Errors.LONGEST_DETAIL, first.detail().length());
            assertEquals(Optional.empty(), first.pointer());
            assertTrue(failure.getMessage().length() < 200, failure.getMessage());
        }

        @Test
        void putNothingIntoALogThatBeginsALine() {
            answer("users.show", 400, "{\"errors\": [{\"title\": \"a\\r\\nb\\u2028c\", \"detail\": \"d\"}]}");
            assertEquals(
                    "GET /v4/me was answered 400: a b c",
                    assertThrows(
                                    FrameioApiException.class,
                                    () -> frameio.users().show())
                            .getMessage());
        }

        @Test
        void areReadAsDeepAsTheyMakeSense() {
            answer("users.show", 400, "{\"errors\": " + "[".repeat(500) + "\"one\"" + "]".repeat(500) + "}");
            assertEquals(
                    List.of(),
                    assertThrows(
                                    FrameioApiException.class,
                                    () -> frameio.users().show())
                            .errors());
        }
    }

    @Test
    void aLargeFolderIsCopiedAfterTheAnswer() {
        answer("folders.bulkCopy", 202, "{}");
        assertEquals(List.of(), frameio.folders().bulkCopy("a", FolderBatch.of("g", "f")));
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
