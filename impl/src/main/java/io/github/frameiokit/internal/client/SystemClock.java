package io.github.frameiokit.internal.client;

import io.github.frameiokit.client.ClientClock;
import java.time.Duration;
import java.time.Instant;

/** The real time. */
final class SystemClock implements ClientClock {

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
    }
}
