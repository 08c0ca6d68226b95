package io.github.frameiokit.internal.client;

import io.github.frameiokit.client.ClientClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A clock that moves only when somebody sleeps, or a test moves it. */
public final class TestClock implements ClientClock {

    private final List<Duration> sleeps = Collections.synchronizedList(new ArrayList<>());
    private Instant now = Instant.parse("2026-11-02T10:00:00Z");

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        sleeps.add(time);
        pass(time);
    }

    public synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    public List<Duration> sleeps() {
        return List.copyOf(sleeps);
    }
}
