package io.github.frameiokit.internal.http;

import io.github.frameiokit.client.ClientClock;
import io.github.frameiokit.client.FrameioApiException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;

/**
 * Tries again what may be tried again, and waits in between as Frame.io asks for: a call over the rate at least a
 * second, then twice that, and so on; an overloaded or unavailable service at least 30 seconds. All waits are spread
 * out, so that many that failed together don't return together.
 */
public final class RetryPolicy {

    /** No wait is longer, its spread included; a service that asks for more is a failure that tells for how much. */
    static final Duration LONGEST = Duration.ofSeconds(60);

    private static final Duration SECONDS = Duration.ofSeconds(5);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    /** What Frame.io asks for after a 5xx; what holds the files needs no such respite. */
    private static final Duration OVERLOAD = Duration.ofSeconds(30);

    private static final double SPREAD = 0.25;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int NOT_FOUND = 404;

    private final ClientClock clock;
    private final int retries;
    private final DoubleSupplier random;
    private final Set<Integer> passing;
    private final Duration overload;
    private final Duration longest;

    private RetryPolicy(
            ClientClock clock,
            int retries,
            DoubleSupplier random,
            Set<Integer> passing,
            Duration overload,
            Duration longest) {
        this.clock = clock;
        this.retries = retries;
        this.random = random;
        this.passing = passing;
        this.overload = overload;
        this.longest = longest;
    }

    /** For the API. */
    public RetryPolicy(ClientClock clock, int retries, DoubleSupplier random) {
        this(clock, retries, random, Set.of(502, 503, 504), OVERLOAD, LONGEST);
    }

    /** For the storage of files. */
    public RetryPolicy forStorage() {
        return new RetryPolicy(clock, retries, random, Set.of(500, 502, 503, 504), SHORTEST, LONGEST);
    }

    /** For what others wait for, such as a token: some seconds. */
    public RetryPolicy forSeconds() {
        return new RetryPolicy(clock, Math.min(retries, 2), random, Set.of(500, 502, 503, 504), SHORTEST, SECONDS);
    }

    /** For what can do without. */
    public RetryPolicy withoutRetries() {
        return new RetryPolicy(clock, 0, random, passing, overload, longest);
    }

    /** One try. */
    @FunctionalInterface
    public interface Attempt {
        RawResponse run() throws IOException;
    }

    /**
     * Tries until there is an answer to give to the caller, good or bad.
     *
     * @throws FrameioApiException.Unreachable if there is none
     */
    public RawResponse ask(Call call, Attempt attempt) {
        boolean maybeDone = false;
        for (int tried = 0; ; tried++) {
            Optional<Duration> wait;
            try {
                RawResponse answer = attempt.run();
                if (maybeDone && answer.status() == NOT_FOUND && call.method().equals("DELETE")) {
                    return new RawResponse(204, answer.headers(), new byte[0]);
                }
                wait = tried < retries ? wait(call, answer, tried) : Optional.empty();
                if (wait.isEmpty()) {
                    return answer;
                }
                maybeDone |= answer.status() != TOO_MANY_REQUESTS;
            } catch (IOException e) {
                boolean sent = !Transport.neverSent(e);
                if (tried >= retries
                        || sent && !call.repeatable()
                        || Thread.currentThread().isInterrupted()) {
                    throw new FrameioApiException.Unreachable(call.method(), call.path(), e);
                }
                maybeDone |= sent;
                wait = Optional.of(doubled(SHORTEST, tried));
            }
            sleep(call, spread(wait.get()));
        }
    }

    /** The time, to read what an answer says of when to try again. */
    public Instant now() {
        return clock.now();
    }

    /** How long an answer over the rate asks to wait. */
    static Duration overTheRate(RawResponse answer, Instant now) {
        Duration refill = answer.number("x-ratelimit-window")
                .flatMap(window -> answer.number("x-ratelimit-limit")
                        .filter(limit -> limit > 0)
                        .map(limit -> Duration.ofMillis(window / limit)))
                .map(RetryAfter::bounded)
                .orElse(Duration.ZERO);
        return longer(SHORTEST, longer(refill, RetryAfter.of(answer, now).orElse(Duration.ZERO)));
    }

    /** How long an answer of a service that isn't available asks to wait. */
    static Duration unavailable(RawResponse answer, Instant now) {
        return longer(OVERLOAD, RetryAfter.of(answer, now).orElse(Duration.ZERO));
    }

    private Optional<Duration> wait(Call call, RawResponse answer, int tried) {
        Duration asked;
        Duration first;
        if (answer.status() == TOO_MANY_REQUESTS) {
            asked = overTheRate(answer, now());
            first = SHORTEST;
        } else if (passing.contains(answer.status()) && call.repeatable()) {
            asked = RetryAfter.of(answer, now()).orElse(Duration.ZERO);
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

    private void sleep(Call call, Duration wait) {
        try {
            clock.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FrameioApiException.Unreachable(call.method(), call.path(), e);
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
