package io.github.frameiokit.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.internal.CapturedLog;
import io.github.frameiokit.oauth.TokenStore;
import io.github.frameiokit.oauth.TokenStore.Entry;
import io.github.frameiokit.testkit.TokenStoreContract;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MemoryTokenStoreTest {

    @Nested
    class Contract implements TokenStoreContract {

        private final TokenStore store = new MemoryTokenStore(1000, InstantSource.system());

        @Override
        public TokenStore store() {
            return store;
        }
    }

    private Instant now = Instant.parse("2026-11-02T10:00:00Z");
    private final TokenStore store = new MemoryTokenStore(3, () -> now);

    private Entry entry(long seconds) {
        return Entry.of("sealed", now.plusSeconds(seconds));
    }

    @Test
    void anEntryIsGoneFromTheSecondItExpiresIn() {
        Entry entry = entry(10);
        store.put("user", entry, 0);
        now = now.plusMillis(9_999);
        assertEquals(Optional.of(entry), store.find("user"));
        now = now.plusMillis(1);
        assertEquals(Optional.empty(), store.find("user"));
        assertFalse(store.put("user", entry(10), entry.version()));
        assertTrue(store.put("user", entry(10), 0));
    }

    @Test
    void whenFullItForgetsTheOneThatExpiresFirst() {
        store.put("a", entry(30), 0);
        store.put("b", entry(10), 0);
        store.put("c", entry(20), 0);
        Entry soonest = entry(5);
        assertTrue(store.put("d", soonest, 0));
        assertTrue(store.find("a").isPresent());
        assertTrue(store.find("b").isEmpty());
        assertTrue(store.find("c").isPresent());
        assertEquals(Optional.of(soonest), store.find("d"));
    }

    /** What strangers can cause: entries that live for minutes. */
    @Test
    void anyNumberOfSignInsCostsNoMoreThanOneAuthorization() {
        store.put("a", entry(86_400), 0);
        store.put("b", entry(86_401), 0);
        store.put("c", entry(86_402), 0);
        for (int i = 0; i < 100; i++) {
            assertTrue(store.put("sign-in " + i, entry(600), 0));
        }
        assertTrue(store.find("a").isEmpty());
        assertTrue(store.find("b").isPresent());
        assertTrue(store.find("c").isPresent());
    }

    @Test
    void thatItIsFullIsLoggedOnceAMinute() {
        try (CapturedLog log = CapturedLog.of(MemoryTokenStore.class)) {
            for (int i = 0; i < 3; i++) {
                store.put("a" + i, entry(1), 0);
            }
            now = now.plusSeconds(2);
            store.put("b", entry(10), 0); // only expired ones go
            assertEquals(List.of(), log.lines());
            for (int i = 0; i < 10; i++) {
                store.put("c" + i, entry(10), 0);
            }
            assertEquals(
                    List.of("WARNING The token store in memory is full and forgets entries before they expire, so their"
                            + " users have to sign in again; increase frameio.token-store.memory.entries, or set"
                            + " frameio.token-store to jdbc or dynamodb. Logged once a minute."),
                    log.lines());
        }
    }

    @Test
    void replacingAnEntryMakesNoneGo() {
        Entry first = entry(10);
        store.put("a", first, 0);
        store.put("b", entry(10), 0);
        store.put("c", entry(10), 0);
        assertTrue(store.put("a", entry(1), first.version()));
        assertTrue(store.find("a").isPresent());
        assertTrue(store.find("b").isPresent());
        assertTrue(store.find("c").isPresent());
    }

    @Test
    void expiredEntriesGoBeforeValidOnes() {
        store.put("a", entry(1), 0);
        store.put("b", entry(2), 0);
        store.put("c", entry(10), 0);
        now = now.plusSeconds(3);
        store.put("d", entry(10), 0);
        store.put("e", entry(10), 0);
        assertTrue(store.find("c").isPresent());
        assertTrue(store.find("d").isPresent());
        assertTrue(store.find("e").isPresent());
    }
}
