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
 * <p>The tests use user ids that nobody has used before, and delete few of them.
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
    default void anUnknownUserHasNoEntry() {
        assertEquals(Optional.empty(), store().find(newUser()));
    }

    /** What was put is found, on every node. */
    @Test
    default void whatWasPutIsFound() {
        TokenStore store = store();
        String user = newUser();
        Entry entry = newEntry();
        assertTrue(store.put(user, entry, 0));
        assertEquals(Optional.of(entry), store.find(user));
        assertEquals(Optional.of(entry), other().find(user));
        assertEquals(Optional.empty(), store.find(newUser()));
    }

    /** An entry takes the place of the one that the caller has seen. */
    @Test
    default void anEntryIsReplacedByWhoeverKnowsItsVersion() {
        TokenStore store = store();
        String user = newUser();
        Entry first = newEntry();
        Entry second = newEntry();
        assertTrue(store.put(user, first, 0));
        assertTrue(other().put(user, second, first.version()));
        assertEquals(Optional.of(second), store.find(user));
    }

    /** Who has seen another entry, or none, writes nothing. */
    @Test
    default void aWrongVersionWritesNothing() {
        TokenStore store = store();
        String user = newUser();
        Entry entry = newEntry();
        assertFalse(store.put(user, entry, 7), "nothing was there");
        assertEquals(Optional.empty(), store.find(user));
        assertTrue(store.put(user, entry, 0));
        assertFalse(store.put(user, newEntry(), 0), "an entry was there");
        assertFalse(other().put(user, newEntry(), 0), "an entry was there");
        assertFalse(store.put(user, newEntry(), newEntry().version()), "another entry was there");
        assertEquals(Optional.of(entry), store.find(user));
    }

    /** An expired entry is none, whether it has been removed yet or not. */
    @Test
    default void anExpiredEntryCountsAsNone() {
        TokenStore store = store();
        String user = newUser();
        Entry expired = Entry.of("expired", Instant.now().minusSeconds(2));
        assertTrue(store.put(user, expired, 0));
        assertEquals(Optional.empty(), store.find(user));
        assertFalse(store.put(user, newEntry(), expired.version()));
        assertFalse(store.delete(user, expired.version()));
        Entry entry = newEntry();
        assertTrue(other().put(user, entry, 0));
        assertEquals(Optional.of(entry), store.find(user));
    }

    /** A deleted entry is gone, and deleting what isn't there is no error. */
    @Test
    default void deletingTwiceIsNoError() {
        TokenStore store = store();
        String user = newUser();
        store.delete(user);
        assertTrue(store.put(user, newEntry(), 0));
        store.delete(user);
        other().delete(user);
        assertEquals(Optional.empty(), store.find(user));
        assertTrue(store.put(user, newEntry(), 0));
    }

    /** Only the entry that the caller has seen is deleted. */
    @Test
    default void aDeletionCanBeOfOneVersionOnly() {
        TokenStore store = store();
        String user = newUser();
        Entry first = newEntry();
        Entry second = newEntry();
        assertFalse(store.delete(user, first.version()));
        assertTrue(store.put(user, first, 0));
        assertTrue(store.put(user, second, first.version()));
        assertFalse(other().delete(user, first.version()));
        assertEquals(Optional.of(second), store.find(user));
        assertTrue(store.delete(user, second.version()));
        assertEquals(Optional.empty(), store.find(user));
    }

    /** Who read an entry before it was deleted can't overwrite the one made after. */
    @Test
    default void aVersionFromBeforeADeletionWritesNothing() {
        TokenStore store = store();
        String user = newUser();
        Entry before = newEntry();
        Entry after = newEntry();
        assertTrue(store.put(user, before, 0));
        store.delete(user);
        assertFalse(store.put(user, newEntry(), before.version()));
        assertTrue(store.put(user, after, 0));
        assertFalse(store.put(user, newEntry(), before.version()));
        assertEquals(Optional.of(after), store.find(user));
    }

    /** Of two nodes that have seen the same entry, one writes. */
    @Test
    default void ofConcurrentWritersExactlyOneWins() throws Exception {
        String user = newUser();
        Entry stored = newEntry();
        assertTrue(store().put(user, stored, 0));
        try (TokenStoreRace race = new TokenStoreRace(store(), other())) {
            for (int i = 0; i < 200; i++) {
                stored = race.run(user, stored.version());
            }
        }
    }

    /** Of two nodes that have seen no entry, one writes. */
    @Test
    default void ofConcurrentFirstWritersExactlyOneWins() throws Exception {
        try (TokenStoreRace race = new TokenStoreRace(store(), other())) {
            for (int i = 0; i < 50; i++) {
                race.run(newUser(), 0);
            }
        }
    }

    /** Of two nodes that replace an expired entry, one writes. */
    @Test
    default void ofThoseWhoReplaceAnExpiredEntryExactlyOneWins() throws Exception {
        try (TokenStoreRace race = new TokenStoreRace(store(), other())) {
            for (int i = 0; i < 50; i++) {
                String user = newUser();
                Instant expired = Instant.now().minusSeconds(2);
                assertTrue(store().put(user, Entry.of("expired", expired), 0));
                race.run(user, 0);
            }
        }
    }

    /** User ids are any text, and differ by any character. */
    @Test
    default void userIdsAreAnyText() {
        TokenStore store = store();
        String unique = UUID.randomUUID().toString();
        List<String> users = List.of(
                unique,
                unique.toUpperCase(Locale.ROOT) + "A",
                unique + "a",
                unique + "\u00e4",
                unique + "a ",
                " " + unique,
                "adobe:" + unique + "@y",
                unique + "\u65e5\u672c \ud83c\udfac",
                unique + "' OR '1'='1",
                unique + "%",
                unique + "x".repeat(255 - unique.length()),
                unique + "\ud83c\udfac".repeat(100));
        List<Entry> entries = users.stream().map(user -> newEntry()).toList();
        for (int i = 0; i < users.size(); i++) {
            assertTrue(store.put(users.get(i), entries.get(i), 0), "user " + i);
        }
        for (int i = 0; i < users.size(); i++) {
            assertEquals(Optional.of(entries.get(i)), other().find(users.get(i)), "user " + i);
        }
        store.delete(users.get(2));
        assertEquals(Optional.of(entries.get(1)), store.find(users.get(1)));
    }

    /** The longest sealed text comes back as it was, and so does every character. */
    @Test
    default void longSealedTextComesBackUnchanged() {
        TokenStore store = store();
        String user = newUser();
        String characters = " !\"#$%&'()*+,-./0123456789:;<=>?@AZ[\\]^_`az{|}~";
        String longest =
                characters.repeat(Entry.LONGEST / characters.length() + 1).substring(0, Entry.LONGEST);
        Entry entry = Entry.of(longest, newEntry().expiresAt());
        assertTrue(store.put(user, entry, 0));
        assertEquals(longest, other().find(user).orElseThrow().sealed());
    }

    /** The largest numbers come back as they were. */
    @Test
    default void largeNumbersComeBackUnchanged() {
        String user = newUser();
        Entry entry = new Entry("sealed", Long.MAX_VALUE, Instant.parse("9999-12-31T23:59:59Z"));
        assertTrue(store().put(user, entry, 0));
        assertEquals(Optional.of(entry), other().find(user));
        assertTrue(other().put(user, newEntry(), Long.MAX_VALUE));
    }

    /** Who prints a store, or what is in it, prints no user and no sealed text. */
    @Test
    default void nothingStoredIsShown() {
        TokenStore store = store();
        String user = newUser();
        Entry entry = Entry.of("the-sealed-text", newEntry().expiresAt());
        assertTrue(store.put(user, entry, 0));
        String shown = store + " " + store.find(user);
        assertFalse(shown.contains(user) || shown.contains("the-sealed-text"), shown);
    }

    private static String newUser() {
        return "user-" + UUID.randomUUID();
    }
}
