package io.github.frameiokit.internal.opentelemetry;

import java.time.Duration;

/** Runs from its creation. */
final class Stopwatch {

    private final long started = System.nanoTime();

    Duration read() {
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
