package io.github.frameiokit.internal.console;

import io.github.frameiokit.internal.events.Recorder;
import io.github.frameiokit.internal.events.Recording;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Keeps the last requests in memory. Thread-safe. */
final class Deliveries implements Recorder {

    private static final int MOST = 200;

    private final InstantSource clock;
    private final AtomicLong revision = new AtomicLong();
    private final Received.Tools tools;
    private final Deque<Received> kept = new ArrayDeque<>();
    private long lastId;

    /**
     * Keeps nothing yet.
     *
     * @param address the address of the current request, once it is accepted
     */
    Deliveries(Mask mask, LogLines lines, Supplier<Optional<URI>> address, InstantSource clock, LongSupplier nanoTime) {
        this.clock = clock;
        tools = new Received.Tools(mask, lines, nanoTime, revision::incrementAndGet, address);
    }

    @Override
    public Recording begin(HttpHeaders headers, byte[] body) {
        Arrived arrived = Arrived.of(headers.getRequestHeaders(), body);
        Received received;
        synchronized (kept) {
            received = new Received(++lastId, clock.instant(), arrived, tools);
            kept.addLast(received);
            if (kept.size() > MOST) {
                kept.removeFirst();
            }
        }
        return received.begin();
    }

    /** The kept requests that have changed after a revision, and the newest revision. */
    Tree after(long known) {
        long newest = revision.get(); // before the requests are read: what changes meanwhile is sent once more
        List<Received> now = all();
        return new Tree()
                .add("next", newest)
                .add("first", now.stream().findFirst().map(Received::id).orElse(0L))
                .add(
                        "deliveries",
                        now.stream()
                                .filter(it -> it.revision() > known)
                                .map(Received::summary)
                                .toList());
    }

    /** A kept request. */
    Optional<Received> find(long id) {
        return all().stream().filter(it -> it.id() == id).findFirst();
    }

    private List<Received> all() {
        synchronized (kept) {
            return List.copyOf(kept);
        }
    }

    /** Forgets everything. */
    void clear() {
        synchronized (kept) {
            kept.clear();
        }
    }
}
