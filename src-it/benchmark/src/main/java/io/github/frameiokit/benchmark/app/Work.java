package io.github.frameiokit.benchmark.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.LongAdder;

/** What both endpoints do with an event: almost nothing, so that the benchmark measures the way there. */
@ApplicationScoped
public class Work {

    private final LongAdder handled = new LongAdder();

    /** Adds up the lengths of the ids, so that the compiler cannot remove the call. */
    public void handle(String resourceId) {
        handled.add(resourceId.length());
    }
}
