package io.github.frameiokit.internal.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What is remembered of the store, and for how long. */
class FreshTest {

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger reads = new AtomicInteger();
    private volatile Optional<String> stored = Optional.of("first");
    private volatile boolean down;
    private final Fresh<String, String> fresh = new Fresh<>(
            key -> {
                reads.incrementAndGet();
                if (down) {
                    throw new IllegalStateException("down");
                }
                return stored;
            },
            nanos::get);

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void aValueIsKnownForSomeSeconds() {
        fresh.find("key");
        stored = Optional.of("second");
        pass(Duration.ofMillis(9_999));
        assertEquals(Optional.of("first"), fresh.find("key"));
        pass(Duration.ofMillis(1));
        assertEquals(Optional.of("second"), fresh.find("key"));
        assertEquals(2, reads.get());
    }

    @Test
    void whatIsGoneIsGoneAfterSomeSeconds() {
        fresh.find("key");
        stored = Optional.empty();
        pass(Duration.ofSeconds(10));
        assertEquals(Optional.empty(), fresh.find("key"));
    }

    @Test
    void whatIsntThereMayBeThereASecondLater() {
        stored = Optional.empty();
        assertEquals(Optional.empty(), fresh.find("key"));
        assertEquals(Optional.empty(), fresh.find("key"));
        assertEquals(1, reads.get());
        stored = Optional.of("new");
        pass(Duration.ofSeconds(1));
        assertEquals(Optional.of("new"), fresh.find("key"));
    }

    @Test
    void aValueStaysWhileTheStoreIsDown() {
        fresh.find("key");
        down = true;
        for (int i = 0; i < 10; i++) {
            pass(Duration.ofSeconds(10));
            assertEquals(Optional.of("first"), fresh.find("key"));
            assertEquals(Optional.of("first"), fresh.find("key"));
        }
        assertEquals(11, reads.get());
    }

    @Test
    void withoutAValueADownStoreIsAFailure() {
        down = true;
        assertThrows(IllegalStateException.class, () -> fresh.find("key"));
    }

    @Test
    void callersThatComeAtOnceCauseOneRead() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CountDownLatch begin = new CountDownLatch(8);
        Callable<Optional<String>> caller = () -> {
            begin.countDown();
            begin.await();
            return fresh.find("key");
        };
        List<Future<Optional<String>>> all = threads.invokeAll(Collections.nCopies(8, caller));
        for (Future<Optional<String>> one : all) {
            assertEquals(Optional.of("first"), one.get());
        }
        threads.shutdownNow();
        assertEquals(1, reads.get());
    }

    @Test
    void theMemoryIsBounded() {
        for (int i = 0; i < 10_001; i++) {
            fresh.find("key" + i);
        }
        fresh.find("key0");
        assertEquals(10_002, reads.get());
    }
}
