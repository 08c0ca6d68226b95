package io.github.frameiokit.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.internal.client.TestClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SingleFlightTest {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final TestClock clock = new TestClock();
    private final Queue<Runnable> begun = new ArrayDeque<>();
    private final SingleFlight<String, Integer> flights = new SingleFlight<>(begun::add, clock, PAUSE);
    private final AtomicInteger runs = new AtomicInteger();

    private CompletableFuture<Integer> start() {
        return flights.start("key", runs::incrementAndGet);
    }

    private CompletableFuture<Integer> startFailing() {
        return flights.start("key", () -> {
            runs.incrementAndGet();
            throw new IllegalArgumentException("no");
        });
    }

    private static int await(CompletableFuture<Integer> result) throws Exception {
        return SingleFlight.await(result, Duration.ofMillis(1));
    }

    @Test
    void callersThatComeWhileItRunsShareItsResult() throws Exception {
        CompletableFuture<Integer> first = start();
        assertSame(first, start());
        begun.remove().run();
        assertEquals(1, await(first));
        assertTrue(begun.isEmpty());
    }

    @Test
    void aResultIsNotKept() throws Exception {
        start();
        begun.remove().run();
        CompletableFuture<Integer> second = start();
        begun.remove().run();
        assertEquals(2, await(second));
    }

    @Test
    void aFailureIsSharedForAWhile() {
        CompletableFuture<Integer> first = startFailing();
        begun.remove().run();
        assertEquals(
                "no",
                assertThrows(IllegalArgumentException.class, () -> await(first)).getMessage());
        clock.pass(PAUSE.minusMillis(1));
        assertSame(first, start());
        clock.pass(Duration.ofMillis(1));
        assertNotSame(first, start());
        assertEquals(1, begun.size());
    }

    @Test
    void aFailureIsForgottenWhenItsCauseIsGone() {
        CompletableFuture<Integer> running = startFailing();
        flights.forget("key");
        assertSame(running, start());
        begun.remove().run();
        flights.forget("key");
        assertNotSame(running, start());
    }

    @Test
    void aCallerThatGivesUpStopsNothing() throws Exception {
        CompletableFuture<Integer> first = start();
        assertThrows(TimeoutException.class, () -> await(first));
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> await(first));
        begun.remove().run();
        assertEquals(1, await(first));
    }

    @Test
    void anErrorReachesTheWaitingCallers() {
        CompletableFuture<Integer> first = flights.start("key", () -> {
            throw new StackOverflowError();
        });
        begun.remove().run();
        assertThrows(StackOverflowError.class, () -> await(first));
    }

    @Test
    void workThatCannotBeStartedIsNotAwaited() {
        SingleFlight<String, Integer> stopped = new SingleFlight<>(
                work -> {
                    throw new RejectedExecutionException("stopped");
                },
                clock,
                PAUSE);
        for (int i = 0; i < 2; i++) {
            CompletableFuture<Integer> never = stopped.start("key", () -> 1);
            assertThrows(RejectedExecutionException.class, () -> await(never));
        }
    }

    @Test
    void aFailureIsNotSharedForLongerIfTheClockWasSetBack() {
        CompletableFuture<Integer> first = startFailing();
        begun.remove().run();
        clock.pass(Duration.ofDays(-1));
        assertNotSame(first, start());
    }
}
