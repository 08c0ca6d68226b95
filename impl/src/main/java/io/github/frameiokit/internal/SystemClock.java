package io.github.frameiokit.internal;

import io.github.frameiokit.client.ClientClock;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.Instant;

/** The clock that an app uses unless it provides its own. */
public final class SystemClock implements ClientClock {

    /** Creates the clock. */
    public SystemClock() {}

    /** The app's own clock, or this one. */
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
