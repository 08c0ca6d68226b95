package io.github.frameiokit.testkit;

import static io.github.frameiokit.testkit.TokenStoreRace.newEntry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.oauth.TokenStore;
import io.github.frameiokit.oauth.TokenStore.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The contract of a {@link TokenStore}, as JUnit 5 tests. The test class of an app's own store implements it:
 *
 * <pre>{@code
 * class MyTokenStoreTest implements TokenStoreContract {
 *     public TokenStore store() { return new MyTokenStore(dataSource); }
 * }
 * }</pre>
 *
 * <p>The tests use new random keys and don't delete most of them.
 */
public interface TokenStoreContract {

    /**
     * The store to test.
     *
     * @return the store, never null
     */
    TokenStore store();

    /**
     * The store of another node of the app.
     *
     * @return another instance with the same data, or the same instance if its data can't be shared; never null
     */
    default TokenStore other() {
        return store();
    }

    /** A key that was never used has no entry. */
    @Test
    default void anUnknownKeyHasNoEntry() {
        assertEquals(Optional.empty(), store().find(newKey()));
    }

    /** An entry that was put is found, on every node. */
    @Test
    default void whatWasPutIsFound() {
        TokenStore store = store();
        String key = newKey();
        Entry entry = newEntry();
        assertTrue(store.put(key, entry, 0));
        assertEquals(Optional.of(entry), store.find(key));
        assertEquals(Optional.of(entry), other().find(key));
        assertEquals(Optional.empty(), store.find(newKey()));
    }

    /** An entry replaces the one whose version the caller knows. */
    @Test
    default void anEntryIsReplacedByACallerWhoKnowsItsVersion() {
        TokenStore store = store();
        String key = newKey();
        Entry first = newEntry();
        Entry second = newEntry();
        assertTrue(store.put(key, first, 0));
        assertTrue(other().put(key, second, first.version()));
        assertEquals(Optional.of(second), store.find(key));
    }

    /** A caller with another version, or with none, writes nothing. */
    @Test
    default void aWrongVersionWritesNothing() {
        TokenStore store = store();
        String key = newKey();
        Entry entry = newEntry();
        assertFalse(store.put(key, entry, 7), "nothing was there");
        assertEquals(Optional.empty(), store.find(key));
        assertTrue(store.put(key, entry, 0));
        assertFalse(store.put(key, newEntry(), 0), "an entry was there");
        assertFalse(other().put(key, newEntry(), 0), "an entry was there");
        assertFalse(store.put(key, newEntry(), newEntry().version()), "another entry was there");
        assertEquals(Optional.of(entry), store.find(key));
    }

    /** An expired entry counts as none, even if the store hasn't removed it yet. */
    @Test
    default void anExpiredEntryCountsAsNone() {
        TokenStore store = store();
        String key = newKey();
        Entry expired = Entry.of("expired", Instant.now().minusSeconds(2));
        assertTrue(store.put(key, expired, 0));
        assertEquals(Optional.empty(), store.find(key));
        assertFalse(store.put(key, newEntry(), expired.version()));
        assertFalse(store.delete(key, expired.version()));
        Entry entry = newEntry();
        assertTrue(other().put(key, entry, 0));
        assertEquals(Optional.of(entry), store.find(key));
    }

    /** A deleted entry isn't found, and deleting a key without an entry is no error. */
    @Test
    default void deletingTwiceIsNoError() {
        TokenStore store = store();
        String key = newKey();
        store.delete(key);
        assertTrue(store.put(key, newEntry(), 0));
        store.delete(key);
        other().delete(key);
        assertEquals(Optional.empty(), store.find(key));
        assertTrue(store.put(key, newEntry(), 0));
    }

    /** A deletion with a version deletes only that version of the entry. */
    @Test
    default void aDeletionCanBeOfOneVersionOnly() {
        TokenStore store = store();
        String key = newKey();
        Entry first = newEntry();
        Entry second = newEntry();
        assertFalse(store.delete(key, first.version()));
        assertTrue(store.put(key, first, 0));
        assertTrue(store.put(key, second, first.version()));
        assertFalse(other().delete(key, first.version()));
        assertEquals(Optional.of(second), store.find(key));
        assertTrue(store.delete(key, second.version()));
        assertEquals(Optional.empty(), store.find(key));
    }

    /** A caller who read an entry before it was deleted can't overwrite an entry that was put later. */
    @Test
    default void aVersionFromBeforeADeletionWritesNothing() {
        TokenStore store = store();
        String key = newKey();
        Entry before = newEntry();
        Entry after = newEntry();
        assertTrue(store.put(key, before, 0));
        store.delete(key);
        assertFalse(store.put(key, newEntry(), before.version()));
        assertTrue(store.put(key, after, 0));
        assertFalse(store.put(key, newEntry(), before.version()));
        assertEquals(Optional.of(after), store.find(key));
    }

    /** Of two nodes that read the same entry, exactly one writes. */
    @Test
    default void ofConcurrentWritersExactlyOneWins() throws Exception {
        String key = newKey();
        Entry stored = newEntry();
        assertTrue(store().put(key, stored, 0));
        try (TokenStoreRace race = new TokenStoreRace(store(), other())) {
            for (int i = 0; i < 200; i++) {
                stored = race.run(key, stored.version());
            }
        }
    }

    /** Of two nodes that found no entry, exactly one writes. */
    @Test
    default void ofConcurrentFirstWritersExactlyOneWins() throws Exception {
        try (TokenStoreRace race = new TokenStoreRace(store(), other())) {
            for (int i = 0; i < 50; i++) {
                race.run(newKey(), 0);
            }
        }
    }

    /** Of two nodes that replace an expired entry, exactly one writes. */
    @Test
    default void ofThoseWhoReplaceAnExpiredEntryExactlyOneWins() throws Exception {
        try (TokenStoreRace race = new TokenStoreRace(store(), other())) {
            for (int i = 0; i < 50; i++) {
                String key = newKey();
                Instant expired = Instant.now().minusSeconds(2);
                assertTrue(store().put(key, Entry.of("expired", expired), 0));
                race.run(key, 0);
            }
        }
    }

    /** Keys may have any printable ASCII character, and every character counts. */
    @Test
    default void keysAreToldApartByEveryCharacter() {
        TokenStore store = store();
        String unique = UUID.randomUUID().toString();
        List<String> keys = List.of(
                unique,
                unique + "a",
                unique + "A",
                unique.toUpperCase(Locale.ROOT) + "A",
                unique + "a ",
                " " + unique,
                "adobe:" + unique + "@y",
                unique + "' OR '1'='1",
                unique + "%",
                unique + "\\",
                unique + "~!\"#$&()*+,-./:;<=>?@[]^_`{|}",
                unique + "x".repeat(255 - unique.length()));
        List<Entry> entries = keys.stream().map(key -> newEntry()).toList();
        for (int i = 0; i < keys.size(); i++) {
            assertTrue(store.put(keys.get(i), entries.get(i), 0), "key " + i);
        }
        for (int i = 0; i < keys.size(); i++) {
            assertEquals(Optional.of(entries.get(i)), other().find(keys.get(i)), "key " + i);
        }
        store.delete(keys.get(1));
        assertEquals(Optional.of(entries.get(2)), store.find(keys.get(2)));
    }

    /** The longest sealed text is found unchanged, with all printable ASCII characters. */
    @Test
    default void longSealedTextComesBackUnchanged() {
        TokenStore store = store();
        String key = newKey();
        String characters = " !\"#$%&'()*+,-./0123456789:;<=>?@AZ[\\]^_`az{|}~";
        String longest =
                characters.repeat(Entry.LONGEST / characters.length() + 1).substring(0, Entry.LONGEST);
        Entry entry = Entry.of(longest, newEntry().expiresAt());
        assertTrue(store.put(key, entry, 0));
        assertEquals(longest, other().find(key).orElseThrow().sealed());
    }

    /** The largest version and the latest expiry are found unchanged. */
    @Test
    default void largeNumbersComeBackUnchanged() {
        String key = newKey();
        Entry entry = new Entry("sealed", Long.MAX_VALUE, Instant.parse("9999-12-31T23:59:59Z"));
        assertTrue(store().put(key, entry, 0));
        assertEquals(Optional.of(entry), other().find(key));
        assertTrue(other().put(key, newEntry(), Long.MAX_VALUE));
    }

    /** Neither a store nor an entry has a key or a sealed text in its {@code toString}. */
    @Test
    default void nothingStoredIsShown() {
        TokenStore store = store();
        String key = newKey();
        Entry entry = Entry.of("the-sealed-text", newEntry().expiresAt());
        assertTrue(store.put(key, entry, 0));
        String shown = store + " " + store.find(key);
        assertFalse(shown.contains(key) || shown.contains("the-sealed-text"), shown);
    }

    private static String newKey() {
        return "key-" + UUID.randomUUID();
    }
}
