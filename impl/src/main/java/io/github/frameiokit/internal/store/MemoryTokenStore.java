package io.github.frameiokit.internal.store;

import io.github.frameiokit.internal.LogLimit;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.oauth.TokenStore;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps entries in this JVM's memory. When it is full, it drops the entries that expire first. Strangers can create the
 * entries of sign-ins, which live for minutes; those go before authorizations, which live for days.
 */
final class MemoryTokenStore implements TokenStore {

    private record Held(String key, Entry entry) {

        @Override
        public String toString() {
            return entry.toString();
        }
    }

    private static final System.Logger LOG = System.getLogger(MemoryTokenStore.class.getName());

    private final LogLimit logLimit = new LogLimit(System::nanoTime);
    private final Map<String, Held> entries = new HashMap<>();
    private final TreeSet<Held> byExpiry = new TreeSet<>(
            Comparator.comparing((Held held) -> held.entry().expiresAt()).thenComparing(Held::key));
    private final int capacity;
    private final InstantSource clock;

    MemoryTokenStore(int capacity, InstantSource clock) {
        this.capacity = capacity;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Entry> find(String key) {
        return Optional.ofNullable(entries.get(key)).map(Held::entry).filter(this::isValid);
    }

    @Override
    public boolean put(String key, Entry entry, long expected) {
        AtomicBoolean full = new AtomicBoolean();
        boolean written = put(new Held(key, entry), expected, full);
        if (full.get() && logLimit.allows("full")) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The token store in memory is full and forgets entries before they expire, so their users have to"
                            + " sign in again; increase " + Settings.MEMORY_ENTRIES + ", or set "
                            + Settings.TOKEN_STORE
                            + " to jdbc or dynamodb. Logged once a minute.");
        }
        return written;
    }

    private synchronized boolean put(Held held, long expected, AtomicBoolean full) {
        if (version(held.key()) != expected) {
            return false;
        }
        delete(held.key());
        while (!byExpiry.isEmpty()
                && (entries.size() >= capacity || !isValid(byExpiry.first().entry()))) {
            Held first = byExpiry.first();
            full.compareAndSet(false, isValid(first.entry()));
            delete(first.key());
        }
        entries.put(held.key(), held);
        byExpiry.add(held);
        return true;
    }

    @Override
    public synchronized void delete(String key) {
        Held held = entries.remove(key);
        if (held != null) {
            byExpiry.remove(held);
        }
    }

    @Override
    public synchronized boolean delete(String key, long expected) {
        if (expected == 0 || version(key) != expected) {
            return false;
        }
        delete(key);
        return true;
    }

    private long version(String key) {
        return find(key).map(Entry::version).orElse(0L);
    }

    private boolean isValid(Entry entry) {
        return entry.expiresAt().isAfter(clock.instant());
    }
}
