package io.github.frameiokit.benchmark.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;

/** What both endpoints do with an event: almost nothing, so that the benchmark measures the way there. */
@ApplicationScoped
public class Work {

    private final LongAdder handled = new LongAdder();
    private Later later = new Later(0, Instant.EPOCH);

    /**
     * What an asynchronous handler has done.
     *
     * @param count how many events it has handled
     * @param last when it handled the last one
     */
    record Later(long count, Instant last) {}

    /** Adds up the lengths of the ids, so that the compiler cannot remove the call. */
    public void handle(String resourceId) {
        handled.add(resourceId.length());
    }

    /** Counts an event that is handled after its answer. */
    public synchronized void handleLater() {
        later = new Later(later.count() + 1, Instant.now());
    }

    synchronized Later later() {
        return later;
    }
}
