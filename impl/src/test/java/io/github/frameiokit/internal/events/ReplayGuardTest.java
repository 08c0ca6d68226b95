package io.github.frameiokit.internal.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ReplayGuardTest {

    private static final int CAPACITY = 3;

    private static final Outcome MESSAGE = Outcome.answered(new byte[] {1}, false);
    private static final Outcome FORM = Outcome.answered(new byte[] {2}, true);

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger runs = new AtomicInteger();
    private final ReplayGuard once =
            new ReplayGuard(Duration.ofSeconds(60), Duration.ofSeconds(10), CAPACITY, Outcome::asks, now::get);

    @Test
    void repetitionGetsTheFirstOutcome() {
        Outcome first = once.run("key", work(MESSAGE));
        assertSame(first, once.run("key", work(Outcome.done())));
        assertEquals(1, runs.get());
    }

    @Test
    void otherKeysRunIndependently() {
        once.run("one", work(Outcome.done()));
        once.run("other", work(Outcome.done()));
        assertEquals(2, runs.get());
    }

    @Test
    void sameKeyRunsAgainAfterTheRetention() {
        once.run("key", work(Outcome.done()));
        now.addAndGet(Duration.ofSeconds(59).toNanos());
        once.run("key", work(Outcome.done()));
        assertEquals(1, runs.get());
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        once.run("key", work(Outcome.done()));
        assertEquals(2, runs.get());
    }

    @Test
    void sameKeyRunsAgainAfterAFailure() {
        once.run("key", work(Outcome.failed()));
        once.run("key", work(Outcome.done()));
        once.run("key", work(Outcome.done()));
        assertEquals(2, runs.get());
    }

    @Test
    void sameKeyRunsAgainAfterAnException() {
        assertThrows(
                IllegalStateException.class,
                () -> once.run("key", () -> {
                    throw new IllegalStateException();
                }));
        once.run("key", work(Outcome.done()));
        assertEquals(1, runs.get());
    }

    @Test
    void oldestKeyIsForgottenAtTheLimit() {
        for (int i = 0; i <= CAPACITY; i++) {
            once.run("key" + i, work(Outcome.done()));
        }
        once.run("key1", work(Outcome.done()));
        assertEquals(CAPACITY + 1, runs.get());
        once.run("key0", work(Outcome.done()));
        assertEquals(CAPACITY + 2, runs.get());
    }

    @Test
    void repetitionsWaitForTheFirst() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Outcome>> outcomes = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                outcomes.add(threads.submit(() -> once.run("key", () -> {
                    runs.incrementAndGet();
                    started.countDown();
                    await(release);
                    return Outcome.failed();
                })));
            }
            await(started);
            release.countDown();
            for (Future<Outcome> outcome : outcomes) {
                assertEquals(500, outcome.get().status());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void repetitionIsSentAwayIfTheFirstTakesTooLong() throws Exception {
        ReplayGuard impatient =
                new ReplayGuard(Duration.ofSeconds(60), Duration.ofMillis(10), CAPACITY, Outcome::asks, now::get);
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Outcome> first = thread.submit(() -> impatient.run("key", () -> {
                started.countDown();
                await(release);
                return Outcome.done();
            }));
            await(started);
            assertEquals(503, impatient.run("key", work(Outcome.done())).status());
            release.countDown();
            assertEquals(200, first.get().status());
            assertEquals(0, runs.get());
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void formAnsweredInTimeIsForgottenBecauseTheNextRequestWithItsKeyIsASubmission() {
        for (int i = 1; i <= 3; i++) {
            once.run("next", taking(Duration.ofSeconds(5), FORM));
            assertEquals(i, runs.get());
        }
        assertSame(MESSAGE, once.run("next", work(MESSAGE)));
        assertSame(MESSAGE, once.run("next", work(FORM)));
        assertEquals(4, runs.get());
    }

    @Test
    void formAnsweredTooLateIsKeptUntilARepetitionGetsIt() {
        once.run("key", taking(Duration.ofMillis(5001), FORM));
        assertSame(FORM, once.run("key", work(MESSAGE)));
        assertEquals(1, runs.get());
        assertSame(MESSAGE, once.run("key", work(MESSAGE)));
        assertEquals(2, runs.get());
    }

    @Test
    void formAnsweredTooLateIsForgottenAfterTheRetention() {
        once.run("key", taking(Duration.ofSeconds(6), FORM));
        now.addAndGet(Duration.ofSeconds(60).toNanos());
        assertSame(MESSAGE, once.run("key", work(MESSAGE)));
    }

    @Test
    void waitingRepetitionsGetTheForm() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Outcome> first = threads.submit(() -> once.run("key", () -> {
                runs.incrementAndGet();
                started.countDown();
                await(release);
                now.addAndGet(Duration.ofSeconds(6).toNanos());
                return FORM;
            }));
            await(started);
            Future<Outcome> repetition = threads.submit(() -> once.run("key", work(MESSAGE)));
            release.countDown();
            assertSame(FORM, first.get());
            assertSame(FORM, repetition.get());
            assertEquals(1, runs.get());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void outcomesOfExactCopiesAreKeptFormsIncluded() {
        ReplayGuard copies =
                new ReplayGuard(Duration.ofSeconds(60), Duration.ofSeconds(10), CAPACITY, outcome -> false, now::get);
        copies.run("signature", work(FORM));
        assertSame(FORM, copies.run("signature", work(MESSAGE)));
        assertEquals(1, runs.get());
    }

    private Supplier<Outcome> taking(Duration time, Outcome outcome) {
        return () -> {
            now.addAndGet(time.toNanos());
            return work(outcome).get();
        };
    }

    private Supplier<Outcome> work(Outcome outcome) {
        return () -> {
            runs.incrementAndGet();
            return outcome;
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
