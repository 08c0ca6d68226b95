package io.github.frameiokit.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What takes I/O to know, for those who ask often and can't wait long. It is read on a thread of its own, by one at a
 * time, and kept for a while. Thread-safe.
 *
 * @param <T> the values
 */
public final class Reading<T> {

    private final Supplier<T> source;
    private final Executor threads;
    private final Duration kept;
    private final int rest;
    private final LongSupplier nanoTime;
    private @Nullable Known<T> known;
    private @Nullable Running<T> running;

    private record Known<T>(T value, long at, long until) {}

    private record Running<T>(CompletableFuture<T> result, long since) {}

    /**
     * Reads nothing yet.
     *
     * @param source reads the value; what it throws is as if it hadn't answered
     * @param threads where it is read
     * @param kept how long a value is kept at least
     * @param rest how many times as long as the reading took a value is kept, so that what is slow is read less often
     * @param nanoTime a clock like {@link System#nanoTime}
     */
    public Reading(Supplier<T> source, Executor threads, Duration kept, int rest, LongSupplier nanoTime) {
        this.source = source;
        this.threads = threads;
        this.kept = kept;
        this.rest = rest;
        this.nanoTime = nanoTime;
    }

    /** Begins to read if what is known is too old and nobody reads yet. Doesn't wait. */
    public void refresh() {
        current();
    }

    /**
     * The value.
     *
     * @param longest how long to wait at most, from when the reading began: who comes later waits for less
     * @return the value; empty if there is none in time
     */
    public Optional<T> now(Duration longest) {
        Running<T> current = current();
        long left = longest.toNanos() - (nanoTime.getAsLong() - current.since());
        try {
            return Optional.of(current.result().get(Math.max(0, left), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // there is no answer
        }
        return Optional.empty();
    }

    /** What was read last, however old it is; empty if nothing was. */
    public synchronized Optional<T> last() {
        return Optional.ofNullable(known).map(Known::value);
    }

    /** What was read last, if it isn't older; empty otherwise. */
    public synchronized Optional<T> last(Duration oldest) {
        return Optional.ofNullable(known)
                .filter(it -> nanoTime.getAsLong() - it.at() <= oldest.toNanos())
                .map(Known::value);
    }

    private synchronized Running<T> current() {
        long now = nanoTime.getAsLong();
        if (running != null) {
            return running;
        }
        if (known != null && now - known.until() < 0) {
            return new Running<>(CompletableFuture.completedFuture(known.value()), now);
        }
        Running<T> mine = new Running<>(new CompletableFuture<>(), now);
        running = mine;
        try {
            threads.execute(() -> read(mine));
        } catch (RuntimeException | Error e) { // a server has no threads for an app that stops, or none at all
            running = null;
            mine.result().completeExceptionally(e);
        }
        return mine;
    }

    private void read(Running<T> mine) {
        try {
            T value = source.get();
            keep(value, mine);
            mine.result().complete(value);
        } catch (Throwable e) { // an Error must reach those who wait, too
            end();
            mine.result().completeExceptionally(e);
        }
    }

    private synchronized void keep(T value, Running<T> mine) {
        long now = nanoTime.getAsLong();
        known = new Known<>(value, now, now + Math.max(kept.toNanos(), rest * (now - mine.since())));
        running = null;
    }

    private synchronized void end() {
        running = null;
    }
}
