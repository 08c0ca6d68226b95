package io.github.frameiokit.benchmark;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.LongAdder;

/** What both endpoints do with an event: as good as nothing, so that the way there is what is measured. */
@ApplicationScoped
public class Work {

    private final LongAdder handled = new LongAdder();

    /** Takes note of a resource. */
    public void handle(String resourceId) {
        handled.add(resourceId.length());
    }
}
