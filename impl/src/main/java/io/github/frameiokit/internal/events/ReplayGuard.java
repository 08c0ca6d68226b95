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
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Runs the work for a key once. Requests with the same key that arrive while it runs, or for some time after, get the
 * first one's outcome. An outcome that isn't final is forgotten at once, so the work runs again. The memory is that of
 * this JVM; when it is full, the oldest outcomes are dropped. Thread-safe, without a lock.
 *
 * <p>Exact copies of a request are remembered for as long as their signature is valid. For the steps of an action it
 * depends on the answer, because the key of a step is the same for Frame.io's repetition and for a user who submits the
 * same form again:
 *
 * <ul>
 *   <li>A message or an empty answer ends the action. Nothing can be submitted after it, so a request with the same key
 *       is a repetition. The answer is remembered for a minute.
 *   <li>A form that was answered within the 5 seconds that Frame.io waits isn't remembered. If the same values come
 *       again, the user has submitted them: a title may be free by now, or a wizard is on its next page.
 *   <li>A form that was answered later didn't reach Frame.io, which repeats the step. The form is kept until a
 *       repetition gets it in time, or for a minute. If all nodes remember it, this one doesn't keep it.
 * </ul>
 *
 * <p>One case remains: if an action is registered with a longer time limit and answers with a form after 5 seconds, the
 * user's next submission of the same values gets that form again.
 */
final class ReplayGuard {

    /** The outcome for a key, as soon as there is one. */
    private static final class Entry extends CompletableFuture<Outcome> {

        private final String key;
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
    private final long maxWaitNanos;
    private final int capacity;
    private final Predicate<Outcome> passing;
    private final LongSupplier nanoTime;

    /**
     * Creates a memory.
     *
     * @param retention how long an outcome is remembered
     * @param maxWait how long a copy waits for the first request
     * @param capacity how many outcomes are remembered at most
     * @param passing which outcomes are forgotten once Frame.io has received them
     * @param nanoTime a clock like {@link System#nanoTime}
     */
    ReplayGuard(Duration retention, Duration maxWait, int capacity, Predicate<Outcome> passing, LongSupplier nanoTime) {
        this.retentionNanos = retention.toNanos();
        this.maxWaitNanos = maxWait.toNanos();
        this.capacity = capacity;
        this.passing = passing;
        this.nanoTime = nanoTime;
    }

    Outcome run(String key, Supplier<Outcome> work) {
        long arrived = nanoTime.getAsLong();
        Entry mine = new Entry(key);
        Entry first = claim(mine);
        if (first == mine) {
            return work(mine, work, arrived);
        }
        Outcome outcome = await(first);
        if (hasPassed(outcome, arrived)) {
            entries.remove(key, first);
        }
        return outcome;
    }

    private boolean hasPassed(Outcome outcome, long arrived) {
        return passing.test(outcome)
                && (outcome.shared() || nanoTime.getAsLong() - arrived <= StepMemory.FRAMEIO_WAIT.toNanos());
    }

    private Entry claim(Entry mine) {
        Entry first = entries.putIfAbsent(mine.key, mine);
        while (first != null && first.isDone() && isOld(first, nanoTime.getAsLong())) {
            entries.remove(mine.key, first);
            first = entries.putIfAbsent(mine.key, mine);
        }
        return first == null ? mine : first;
    }

    private Outcome work(Entry mine, Supplier<Outcome> work, long arrived) {
        Outcome outcome = Outcome.failed();
        try {
            outcome = work.get();
            return outcome;
        } finally {
            if (outcome.isFinal() && !hasPassed(outcome, arrived)) {
                remember(mine);
            } else {
                entries.remove(mine.key, mine);
            }
            mine.complete(outcome);
        }
    }

    private Outcome await(Entry first) {
        try {
            return first.get(maxWaitNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.busy();
        } catch (TimeoutException | ExecutionException e) {
            return Outcome.busy();
        }
    }

    private void remember(Entry entry) {
        long now = nanoTime.getAsLong();
        entry.completedAt = now;
        completed.add(entry);
        remembered.incrementAndGet();
        if (sweeping.compareAndSet(false, true)) {
            try {
                sweep(now);
            } finally {
                sweeping.set(false);
            }
        }
    }

    /** Runs on one thread at a time, so nothing else takes an entry out of the queue. */
    private void sweep(long now) {
        Entry oldest = completed.peek();
        while (oldest != null && (remembered.get() > capacity || isOld(oldest, now))) {
            completed.poll();
            remembered.decrementAndGet();
            entries.remove(oldest.key, oldest);
            oldest = completed.peek();
        }
    }

    private boolean isOld(Entry entry, long now) {
        return now - entry.completedAt >= retentionNanos;
    }
}
