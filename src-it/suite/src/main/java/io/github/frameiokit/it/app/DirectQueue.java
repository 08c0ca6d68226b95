package io.github.frameiokit.it.app;

import io.github.frameiokit.delivery.DeliveryQueue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** An app's own queue, in which nothing waits: it hands out each entry at once, and again if that fails. */
@ApplicationScoped
public class DirectQueue implements DeliveryQueue {

    private static final int MOST_ATTEMPTS = 3;

    private volatile Worker worker;

    boolean hasBegun() {
        return worker != null;
    }

    @Override
    public void add(List<Entry> entries) {
        for (Entry entry : entries) {
            int attempt = 1;
            while (worker.work(entry, attempt) instanceof Again && attempt < MOST_ATTEMPTS) {
                attempt++;
            }
        }
    }

    @Override
    public void start(Worker worker) {
        this.worker = worker;
    }

    @Override
    public void stop(Duration longest) {}
}
