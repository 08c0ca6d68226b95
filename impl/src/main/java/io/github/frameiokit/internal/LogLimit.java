package io.github.frameiokit.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Keeps strangers from filling a log: each reason is logged once a minute. Reasons are fixed texts and never part of a
 * request, so there are few of them. Thread-safe.
 */
public final class LogLimit {

    private static final long PAUSE_NANOS = 60_000_000_000L;

    private final Map<String, Long> lastLogged = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    /**
     * Creates a limit.
     *
     * @param nanoTime a clock like {@link System#nanoTime}
     */
    public LogLimit(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Logs a warning that is its own reason. */
    public void warn(System.Logger log, String text) {
        if (allows(text)) {
            log.log(System.Logger.Level.WARNING, text);
        }
    }

    /** Whether to log this reason now; true for one caller a minute. */
    public boolean allows(String reason) {
        long now = nanoTime.getAsLong();
        Long last = lastLogged.putIfAbsent(reason, now);
        return last == null || now - last >= PAUSE_NANOS && lastLogged.replace(reason, last, now);
    }
}
