package io.github.frameiokit.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReadingTest {

    private static final Duration KEPT = Duration.ofSeconds(3);
    private static final Duration SHORT = Duration.ofMillis(1);

    /** What waits for a thread. */
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    private final AtomicInteger read = new AtomicInteger();
    private long now;

    private Reading<Integer> reading(int rest) {
        return new Reading<>(read::incrementAndGet, waiting::add, KEPT, rest, () -> now);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    @Test
    void aValueIsKeptForAWhile() {
        Reading<Integer> reading = new Reading<>(read::incrementAndGet, Runnable::run, KEPT, 0, () -> now);
        assertEquals(Optional.of(1), reading.now(SHORT));
        pass(KEPT.minusNanos(1));
        assertEquals(Optional.of(1), reading.now(SHORT));
        pass(SHORT);
        assertEquals(Optional.of(2), reading.now(SHORT));
    }

    @Test
    void oneReadsAtATime() {
        Reading<Integer> reading = reading(0);
        reading.refresh();
        reading.refresh();
        assertEquals(Optional.empty(), reading.now(SHORT));
        assertEquals(1, waiting.size());
        waiting.remove().run();
        assertEquals(Optional.of(1), reading.now(SHORT));
        assertEquals(0, waiting.size());
    }

    @Test
    void whoComesLateDoesNotWaitForWhatHangs() {
        Reading<Integer> reading = reading(0);
        reading.refresh();
        pass(Duration.ofHours(1));
        assertEquals(Optional.empty(), reading.now(Duration.ofMinutes(59)));
    }

    @Test
    void whatWasReadLastIsKnownWhileANewReadingHangs() {
        Reading<Integer> reading = reading(0);
        assertEquals(Optional.empty(), reading.last());
        reading.refresh();
        waiting.remove().run();
        pass(KEPT.plus(SHORT));
        assertEquals(Optional.empty(), reading.now(SHORT));
        assertEquals(Optional.of(1), reading.last());
    }

    @Test
    void whatIsSlowIsReadLessOften() {
        Reading<Integer> reading = reading(10);
        reading.refresh();
        pass(Duration.ofSeconds(2));
        waiting.remove().run();
        pass(Duration.ofSeconds(19));
        assertEquals(Optional.of(1), reading.now(SHORT));
        pass(Duration.ofSeconds(2));
        reading.refresh();
        assertEquals(1, waiting.size());
    }

    @Test
    void whatFailsIsReadAgain() {
        Reading<Integer> reading = new Reading<>(
                () -> {
                    if (read.incrementAndGet() == 1) {
                        throw new IllegalStateException("as told");
                    }
                    return read.get();
                },
                Runnable::run,
                KEPT,
                0,
                () -> now);
        assertEquals(Optional.empty(), reading.now(SHORT));
        assertEquals(Optional.of(2), reading.now(SHORT));
    }

    @Test
    void whatWasReadLongAgoIsNotKnown() {
        Reading<Integer> reading = reading(0);
        reading.refresh();
        waiting.remove().run();
        pass(KEPT);
        assertEquals(Optional.of(1), reading.last(KEPT));
        pass(SHORT);
        assertEquals(Optional.empty(), reading.last(KEPT));
    }

    @Test
    void withoutAThreadThereIsNoValueUntilThereIsOne() {
        Reading<Integer> reading = new Reading<>(
                read::incrementAndGet,
                work -> {
                    now++;
                    switch ((int) now) {
                        case 1 -> throw new RejectedExecutionException("stopped");
                        case 2 -> throw new OutOfMemoryError("unable to create native thread");
                        default -> work.run();
                    }
                },
                KEPT,
                0,
                () -> now);
        assertEquals(Optional.empty(), reading.now(SHORT));
        assertEquals(Optional.empty(), reading.now(SHORT));
        assertEquals(Optional.of(1), reading.now(SHORT));
    }
}
