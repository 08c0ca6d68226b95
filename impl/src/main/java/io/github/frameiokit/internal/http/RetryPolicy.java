package io.github.frameiokit.internal.http;

import io.github.frameiokit.client.ClientClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;

/**
 * Repeats requests that failed for a passing reason, and waits before each repetition.
 *
 * <p>The first wait is one second after a 429 or without a response, and 30 seconds after a 502, 503 or 504 of the API,
 * as Frame.io asks for. Each further wait is twice as long. No wait is shorter than the response asks for, and a
 * response that asks for more than a minute is returned at once. Each wait is lengthened at random by up to a quarter,
 * so that requests that failed together don't return together, but never beyond a minute. Thread-safe.
 */
public final class RetryPolicy {

    /** The longest wait, including the random part. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** The longest wait that a response may ask for while other callers wait for the result. */
    private static final Duration LONGEST_SECONDS = Duration.ofSeconds(5);

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    /** What Frame.io asks for after a 5xx of the API; its storage doesn't need it. */
    private static final Duration OVERLOAD = Duration.ofSeconds(30);

    private static final double SPREAD = 0.25;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int NOT_FOUND = 404;
    private static final int NO_CONTENT = 204;

    private final ClientClock clock;
    private final int retries;
    private final DoubleSupplier random;
    private final Set<Integer> passing;
    private final Duration overload;
    private final Duration longest;
    private final CallRecorder recorder;

    private RetryPolicy(
            ClientClock clock,
            int retries,
            DoubleSupplier random,
            Set<Integer> passing,
            Duration overload,
            Duration longest,
            CallRecorder recorder) {
        this.clock = clock;
        this.retries = retries;
        this.random = random;
        this.passing = passing;
        this.overload = overload;
        this.longest = longest;
        this.recorder = recorder;
    }

    /**
     * For the API.
     *
     * @param clock the time, and what waits
     * @param retries how often a request is repeated at most
     * @param random a number from 0 to 1, where 1 lengthens a wait by the full quarter
     */
    public RetryPolicy(ClientClock clock, int retries, DoubleSupplier random) {
        this(clock, retries, random, Set.of(502, 503, 504), OVERLOAD, LONGEST, CallRecorder.NONE);
    }

    /** The same, whose waits are seen. */
    public RetryPolicy recordedBy(CallRecorder other) {
        return new RetryPolicy(clock, retries, random, passing, overload, longest, other);
    }

    /** For the storage of files. */
    public RetryPolicy forStorage() {
        return new RetryPolicy(clock, retries, random, Set.of(500, 502, 503, 504), SHORTEST, LONGEST, recorder);
    }

    /** For a request whose result other callers wait for, such as a token: it takes a few seconds at most. */
    public RetryPolicy forSeconds() {
        return new RetryPolicy(
                clock, Math.min(retries, 2), random, Set.of(500, 502, 503, 504), SHORTEST, LONGEST_SECONDS, recorder);
    }

    /** Whether a request may be sent again although the first one may have been carried out (RFC 9110, 9.2.2). */
    public enum Repeatable {
        /** It may not. It is repeated only if it was never sent, or was rejected with a 429. */
        NO,
        /** It may. */
        YES,
        /** It may. A repetition that finds nothing has succeeded: an earlier try has deleted it. */
        DELETION
    }

    /** One try. */
    @FunctionalInterface
    public interface Attempt {

        /**
         * Sends the request.
         *
         * @throws IOException if there is no response
         */
        RawResponse send() throws IOException;
    }

    /**
     * Sends a request until there is a response to give to the caller, a success or a failure.
     *
     * @throws IOException if there is no response, or the thread is interrupted
     */
    public RawResponse run(Repeatable repeatable, Attempt attempt) throws IOException {
        boolean maybeDone = false;
        for (int tried = 0; ; tried++) {
            Optional<Duration> wait;
            CallRecorder.WaitReason reason;
            try {
                RawResponse response = attempt.send();
                if (maybeDone && response.status() == NOT_FOUND && repeatable == Repeatable.DELETION) {
                    return new RawResponse(NO_CONTENT, response.headers(), new byte[0]);
                }
                wait = tried < retries ? wait(repeatable, response, tried) : Optional.empty();
                if (wait.isEmpty()) {
                    return response;
                }
                boolean rateLimit = response.status() == TOO_MANY_REQUESTS;
                maybeDone |= !rateLimit;
                reason = rateLimit ? CallRecorder.WaitReason.RATE_LIMIT : CallRecorder.WaitReason.UNAVAILABLE;
            } catch (IOException e) {
                boolean sent = !Transport.neverSent(e);
                if (tried >= retries
                        || sent && repeatable == Repeatable.NO
                        || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                maybeDone |= sent;
                wait = Optional.of(doubled(SHORTEST, tried));
                reason = CallRecorder.WaitReason.NO_RESPONSE;
            }
            Duration time = spread(wait.get());
            recorder.waits(reason, time);
            sleep(time);
        }
    }

    /** How long a 429 asks to wait. */
    static Duration overTheRate(RawResponse response, Instant now) {
        Duration refill = response.number("x-ratelimit-window")
                .flatMap(window -> response.number("x-ratelimit-limit")
                        .filter(limit -> limit > 0)
                        .map(limit -> Duration.ofMillis(window / limit)))
                .map(RetryAfter::bounded)
                .orElse(Duration.ZERO);
        return longer(SHORTEST, longer(refill, RetryAfter.of(response, now).orElse(Duration.ZERO)));
    }

    /** How long a 502, 503 or 504 of the API asks to wait. */
    static Duration unavailable(RawResponse response, Instant now) {
        return longer(OVERLOAD, RetryAfter.of(response, now).orElse(Duration.ZERO));
    }

    private Optional<Duration> wait(Repeatable repeatable, RawResponse response, int tried) {
        Duration asked;
        Duration first;
        if (response.status() == TOO_MANY_REQUESTS) {
            asked = overTheRate(response, clock.now());
            first = SHORTEST;
        } else if (passing.contains(response.status()) && repeatable != Repeatable.NO) {
            asked = RetryAfter.of(response, clock.now()).orElse(Duration.ZERO);
            first = overload;
        } else {
            return Optional.empty();
        }
        return asked.compareTo(longest) > 0 ? Optional.empty() : Optional.of(longer(asked, doubled(first, tried)));
    }

    private static Duration doubled(Duration first, int tried) {
        return shorter(first.multipliedBy(1L << Math.min(tried, 10)), LONGEST);
    }

    private Duration spread(Duration wait) {
        return shorter(wait.plusMillis((long) (wait.toMillis() * SPREAD * random.getAsDouble())), LONGEST);
    }

    private void sleep(Duration wait) throws IOException {
        try {
            clock.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting to send the request again.", e);
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
