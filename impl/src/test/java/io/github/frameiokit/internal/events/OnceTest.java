package io.github.frameiokit.internal.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.frameiokit.response.Message;
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

class OnceTest {

    private static final int CAPACITY = 3;

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger runs = new AtomicInteger();
    private final Once once = new Once(Duration.ofSeconds(60), Duration.ofSeconds(10), CAPACITY, now::get);

    @Test
    void givesTheFirstOutcomeToWhoeverComesAfter() {
        Outcome first = once.run("key", work(Outcome.answered(Message.of("First", ""))));
        assertSame(first, once.run("key", work(Outcome.done())));
        assertEquals(1, runs.get());
    }

    @Test
    void runsOtherKeysOnTheirOwn() {
        once.run("one", work(Outcome.done()));
        once.run("other", work(Outcome.done()));
        assertEquals(2, runs.get());
    }

    @Test
    void runsAgainAfterTheRetention() {
        once.run("key", work(Outcome.done()));
        now.addAndGet(Duration.ofSeconds(59).toNanos());
        once.run("key", work(Outcome.done()));
        assertEquals(1, runs.get());
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        once.run("key", work(Outcome.done()));
        assertEquals(2, runs.get());
    }

    @Test
    void runsAgainAfterAFailure() {
        once.run("key", work(Outcome.failed()));
        once.run("key", work(Outcome.done()));
        once.run("key", work(Outcome.done()));
        assertEquals(2, runs.get());
    }

    @Test
    void runsAgainAfterAnException() {
        assertThrows(
                IllegalStateException.class,
                () -> once.run("key", () -> {
                    throw new IllegalStateException();
                }));
        once.run("key", work(Outcome.done()));
        assertEquals(1, runs.get());
    }

    @Test
    void forgetsTheOldestWhenItHoldsTooMany() {
        for (int i = 0; i <= CAPACITY; i++) {
            once.run("key" + i, work(Outcome.done()));
        }
        once.run("key1", work(Outcome.done()));
        assertEquals(CAPACITY + 1, runs.get());
        once.run("key0", work(Outcome.done()));
        assertEquals(CAPACITY + 2, runs.get());
    }

    @Test
    void letsOthersWaitForTheFirst() throws Exception {
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
    void sendsOthersAwayWhenTheFirstTakesTooLong() throws Exception {
        Once impatient = new Once(Duration.ofSeconds(60), Duration.ofMillis(10), CAPACITY, now::get);
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
