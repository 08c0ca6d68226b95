package io.github.frameiokit.client;

import java.time.Duration;
import java.time.Instant;

/**
 * What the client takes the time from and waits with. An app's CDI bean of this type replaces the real one; a test can
 * thereby have a client wait without losing time. Implementations are thread-safe.
 */
public interface ClientClock {

    /**
     * The time.
     *
     * @return now, never null
     */
    Instant now();

    /**
     * Waits.
     *
     * @param time how long, positive
     * @throws InterruptedException if the thread is interrupted; the call that waits then fails
     */
    void sleep(Duration time) throws InterruptedException;
}
