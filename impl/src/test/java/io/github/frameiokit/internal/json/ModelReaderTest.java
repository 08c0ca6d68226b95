package io.github.frameiokit.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.client.model.Asset;
import io.github.frameiokit.client.model.Comment;
import io.github.frameiokit.client.model.File;
import io.github.frameiokit.client.model.Timestamp;
import io.github.frameiokit.client.model.UnknownAsset;
import io.github.frameiokit.internal.client.TestClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How responses are read whose data is new, or in another form than documented. */
class ModelReaderTest {

    @AutoClose
    private final TestClient tested = new TestClient();

    private final FrameioClient frameio = tested.client();

    private File file(String member, String json) {
        return tested.answeredWith("files.show", () -> frameio.files().show("a", "f"), member, json);
    }

    private Comment comment(String member, String json) {
        return tested.answeredWith("comments.show", () -> frameio.comments().show("a", "c"), member, json);
    }

    @Nested
    class Unknown {

        @Test
        void anUnknownMemberIsIgnored() {
            tested.answer(
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
            tested.answer(
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
            tested.answer("folders.index", 200, "{\"data\": [{\"type\": \"reel\", \"created_at\": 5}]}");
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
    class InAnotherForm {

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
            assertEquals(
                    Optional.ofNullable(expected),
                    tested.answeredWith(
                                    "webhooks.show", () -> frameio.webhooks().show("a", "w"), "active", json)
                            .active());
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
        void anInvalidTimeIsMissingAndNeverNull(String json) {
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
        void aSizeThatDoesNotFitIsAFailureAndNotZero(String json) {
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
        void anInvalidTotalIsMissing(String json) {
            tested.answer("accounts.index", 200, "{\"data\": [], \"total_count\": " + json + "}");
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
        void aListInAnotherFormIsNoEmptyList() {
            FrameioApiException.Unreadable failure = assertThrows(
                    FrameioApiException.Unreadable.class,
                    () -> tested.answeredWith(
                            "webhooks.show", () -> frameio.webhooks().show("a", "w"), "events", "\"file.ready\""));
            assertEquals(
                    "GET /v4/accounts/a/webhooks/w was answered 200: 'data.events' isn't a list", failure.getMessage());
        }

        @Test
        void theFailureNamesThePlaceInAList() {
            tested.answer("users.show", 200, "{}");
            tested.answer("accounts.index", 200, "{\"data\": [{\"id\": \"a\"}]}");
            assertEquals(
                    "GET /v4/accounts was answered 200: 'data[0].display_name' is missing",
                    assertThrows(
                                    FrameioApiException.Unreadable.class,
                                    () -> frameio.accounts().index())
                            .getMessage());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "{}", "[]", "<html>", "{\"data\": []}", "{\"data\": null}"})
        void aResponseWithoutDataIsAFailureAndNotNull(String body) {
            tested.answer("users.show", 200, body);
            assertThrows(FrameioApiException.class, () -> frameio.users().show());
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{\"data\": {}}", "{\"data\": null}", "{\"data\": \"x\"}", "{\"data\": [null]}"})
        void aResponseWithoutAListIsAFailureAndNoEmptyPage(String body) {
            tested.answer("accounts.index", 200, body);
            assertThrows(
                    FrameioApiException.Unreadable.class,
                    () -> frameio.accounts().index());
        }
    }
}
