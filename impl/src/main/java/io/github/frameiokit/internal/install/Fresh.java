package io.github.frameiokit.internal.install;

import io.github.frameiokit.internal.LogLimit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * What the store says, remembered for some seconds, so that what one node changes the others know soon. An older value
 * is read again by one caller while others still get it, and stays while the store fails. Thread-safe.
 *
 * @param <K> the keys
 * @param <V> the values
 */
final class Fresh<K, V> {

    private static final System.Logger LOG = System.getLogger(Fresh.class.getName());
    private static final Duration AGE = Duration.ofSeconds(10);
    /** What isn't there may be about to be written. */
    private static final Duration AGE_OF_NOTHING = Duration.ofSeconds(1);

    private static final int MOST = 10_000;

    private static final int LOCKS = 64;

    private final Map<K, Held<V>> held = new ConcurrentHashMap<>();
    private final List<Object> locks = Stream.generate(Object::new).limit(LOCKS).toList();
    private final Function<K, Optional<V>> reader;
    private final LongSupplier nanoTime;
    private final LogLimit logLimit;

    /**
     * Creates an empty memory.
     *
     * @param reader asks the store
     * @param nanoTime a clock like {@link System#nanoTime}
     */
    Fresh(Function<K, Optional<V>> reader, LongSupplier nanoTime) {
        this.reader = reader;
        this.nanoTime = nanoTime;
        logLimit = new LogLimit(nanoTime);
    }

    private record Held<V>(Optional<V> value, long since, AtomicBoolean refreshing) {}

    /**
     * The value of a key.
     *
     * @throws RuntimeException if the store can't be read, and no value is known from before
     */
    Optional<V> find(K key) {
        Held<V> known = held.get(key);
        if (known != null && isFresh(known)) {
            return known.value();
        }
        if (known == null || known.value().isEmpty()) {
            return first(key);
        }
        return known.refreshing().compareAndSet(false, true) ? refreshed(key, known) : known.value();
    }

    private boolean isFresh(Held<V> known) {
        Duration age = Duration.ofNanos(nanoTime.getAsLong() - known.since());
        return age.compareTo(known.value().isPresent() ? AGE : AGE_OF_NOTHING) < 0;
    }

    /**
     * Lets callers that come at once wait for the first one's answer. It asks on its own thread, since the store may
     * have to be found by the server's names, which other threads don't have.
     */
    private Optional<V> first(K key) {
        synchronized (locks.get(Math.floorMod(key.hashCode(), LOCKS))) {
            Held<V> known = held.get(key);
            return known != null && isFresh(known) ? known.value() : read(key);
        }
    }

    private Optional<V> refreshed(K key, Held<V> known) {
        try {
            return read(key);
        } catch (RuntimeException e) {
            keep(key, known.value()); // asked again after a pause, since a failing store may take seconds to fail
            if (logLimit.allows("failed")) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "The token store failed, so what is known of installations is used. Logged once a minute.",
                        e);
            }
            return known.value();
        }
    }

    private Optional<V> read(K key) {
        Optional<V> value = reader.apply(key);
        keep(key, value);
        return value;
    }

    private void keep(K key, Optional<V> value) {
        if (held.size() >= MOST) {
            held.clear();
        }
        held.put(key, new Held<>(value, nanoTime.getAsLong(), new AtomicBoolean()));
    }

    /** Asks the store for this key next time. */
    void forget(K key) {
        held.remove(key);
    }
}
