package io.github.frameiokit.internal.store;

import io.github.frameiokit.client.ClientClock;
import io.github.frameiokit.oauth.TokenStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps tokens in this JVM, as many as it is told; when it is full, what expires first makes room. */
final class MemoryTokenStore implements TokenStore {

    private final Map<String, Entry> entries = new HashMap<>();
    private final int most;
    private final ClientClock clock;

    MemoryTokenStore(int most, ClientClock clock) {
        this.most = most;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Entry> find(String key) {
        Instant now = clock.now();
        return Optional.ofNullable(entries.get(key)).filter(entry -> now.isBefore(entry.expiresAt()));
    }

    @Override
    public synchronized boolean put(String key, Entry entry, long expected) {
        if (find(key).map(Entry::version).orElse(0L) != expected) {
            return false;
        }
        if (entries.size() >= most && !entries.containsKey(key)) {
            makeRoom();
        }
        entries.put(key, entry);
        return true;
    }

    @Override
    public synchronized void delete(String key) {
        entries.remove(key);
    }

    private void makeRoom() {
        Instant now = clock.now();
        if (!entries.values().removeIf(entry -> !now.isBefore(entry.expiresAt()))) {
            entries.entrySet().stream()
                    .min(Map.Entry.comparingByValue(
                            (one, other) -> one.expiresAt().compareTo(other.expiresAt())))
                    .map(Map.Entry::getKey)
                    .ifPresent(entries::remove);
        }
    }
}
