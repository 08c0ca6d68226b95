package io.github.frameiokit.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.internal.client.TestClient;
import io.github.frameiokit.testkit.Scripted;
import java.math.BigDecimal;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a response asks to wait. */
class RetryAfterTest {

    private static final Scripted TOO_MANY = Scripted.error(429);

    @AutoClose
    private final TestClient tested = new TestClient();

    private final FrameioClient frameio = tested.client();

    private List<Long> waitedSeconds() {
        return tested.clock.sleeps().stream().map(Duration::toSeconds).toList();
    }

    @Test
    void waitsAsLongAsTheResponseAsks() {
        tested.fake.answer("users.show", TOO_MANY.header("Retry-After", "20"));
        frameio.users().show();
        assertTrue(waitedSeconds().get(0) >= 20);
    }

    @ParameterizedTest
    @CsvSource({"20, 20000", "'44.5', 44500", "'0.0001', 1000", "'5, 7', 7000", "' 3 ', 3000", "59, 59000", "60, 60000"
    })
    void waitsAsManySecondsAsTheResponseAsks(String header, long millis) {
        tested.fake.answer("users.show", TOO_MANY.header("Retry-After", header));
        frameio.users().show();
        long waited = tested.clock.sleeps().get(0).toMillis();
        assertTrue(waited >= millis && waited <= Math.min(millis * 5 / 4, 60000), "" + waited);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "-5", "soon", "1e9", "", "5s", "2026-11-02T10:00:30Z", "Mon, 32 Nov 2026 10:00:30 GMT"})
    void waitsASecondIfTheHeaderIsUnusable(String header) {
        tested.fake.answer("users.show", TOO_MANY.header("Retry-After", header));
        frameio.users().show();
        assertEquals(List.of(1L), waitedSeconds());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Mon, 02 Nov 2026 10:00:30 GMT", "Monday, 02-Nov-26 10:00:30 GMT", "Mon Nov  2 10:00:30 2026"})
    void waitsUntilTheTimeThatTheResponseAsks(String date) {
        tested.fake.answer("users.show", TOO_MANY.header("Retry-After", date));
        frameio.users().show();
        assertTrue(waitedSeconds().get(0) >= 30 && waitedSeconds().get(0) <= 38, "" + waitedSeconds());
    }

    @Test
    void aTimeInThePastIsNoWait() {
        tested.fake.answer("users.show", TOO_MANY.header("Retry-After", "Mon, 02 Nov 2026 09:00:00 GMT"));
        frameio.users().show();
        assertEquals(List.of(1L), waitedSeconds());
    }

    @ParameterizedTest
    @CsvSource({
        "Mon 02 Nov 2026 10:00:00 GMT, 30", // its clock and ours agree
        "Mon 02 Nov 2026 10:00:10 GMT, 20", // ours is behind
        "Mon 02 Nov 2026 09:00:00 GMT, 30", // the answer is an old one
        "Mon 02 Nov 2026 11:00:00 GMT, 30" // nonsense
    })
    void aTimeCountsFromTheResponsesOwnDate(String date, long seconds) {
        RawResponse answer = new RawResponse(
                429,
                HttpHeaders.of(
                        Map.of(
                                "Date", List.of(date.replace("Mon ", "Mon, ")),
                                "Retry-After", List.of("Mon, 02 Nov 2026 10:00:30 GMT")),
                        (name, value) -> true),
                new byte[0]);
        assertEquals(Duration.ofSeconds(seconds), RetryPolicy.overTheRate(answer, tested.clock.now()));
    }

    @ParameterizedTest
    @CsvSource({
        "61, 61",
        "'60.5', 60.5",
        "86400, 86400",
        "99999999999999999999999999, 2147483647",
        "'Mon, 02 Nov 2026 10:02:00 GMT', 120",
        "'Fri, 31 Dec 9999 23:59:59 GMT', 2147483647",
        "'1, 90', 90"
    })
    void aWaitOfMoreThanAMinuteIsTheCallers(String header, BigDecimal seconds) {
        tested.fake.answer("users.show", TOO_MANY.header("Retry-After", header));
        FrameioApiException.RateLimited refusal = assertThrows(
                FrameioApiException.RateLimited.class, () -> frameio.users().show());
        assertEquals(Duration.ofMillis(seconds.movePointRight(3).longValueExact()), refusal.retryAfter());
        assertEquals(List.of(), tested.clock.sleeps());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 60000, 1",
        "-1, 60000, 1",
        "many, 60000, 1",
        "10, -60000, 1",
        "99999999999999999999999, 60000, 1",
        "100, 60000, 1",
        "10, 60000, 6",
        "1, 61000, 61",
        "1, 99999999999999999999999999, 2147483647"
    })
    void theBucketsNumbersMayBeAnything(String limit, String window, long seconds) {
        RawResponse answer = new RawResponse(
                429,
                HttpHeaders.of(
                        Map.of("x-ratelimit-limit", List.of(limit), "x-ratelimit-window", List.of(window)),
                        (name, value) -> true),
                new byte[0]);
        assertEquals(Duration.ofSeconds(seconds), RetryPolicy.overTheRate(answer, tested.clock.now()));
    }
}
