package io.github.frameiokit.internal;

import io.github.frameiokit.client.ClientClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs work once per key at a time, on another thread, so that the work is completed even if its callers are
 * interrupted or give up. Callers that come meanwhile share its result or its failure. After a failure, the work isn't
 * started again for a while, and callers get the same failure at once. Holds no lock while work runs. Thread-safe.
 *
 * @param <K> the keys
 * @param <V> the results
 */
public final class SingleFlight<K, V> {

    /**
     * Above this number of flights, failures whose pause is over are removed; otherwise only the next call for their
     * key removes them.
     */
    private static final int MANY = 1000;

    private final Map<K, Flight<V>> flights = new ConcurrentHashMap<>();
    private final Executor threads;
    private final ClientClock clock;
    private final Duration pause;

    private static final class Flight<V> {

        private final CompletableFuture<V> result = new CompletableFuture<>();
        private volatile Instant failedAt = Instant.MAX;

        /** The pause also ends when the clock has been set back. */
        boolean isOver(Instant now, Duration pause) {
            return result.isDone() && (now.isBefore(failedAt) || !now.isBefore(failedAt.plus(pause)));
        }
    }

    /**
     * Creates an instance without any work.
     *
     * @param threads where the work runs
     * @param clock the time
     * @param pause how long a failure is shared after it has happened; zero if only while callers wait
     */
    public SingleFlight(Executor threads, ClientClock clock, Duration pause) {
        this.threads = threads;
        this.clock = clock;
        this.pause = pause;
    }

    /** Starts the work unless it already runs or has just failed; returns its result or failure, now or later. */
    public CompletableFuture<V> start(K key, Callable<V> work) {
        Instant now = clock.now();
        if (flights.size() > MANY) {
            flights.values().removeIf(flight -> flight.isOver(now, pause));
        }
        Flight<V> mine = new Flight<>();
        Flight<V> current =
                flights.compute(key, (same, known) -> known == null || known.isOver(now, pause) ? mine : known);
        if (current == mine) {
            try {
                threads.execute(() -> run(key, mine, work));
            } catch (RuntimeException e) { // the app has stopped
                flights.remove(key, mine);
                mine.result.completeExceptionally(e);
            }
        }
        return current.result;
    }

    private void run(K key, Flight<V> flight, Callable<V> work) {
        try {
            V value = work.call();
            flights.remove(key, flight);
            flight.result.complete(value);
        } catch (Throwable e) { // an Error must reach the waiting callers, too
            if (pause.isZero()) {
                flights.remove(key, flight);
            } else {
                flight.failedAt = clock.now();
            }
            flight.result.completeExceptionally(e);
        }
    }

    /** Forgets a failure whose cause is gone, so that the next call starts the work. */
    public void forget(K key) {
        flights.computeIfPresent(key, (same, flight) -> flight.result.isDone() ? null : flight);
    }

    /**
     * Waits for a result.
     *
     * @throws TimeoutException if there is none in time; the work continues
     * @throws InterruptedException if the caller is interrupted; the work continues
     */
    public static <V> V await(CompletableFuture<V> result, Duration longest)
            throws TimeoutException, InterruptedException {
        try {
            return result.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw Causes.rethrown(e);
        }
    }
}
