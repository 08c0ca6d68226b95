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
 * What a {@link TokenStore} owes the kit, as JUnit 5 tests. A test class of an app's store implements it:
 *
 * <pre>{@code
 * class MyTokenStoreTest implements TokenStoreContract {
 *     public TokenStore store() { return new MyTokenStore(dataSource); }
 * }
 * }</pre>
 *
 * <p>The tests use keys that nobody has used before, and delete few of them.
 */
public interface TokenStoreContract {

    /**
     * The store to test.
     *
     * @return the store, never null
     */
    TokenStore store();

    /**
     * The store as another node of the app has it.
     *
     * @return another instance on the same data, or the same one where its data can't be shared; never null
     */
    default TokenStore other() {
        return store();
    }

    /** What nobody has put isn't there. */
    @Test
    default void anUnknownKeyHasNoEntry() {
        assertEquals(Optional.empty(), store().find(newKey()));
    }

    /** What was put is found, on every node. */
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

    /** An entry takes the place of the one that the caller has seen. */
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

    /** Who has seen another entry, or none, writes nothing. */
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

    /** An expired entry is none, whether it has been removed yet or not. */
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

    /** A deleted entry is gone, and deleting what isn't there is no error. */
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

    /** Only the entry that the caller has seen is deleted. */
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

    /** Who read an entry before it was deleted can't overwrite the one made after. */
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

    /** Of two nodes that have seen the same entry, one writes. */
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

    /** Of two nodes that have seen no entry, one writes. */
    @Test
    default void ofConcurrentFirstWritersExactlyOneWins() throws Exception {
        try (TokenStoreRace race = new TokenStoreRace(store(), other())) {
            for (int i = 0; i < 50; i++) {
                race.run(newKey(), 0);
            }
        }
    }

    /** Of two nodes that replace an expired entry, one writes. */
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

    /** Keys are any printable ASCII, and differ by any character. */
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

    /** The longest sealed text comes back as it was, and so does every character. */
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

    /** The largest numbers come back as they were. */
    @Test
    default void largeNumbersComeBackUnchanged() {
        String key = newKey();
        Entry entry = new Entry("sealed", Long.MAX_VALUE, Instant.parse("9999-12-31T23:59:59Z"));
        assertTrue(store().put(key, entry, 0));
        assertEquals(Optional.of(entry), other().find(key));
        assertTrue(other().put(key, newEntry(), Long.MAX_VALUE));
    }

    /** Who prints a store, or what is in it, prints no key and no sealed text. */
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
