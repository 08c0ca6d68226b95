package io.github.frameiokit.internal.events;

import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Runs the work for a key once: whoever comes with the same key while it runs, or for a while after, gets the first
 * one's outcome. An outcome that isn't final is forgotten at once, so that the work is done again. In memory, of this
 * JVM only; when it holds too many the oldest are forgotten. Thread-safe, without a lock.
 */
final class Once {

    private static final class Entry {

        private final String key;
        private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        private volatile long completedAt;

        Entry(String key) {
            this.key = key;
        }
    }

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final Queue<Entry> completed = new ConcurrentLinkedQueue<>();
    private final AtomicInteger remembered = new AtomicInteger();
    private final AtomicBoolean sweeping = new AtomicBoolean();
    private final long retentionNanos;
    private final long patienceNanos;
    private final int capacity;
    private final LongSupplier nanoTime;

    /**
     * Makes a memory.
     *
     * @param retention how long an outcome is remembered
     * @param patience how long others wait for the first one
     * @param capacity how many outcomes are remembered at most
     * @param nanoTime a clock like {@link System#nanoTime}
     */
    Once(Duration retention, Duration patience, int capacity, LongSupplier nanoTime) {
        this.retentionNanos = retention.toNanos();
        this.patienceNanos = patience.toNanos();
        this.capacity = capacity;
        this.nanoTime = nanoTime;
    }

    Outcome run(String key, Supplier<Outcome> work) {
        Entry mine = new Entry(key);
        Entry first = claim(mine);
        return first == mine ? work(mine, work) : await(first);
    }

    private Entry claim(Entry mine) {
        Entry first = entries.putIfAbsent(mine.key, mine);
        while (first != null && isOld(first)) {
            entries.remove(mine.key, first);
            first = entries.putIfAbsent(mine.key, mine);
        }
        return first == null ? mine : first;
    }

    private Outcome work(Entry mine, Supplier<Outcome> work) {
        Outcome outcome = Outcome.failed();
        try {
            outcome = work.get();
            return outcome;
        } finally {
            if (outcome.isFinal()) {
                remember(mine);
            } else {
                entries.remove(mine.key, mine);
            }
            mine.outcome.complete(outcome);
        }
    }

    private Outcome await(Entry first) {
        try {
            return first.outcome.get(patienceNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.busy();
        } catch (TimeoutException | ExecutionException e) {
            return Outcome.busy();
        }
    }

    private void remember(Entry entry) {
        entry.completedAt = nanoTime.getAsLong();
        completed.add(entry);
        remembered.incrementAndGet();
        if (sweeping.compareAndSet(false, true)) {
            try {
                sweep();
            } finally {
                sweeping.set(false);
            }
        }
    }

    private void sweep() {
        Entry oldest = completed.peek();
        while (oldest != null && (remembered.get() > capacity || isOld(oldest))) {
            completed.remove(oldest);
            remembered.decrementAndGet();
            entries.remove(oldest.key, oldest);
            oldest = completed.peek();
        }
    }

    private boolean isOld(Entry entry) {
        return entry.outcome.isDone() && nanoTime.getAsLong() - entry.completedAt >= retentionNanos;
    }
}
