package io.github.frameiokit.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.client.request.SearchRequest;
import io.github.frameiokit.client.request.WorkspaceDraft;
import io.github.frameiokit.internal.client.TestClient;
import io.github.frameiokit.internal.http.RetryPolicy.Repeatable;
import io.github.frameiokit.testkit.Scripted;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which requests are repeated, how often, and after how long. */
class RetryPolicyTest {

    private static final Scripted TOO_MANY = Scripted.error(429);

    @AutoClose
    private final TestClient tested = new TestClient();

    private final FrameioClient frameio = tested.client();

    private static RawResponse response(int status) {
        return new RawResponse(status, HttpHeaders.of(Map.of(), (name, value) -> true), new byte[0]);
    }

    private List<Long> waitedSeconds() {
        return tested.clock.sleeps().stream().map(Duration::toSeconds).toList();
    }

    @Nested
    class OverTheRate {

        @Test
        void waitsASecondThenTwiceAsLong() {
            tested.fake.answer("users.show", TOO_MANY, TOO_MANY, TOO_MANY);
            frameio.users().show();
            assertEquals(
                    List.of(1L, 2L, 4L),
                    waitedSeconds().stream().map(RetryPolicyTest::withoutSpread).toList());
        }

        @Test
        void waitsUntilTheBucketHasRefilledByOne() {
            tested.fake.answer(
                    "workspaces.create",
                    TOO_MANY.header("x-ratelimit-limit", "10").header("x-ratelimit-window", "60000"));
            frameio.workspaces().create("a", new WorkspaceDraft());
            Duration waited = tested.clock.sleeps().get(0);
            assertTrue(
                    waited.toMillis() >= 6000 && waited.toMillis() <= 7500, "six seconds and some spread: " + waited);
        }

        @Test
        void aBucketThatRefillsMoreSlowlyIsNotWaitedFor() {
            tested.fake.answer(
                    "users.show", TOO_MANY.header("x-ratelimit-limit", "1").header("x-ratelimit-window", "3600000"));
            FrameioApiException.RateLimited refusal = assertThrows(
                    FrameioApiException.RateLimited.class, () -> frameio.users().show());
            assertEquals(Duration.ofHours(1), refusal.retryAfter());
            assertEquals(List.of(), tested.clock.sleeps());
        }

        @Test
        void noWaitIsLongerThanAMinuteIncludingItsRandomPart() throws IOException {
            RetryPolicy retryPolicy = new RetryPolicy(tested.clock, 9, () -> 1);
            retryPolicy.run(Repeatable.YES, () -> response(429));
            retryPolicy.run(Repeatable.YES, () -> response(503));
            assertEquals(18, tested.clock.sleeps().size());
            tested.clock.sleeps().forEach(wait -> assertTrue(wait.compareTo(Duration.ofMinutes(1)) <= 0, "" + wait));
        }

        @Test
        void givesUpInTheEnd() {
            tested.fake.answer("users.show", TOO_MANY, TOO_MANY, TOO_MANY, TOO_MANY, TOO_MANY);
            assertThrows(
                    FrameioApiException.RateLimited.class, () -> frameio.users().show());
            assertEquals(4, tested.clock.sleeps().size());
        }

        @Test
        void nothingIsRepeatedWithoutRetries() {
            try (TestClient impatient = new TestClient("frameio.api.retries", "0")) {
                impatient.fake.answer("users.show", TOO_MANY);
                assertThrows(
                        FrameioApiException.RateLimited.class,
                        () -> impatient.client().users().show());
                assertEquals(List.of(), impatient.clock.sleeps());
            }
        }
    }

    @Nested
    class Unavailable {

        @Test
        void readsAreRepeatedAfterHalfAMinute() {
            tested.fake.answer("users.show", Scripted.error(503));
            frameio.users().show();
            assertTrue(waitedSeconds().get(0) >= 30 && waitedSeconds().get(0) <= 38, "" + waitedSeconds());
        }

        @ParameterizedTest
        @CsvSource({"0, 30", "1, 30", "29.5, 30", "45, 45", "soon, 30"})
        void aWaitOfLessThanHalfAMinuteDoesNotCount(String header, long seconds) {
            tested.fake.answer("users.show", Scripted.error(503).header("Retry-After", header));
            frameio.users().show();
            assertTrue(waitedSeconds().get(0) >= seconds && waitedSeconds().get(0) <= 60, "" + waitedSeconds());
        }

        @ParameterizedTest
        @CsvSource({"61, 61", "3600, 3600", "'Mon, 02 Nov 2026 11:00:00 GMT', 3600"})
        void aWaitOfMoreThanAMinuteIsTheCallers(String header, long seconds) {
            tested.fake.answer("users.show", Scripted.error(503).header("Retry-After", header));
            FrameioApiException.Unavailable failure = assertThrows(
                    FrameioApiException.Unavailable.class, () -> frameio.users().show());
            assertEquals(503, failure.status());
            assertEquals(Duration.ofSeconds(seconds), failure.retryAfter());
            assertEquals(List.of(), tested.clock.sleeps());
        }

        @Test
        void theStorageNeedsNoHalfMinute() throws IOException {
            RetryPolicy retryPolicy = new RetryPolicy(tested.clock, 1, () -> 0).forStorage();
            retryPolicy.run(Repeatable.YES, () -> response(503));
            assertEquals(List.of(1L), waitedSeconds());
        }

        @Test
        void aSearchIsARead() {
            tested.fake.answer("search.search", Scripted.error(503));
            frameio.search().search("a", SearchRequest.of("x", SearchRequest.Engine.LEXICAL));
            assertEquals(2, tested.fake.requests("search.search").size());
        }

        @Test
        void aCallThatCreatesSomethingIsNotRepeated() {
            tested.fake.answer("workspaces.create", Scripted.error(503));
            FrameioApiException failure = assertThrows(
                    FrameioApiException.class, () -> frameio.workspaces().create("a", new WorkspaceDraft()));
            assertEquals(503, failure.status());
            assertEquals(1, tested.fake.requests("workspaces.create").size());
        }

        @Test
        void aFileThatTheFirstTryDeletedIsDeleted() {
            tested.fake.answer("files.delete", Scripted.error(503), Scripted.error(404));
            frameio.files().delete("a", "f");
            assertEquals(2, tested.fake.requests("files.delete").size());
        }

        @Test
        void aFileThatWasNeverThereIsNotFound() {
            tested.fake.answer("files.delete", TOO_MANY, Scripted.error(404));
            assertThrows(
                    FrameioApiException.NotFound.class, () -> frameio.files().delete("a", "f"));
        }
    }

    @Nested
    class WithoutAResponse {

        private final RetryPolicy retryPolicy = new RetryPolicy(tested.clock, 2, () -> 0);
        private final List<IOException> failures = new ArrayList<>();

        private int status(Repeatable repeatable) throws IOException {
            return retryPolicy
                    .run(repeatable, () -> {
                        if (failures.isEmpty()) {
                            return response(200);
                        }
                        throw failures.remove(0);
                    })
                    .status();
        }

        @Test
        void aRequestThatWasNeverSentIsRepeated() throws IOException {
            failures.addAll(List.of(new ConnectException(), new ConnectException()));
            assertEquals(200, status(Repeatable.NO));
            assertEquals(List.of(1L, 2L), waitedSeconds());
        }

        @Test
        void aRequestThatMayHaveBeenCarriedOutIsNotRepeated() {
            IOException reset = new IOException("reset");
            failures.add(reset);
            assertSame(reset, assertThrows(IOException.class, () -> status(Repeatable.NO)));
            assertEquals(List.of(), waitedSeconds());
        }

        @Test
        void readsAreRepeated() throws IOException {
            failures.add(new IOException("reset"));
            assertEquals(200, status(Repeatable.YES));
        }

        @Test
        void itGivesUpInTheEnd() {
            failures.addAll(List.of(new ConnectException(), new ConnectException(), new ConnectException()));
            assertThrows(ConnectException.class, () -> status(Repeatable.YES));
        }

        @Test
        void anInterruptedThreadDoesNotWait() {
            failures.add(new ConnectException());
            Thread.currentThread().interrupt();
            assertThrows(IOException.class, () -> status(Repeatable.YES));
            assertTrue(Thread.interrupted());
            assertEquals(List.of(), waitedSeconds());
        }

        @Test
        void aThreadThatIsInterruptedWhileItWaitsFails() {
            failures.add(new ConnectException());
            RetryPolicy interrupted = new RetryPolicy(tested.clock, 2, () -> {
                Thread.currentThread().interrupt(); // after the check, before the wait
                return 0;
            });
            IOException failure = assertThrows(
                    IOException.class,
                    () -> interrupted.run(Repeatable.YES, () -> {
                        throw failures.remove(0);
                    }));
            assertInstanceOf(InterruptedException.class, failure.getCause());
            assertTrue(Thread.interrupted());
        }

        @Test
        void aCallThatMayHaveBeenCarriedOutIsUnreachable() {
            tested.fake.answer("workspaces.create", Scripted.NO_ANSWER);
            FrameioApiException.Unreachable failure = assertThrows(
                    FrameioApiException.Unreachable.class,
                    () -> frameio.workspaces().create("a", new WorkspaceDraft()));
            assertInstanceOf(IOException.class, failure.getCause());
            assertEquals(1, tested.fake.requests("workspaces.create").size());
        }

        @Test
        void aConnectionThatEndsIsNoResponse() {
            tested.fake.answer("files.delete", Scripted.NO_ANSWER);
            frameio.files().delete("a", "f");
            assertEquals(1, tested.clock.sleeps().size());
        }

        @Test
        void aServerThatIsNotThereIsUnreachable() {
            tested.fake.close();
            FrameioApiException.Unreachable failure = assertThrows(
                    FrameioApiException.Unreachable.class, () -> frameio.users().show());
            assertEquals("GET /v4/me got no answer", failure.getMessage());
            assertEquals(0, failure.status());
        }
    }

    /** Waits are lengthened by up to a quarter. */
    private static long withoutSpread(long seconds) {
        return seconds >= 4 ? 4 : seconds;
    }
}
