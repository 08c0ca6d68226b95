package io.github.frameiokit.internal.delivery;

import io.github.frameiokit.delivery.DeliveryException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an engine does while its database, broker or service can't be used, and when it has last tried to use it.
 * Thread-safe.
 */
final class Outage {

    private static final Duration PAUSE_BETWEEN_WRITES = Duration.ofSeconds(1);

    /** An idle engine uses it more often. */
    private static final Duration MOMENT = Duration.ofSeconds(10);

    private volatile String told = "";
    private volatile Instant toldAt = Instant.MIN;
    private volatile @Nullable Instant tried;
    private volatile @Nullable Instant used;

    /** It was tried, with whatever result. */
    void tried() {
        tried = Instant.now();
    }

    /** Logs why it can't be used, unless that is what was logged last. */
    synchronized void tell(System.Logger log, String why, @Nullable Throwable cause) {
        tried();
        String now = cause == null ? why : why + cause;
        if (!now.equals(told)) {
            log.log(System.Logger.Level.ERROR, why + " This is tried again.", cause);
            told = now;
        }
        toldAt = Instant.now();
    }

    /** It was used. */
    void used() {
        Instant now = Instant.now();
        tried = now;
        used = now;
    }

    /** It can be used, perhaps again. */
    void end() {
        used();
        told = "";
    }

    /** When it was last tried; empty if it never was. */
    Optional<Instant> lastTry() {
        return Optional.ofNullable(tried);
    }

    /**
     * Fails if it can't be used.
     *
     * @param ask asks it, unless it was used a moment ago, or is known to be out of reach and tried again
     */
    void check(Runnable ask) {
        Instant last = used;
        if (!told.isEmpty() && (last == null || last.isBefore(toldAt))) {
            throw new DeliveryException(told);
        }
        if (last == null || last.isBefore(Instant.now().minus(MOMENT))) {
            ask.run();
        }
    }

    /** What was logged last; empty if nothing was, or if it can be used again. */
    String told() {
        return told;
    }

    /**
     * Tries for a while, since what a handler has done must not be done again because of a short outage.
     *
     * @param stopping whether the app stops, which ends the trying
     * @param isOutage whether such a failure may be over soon
     */
    static void insist(
            Duration longest, BooleanSupplier stopping, Predicate<RuntimeException> isOutage, Runnable write) {
        long end = System.nanoTime() + longest.toNanos();
        while (true) {
            try {
                write.run();
                return;
            } catch (RuntimeException e) {
                if (!isOutage.test(e) || stopping.getAsBoolean() || System.nanoTime() > end) {
                    throw e;
                }
                pause(PAUSE_BETWEEN_WRITES);
            }
        }
    }

    /** Waits, unless the thread is interrupted. */
    static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
