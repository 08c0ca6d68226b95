package io.github.frameiokit.it.app;

import io.github.frameiokit.client.ClientClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Records waits instead of waiting. */
@ApplicationScoped
public class WaitlessClock implements ClientClock {

    private final List<Duration> sleeps = new CopyOnWriteArrayList<>();

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void sleep(Duration time) {
        sleeps.add(time);
    }

    /** The whole seconds of each wait since the last call. */
    public String slept() {
        String slept = sleeps.stream().map(it -> it.toSeconds() + "s").collect(Collectors.joining(" "));
        sleeps.clear();
        return slept;
    }
}
