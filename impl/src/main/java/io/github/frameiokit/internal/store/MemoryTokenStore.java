package io.github.frameiokit.internal.store;

import io.github.frameiokit.oauth.TokenStore;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Keeps entries in this JVM's memory; when it holds too many, those that expire first go. */
final class MemoryTokenStore implements TokenStore {

    private record Held(String key, Entry entry) {

        @Override
        public String toString() {
            return entry.toString();
        }
    }

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
    public synchronized boolean put(String key, Entry entry, long expected) {
        if (version(key) != expected) {
            return false;
        }
        delete(key);
        while (!byExpiry.isEmpty()
                && (entries.size() >= capacity || !isValid(byExpiry.first().entry()))) {
            delete(byExpiry.first().key());
        }
        Held held = new Held(key, entry);
        entries.put(key, held);
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
