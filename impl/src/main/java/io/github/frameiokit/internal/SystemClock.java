package io.github.frameiokit.internal;

import io.github.frameiokit.client.ClientClock;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.Instant;

/** The real time. */
public final class SystemClock implements ClientClock {

    private SystemClock() {}

    /** The real time, unless the app has a clock of its own. */
    public static ClientClock replacedBy(Instance<ClientClock> clocks) {
        return clocks.isUnsatisfied() ? new SystemClock() : clocks.get();
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
    }
}
