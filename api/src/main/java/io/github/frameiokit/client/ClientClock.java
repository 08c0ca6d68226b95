package io.github.frameiokit.client;

import java.time.Duration;
import java.time.Instant;

/**
 * The clock of the client: it gives the time and waits. An app's CDI bean of this type replaces the default one, so
 * that a test doesn't lose time when a client waits. Implementations must be thread-safe.
 */
public interface ClientClock {

    /**
     * Returns the current time.
     *
     * @return the time, never null
     */
    Instant now();

    /**
     * Waits on the current thread.
     *
     * @param time how long, positive
     * @throws InterruptedException if the thread is interrupted; the call that waits then fails
     */
    void sleep(Duration time) throws InterruptedException;
}
