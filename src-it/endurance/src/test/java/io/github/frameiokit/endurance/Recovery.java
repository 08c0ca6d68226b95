package io.github.frameiokit.endurance;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How long it takes from a kill until all deliveries are done that were waiting or in work at that time. One that meets
 * another kill counts from that. Thread-safe.
 */
final class Recovery {

    /** What the kit promises. */
    private static final Duration LONGEST = Duration.ofSeconds(45);

    private final Supplier<Set<String>> waiting;
    private final Map<String, Long> killedAt = new HashMap<>();
    private int kills;
    private long longest;

    /** A new one, which asks for the ids of the deliveries that wait or are in work. */
    Recovery(Supplier<Set<String>> waiting) {
        this.waiting = waiting;
    }

    /** A node was killed at this time, by {@link System#nanoTime}. */
    synchronized void killed(long nanoTime) {
        kills++;
        waiting.get().forEach(id -> killedAt.put(id, nanoTime));
    }

    /** Looks for what is done at this time. */
    synchronized void look(long nanoTime) {
        if (killedAt.isEmpty()) {
            return;
        }
        Set<String> left = waiting.get();
        killedAt.entrySet().removeIf(one -> {
            boolean done = !left.contains(one.getKey());
            longest = done ? Math.max(longest, nanoTime - one.getValue()) : longest;
            return done;
        });
    }

    synchronized int kills() {
        return kills;
    }

    /** Whether no delivery waits or is in work. */
    boolean isAllDone() {
        return waiting.get().isEmpty();
    }

    /** The time that the slowest delivery took. */
    synchronized Duration longest() {
        return Duration.ofNanos(longest);
    }

    /** Whether a delivery isn't done, or was too late. */
    synchronized boolean isTooSlow() {
        return !killedAt.isEmpty() || longest().compareTo(LONGEST) > 0;
    }
}
