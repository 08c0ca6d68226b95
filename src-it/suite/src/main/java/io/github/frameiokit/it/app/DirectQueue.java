package io.github.frameiokit.it.app;

import io.github.frameiokit.delivery.DeliveryQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** An app's own queue, in which nothing waits: it hands out each entry at once. It notes when it may begin. */
@ApplicationScoped
public class DirectQueue implements DeliveryQueue {

    /** What the start is about in the journal. */
    public static final String ID = "direct-queue";

    @Inject
    private JournalResource journal;

    private volatile Worker worker;

    @Override
    public void add(List<Entry> entries) {
        entries.forEach(entry -> worker.work(entry, 1));
    }

    @Override
    public void start(Worker worker) {
        this.worker = worker;
        journal.note("started", ID);
    }

    @Override
    public void stop(Duration longest) {}
}
