package io.github.frameiokit.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LogLimitTest {

    private final AtomicLong nanoTime = new AtomicLong(-5);
    private final LogLimit limit = new LogLimit(nanoTime::get);

    @Test
    void eachReasonIsLoggedOnceAMinute() {
        assertTrue(limit.allows("one"));
        assertTrue(limit.allows("other"));
        nanoTime.addAndGet(Duration.ofSeconds(59).toNanos());
        assertFalse(limit.allows("one"));
        nanoTime.addAndGet(Duration.ofSeconds(1).toNanos());
        assertTrue(limit.allows("one"));
        assertFalse(limit.allows("one"));
        assertTrue(limit.allows("other"));
    }
}
