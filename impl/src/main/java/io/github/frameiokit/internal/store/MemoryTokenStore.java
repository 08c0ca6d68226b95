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

    private record Held(String userId, Entry entry) {

        @Override
        public String toString() {
            return entry.toString();
        }
    }

    private final Map<String, Held> entries = new HashMap<>();
    private final TreeSet<Held> byExpiry = new TreeSet<>(
            Comparator.comparing((Held held) -> held.entry().expiresAt()).thenComparing(Held::userId));
    private final int capacity;
    private final InstantSource clock;

    MemoryTokenStore(int capacity, InstantSource clock) {
        this.capacity = capacity;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Entry> find(String userId) {
        return Optional.ofNullable(entries.get(userId)).map(Held::entry).filter(this::isValid);
    }

    @Override
    public synchronized boolean put(String userId, Entry entry, long expected) {
        if (version(userId) != expected) {
            return false;
        }
        delete(userId);
        while (!byExpiry.isEmpty()
                && (entries.size() >= capacity || !isValid(byExpiry.first().entry()))) {
            delete(byExpiry.first().userId());
        }
        Held held = new Held(userId, entry);
        entries.put(userId, held);
        byExpiry.add(held);
        return true;
    }

    @Override
    public synchronized void delete(String userId) {
        Held held = entries.remove(userId);
        if (held != null) {
            byExpiry.remove(held);
        }
    }

    @Override
    public synchronized boolean delete(String userId, long expected) {
        if (expected == 0 || version(userId) != expected) {
            return false;
        }
        delete(userId);
        return true;
    }

    private long version(String userId) {
        return find(userId).map(Entry::version).orElse(0L);
    }

    private boolean isValid(Entry entry) {
        return entry.expiresAt().isAfter(clock.instant());
    }
}
