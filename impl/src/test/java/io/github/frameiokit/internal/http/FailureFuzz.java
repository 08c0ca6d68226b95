package io.github.frameiokit.internal.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.internal.fuzz.Choices;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Any response that isn't a success becomes one of the documented exceptions, with a message fit for a log. */
public final class FailureFuzz {

    private static final List<Integer> STATUSES =
            List.of(301, 400, 401, 403, 404, 409, 422, 429, 451, 500, 502, 503, 504, 599);
    private static final List<String> NAMES = List.of(
            "errors",
            "error",
            "error_description",
            "title",
            "detail",
            "details",
            "message",
            "source",
            "pointer",
            "~/a");
    private static final List<String> TIMES = List.of(
            "Sun, 06 Nov 1994 08:49:37 GMT",
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994",
            "Fri, 31 Dec 9999 23:59:59 GMT",
            "120",
            "0.5, 7",
            "9".repeat(100));

    private FailureFuzz() {}

    /** Maps a response to an exception. */
    public static void run(Choices choices) {
        byte[] body = choices.below(3) == 0
                ? choices.raw()
                : choices.json(NAMES).toString().getBytes(StandardCharsets.UTF_8);
        HttpHeaders headers = HttpHeaders.of(
                Map.of(
                        "Retry-After", List.of(time(choices), time(choices)),
                        "Date", List.of(time(choices)),
                        "x-ratelimit-window", List.of(choices.text()),
                        "x-ratelimit-remaining", List.of(choices.text())),
                (name, value) -> true);
        RawResponse response = new RawResponse(choices.one(STATUSES), headers, body);
        FrameioApiException failure = new Failures("GET", "/v4/me").of(response, Instant.EPOCH);
        String message = failure.getMessage();
        assertTrue(message.length() < 10_000, "a long message");
        assertTrue(message.chars().noneMatch(Character::isISOControl), message);
        Optional<Duration> wait = RetryAfter.of(response, Instant.EPOCH);
        assertFalse(wait.filter(Duration::isNegative).isPresent(), "a negative wait");
        response.number("x-ratelimit-window");
    }

    private static String time(Choices choices) {
        return choices.yes() ? choices.one(TIMES) : choices.text();
    }
}
