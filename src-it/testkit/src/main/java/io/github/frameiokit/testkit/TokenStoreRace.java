package io.github.frameiokit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.oauth.TokenStore;
import io.github.frameiokit.oauth.TokenStore.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two nodes of an app that write to its token store at the same time, as often as a test wants. */
final class TokenStoreRace implements AutoCloseable {

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final CyclicBarrier start = new CyclicBarrier(2);
    private final TokenStore store;
    private final TokenStore other;

    TokenStoreRace(TokenStore store, TokenStore other) {
        this.store = store;
        this.other = other;
    }

    Entry run(String key, long expected) throws Exception {
        Entry one = newEntry();
        Entry another = newEntry();
        Future<Boolean> first = threads.submit(writer(store, key, one, expected));
        Future<Boolean> second = threads.submit(writer(other, key, another, expected));
        assertTrue(first.get() ^ second.get(), "exactly one writes");
        Entry winner = first.get() ? one : another;
        assertEquals(Optional.of(winner), store.find(key));
        assertEquals(Optional.of(winner), other.find(key));
        return winner;
    }

    private Callable<Boolean> writer(TokenStore node, String key, Entry entry, long expected) {
        return () -> {
            start.await();
            return node.put(key, entry, expected);
        };
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    static Entry newEntry() {
        return Entry.of("sealed " + UUID.randomUUID(), Instant.now().plus(Duration.ofHours(1)));
    }
}
