package io.github.frameiokit.it.app;

import io.github.frameiokit.delivery.DeliveryQueue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** An app's own queue, in which nothing waits: it hands out each entry at once. */
@ApplicationScoped
public class DirectQueue implements DeliveryQueue {

    private volatile Worker worker;

    boolean hasBegun() {
        return worker != null;
    }

    @Override
    public void add(List<Entry> entries) {
        entries.forEach(entry -> worker.work(entry, 1));
    }

    @Override
    public void start(Worker worker) {
        this.worker = worker;
    }

    @Override
    public void stop(Duration longest) {}
}
