package io.github.frameiokit.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.client.request.SearchRequest;
import io.github.frameiokit.client.request.WorkspaceDraft;
import io.github.frameiokit.testkit.Scripted;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is tried again, how often, and after how long. */
class PatienceTest {

    private static final Scripted TOO_MANY = Scripted.error(429);

    private final TestClient tested = new TestClient();
    private final FrameioClient frameio = tested.client();

    @AfterEach
    void close() {
        tested.close();
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
                    waitedSeconds().stream().map(PatienceTest::withoutSpread).toList());
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
        void waitsAsLongAsItIsTold() {
            tested.fake.answer("users.show", TOO_MANY.header("Retry-After", "20"));
            frameio.users().show();
            assertTrue(waitedSeconds().get(0) >= 20);
        }

        @Test
        void doesNotWaitLongerThanAMinute() {
            tested.fake.answer("users.show", TOO_MANY.header("Retry-After", "61"));
            FrameioApiException.RateLimited refusal = assertThrows(
                    FrameioApiException.RateLimited.class, () -> frameio.users().show());
            assertEquals(Duration.ofSeconds(61), refusal.retryAfter());
            assertEquals(List.of(), tested.clock.sleeps());
        }

        @Test
        void givesUpInTheEnd() {
            tested.fake.answer("users.show", TOO_MANY, TOO_MANY, TOO_MANY, TOO_MANY, TOO_MANY);
            assertThrows(
                    FrameioApiException.RateLimited.class, () -> frameio.users().show());
            assertEquals(4, tested.clock.sleeps().size());
        }

        @Test
        void nothingIsTriedAgainWithoutRetries() {
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

        @Test
        void aSearchIsARead() {
            tested.fake.answer("search.search", Scripted.error(503));
            frameio.search().search("a", SearchRequest.of("x", SearchRequest.Engine.LEXICAL));
            assertEquals(2, tested.fake.requests("search.search").size());
        }

        @Test
        void whatMakesSomethingIsNotRepeated() {
            tested.fake.answer("workspaces.create", Scripted.error(503));
            FrameioApiException failure = assertThrows(
                    FrameioApiException.class, () -> frameio.workspaces().create("a", new WorkspaceDraft()));
            assertEquals(503, failure.status());
            assertEquals(1, tested.fake.requests("workspaces.create").size());
        }

        @Test
        void whatWasDeletedAtTheFirstTryIsDeleted() {
            tested.fake.answer("files.delete", Scripted.error(503), Scripted.error(404));
            frameio.files().delete("a", "f");
            assertEquals(2, tested.fake.requests("files.delete").size());
        }

        @Test
        void whatWasNeverThereIsNotFound() {
            tested.fake.answer("files.delete", TOO_MANY, Scripted.error(404));
            assertThrows(
                    FrameioApiException.NotFound.class, () -> frameio.files().delete("a", "f"));
        }
    }

    @Nested
    class WithoutAnAnswer {

        private final Patience patience = new Patience(tested.clock, 2, () -> 0);
        private final List<IOException> failures = new ArrayList<>();

        private Answer ask(String method, boolean repeatable) {
            Call call = new Call(method, "/x", "", Optional.empty(), Optional.empty(), repeatable);
            return patience.ask(call, () -> {
                if (failures.isEmpty()) {
                    return new Answer(200, HttpHeaders.of(Map.of(), (name, value) -> true), new byte[0]);
                }
                throw failures.remove(0);
            });
        }

        @Test
        void anythingIsRepeatedThatWasNeverSent() {
            failures.addAll(List.of(new ConnectException(), new ConnectException()));
            assertEquals(200, ask("POST", false).status());
            assertEquals(List.of(1L, 2L), waitedSeconds());
        }

        @Test
        void whatMayHaveBeenDoneIsNotRepeated() {
            failures.add(new IOException("reset"));
            FrameioApiException.Unreachable failure =
                    assertThrows(FrameioApiException.Unreachable.class, () -> ask("POST", false));
            assertInstanceOf(IOException.class, failure.getCause());
            assertEquals(List.of(), waitedSeconds());
        }

        @Test
        void readsAreRepeated() {
            failures.add(new IOException("reset"));
            assertEquals(200, ask("GET", true).status());
        }

        @Test
        void itGivesUpInTheEnd() {
            failures.addAll(List.of(new ConnectException(), new ConnectException(), new ConnectException()));
            assertThrows(FrameioApiException.Unreachable.class, () -> ask("GET", true));
        }

        @Test
        void anInterruptedThreadWaitsNoMore() {
            failures.add(new ConnectException());
            Thread.currentThread().interrupt();
            assertThrows(FrameioApiException.Unreachable.class, () -> ask("GET", true));
            assertTrue(Thread.interrupted());
        }

        @Test
        void aConnectionThatEndsIsNoAnswer() {
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
