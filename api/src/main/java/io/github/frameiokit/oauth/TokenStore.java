package io.github.frameiokit.oauth;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Where the kit keeps its entries: users' authorizations, and what lives for minutes while a user signs in. What an
 * entry holds is sealed by the kit before, and its key is opaque: a store sees neither a token nor who it belongs to.
 * The kit has stores in memory, in a SQL database and in DynamoDB ({@code frameio.token-store}); an app's CDI bean of
 * this type is used instead of them.
 *
 * <p>All nodes of an app use the same store, and a token must be refreshed once, and its successor must not get lost.
 * So a store guarantees more than a cache does:
 *
 * <ul>
 *   <li>What was written is seen by every {@link #find} that begins after, on all nodes.
 *   <li>{@link #put} and {@link #delete(String, long)} compare and write in one atomic step across all nodes: of
 *       several that expect the same version, one wins.
 *   <li>What was written stays, also if a transaction of the caller is rolled back: the token that an entry has
 *       replaced is gone at Adobe, too. The kit calls a store outside of transactions.
 *   <li>An entry counts as absent from the second it expires in, even where it is removed later.
 *   <li>Keys have 1 to 255 printable ASCII characters and are told apart by every one of them, also by case. Those of
 *       the kit have 64 characters, digits and the letters a to f.
 *   <li>A call ends within about 15 seconds, with an exception if need be. The kit reserves 25 seconds for a renewed
 *       token to be stored; after that, another node takes over.
 * </ul>
 *
 * <p>Implementations are thread-safe. They throw {@link TokenStoreException} where they can't say whether a call had
 * its effect; it may then have had it. The test kit's {@code TokenStoreContract} tests all of this but the time.
 */
public interface TokenStore {

    /**
     * Finds the entry of a key.
     *
     * @param key the key, not null
     * @return the entry; empty when there is none, or it has expired
     * @throws TokenStoreException if the store can't be read
     */
    Optional<Entry> find(String key);

    /**
     * Writes an entry if the stored one is still that which the caller has seen. A store may report an entry that is
     * stored already as written, so that it can repeat a write whose answer it didn't get.
     *
     * @param key the key, not null
     * @param entry the entry, not null
     * @param expected the version that must be stored; 0 if there must be no entry, where an expired one counts as none
     * @return whether the entry was written; if not, nothing has changed
     * @throws TokenStoreException if the store can't be written; the entry may then be there or not
     */
    boolean put(String key, Entry entry, long expected);

    /**
     * Deletes the entry of a key, whatever its version; it is no error if there is none.
     *
     * @param key the key, not null
     * @throws TokenStoreException if the store can't be written; the entry may then be there or not
     */
    void delete(String key);

    /**
     * Deletes the entry of a key if it is still the one that the caller has seen: a caller who learns that an
     * authorization has ended must not delete the one that has taken its place.
     *
     * @param key the key, not null
     * @param expected the version that must be stored, not 0
     * @return whether this call has deleted it
     * @throws TokenStoreException if the store can't be written; the entry may then be there or not
     */
    boolean delete(String key, long expected);

    /**
     * What is stored under a key.
     *
     * @param sealed the sealed text: printable ASCII, 1 to {@value #LONGEST} characters
     * @param version a number that no other entry of this key has or had, positive
     * @param expiresAt when it expires, in whole seconds
     */
    record Entry(String sealed, long version, Instant expiresAt) {

        /** How many characters the sealed text has at most. */
        public static final int LONGEST = 16_000;

        /**
         * Makes an entry as it was stored. For a new one there is {@link #of}.
         *
         * @throws IllegalArgumentException if the text or the version isn't as described
         */
        public Entry {
            if (sealed.isEmpty() || sealed.length() > LONGEST || !sealed.chars().allMatch(c -> c >= ' ' && c <= '~')) {
                throw new IllegalArgumentException(
                        "The sealed text must be printable ASCII of 1 to " + LONGEST + " characters.");
            }
            if (version <= 0) {
                throw new IllegalArgumentException("An entry's version must be positive.");
            }
            expiresAt = expiresAt.truncatedTo(ChronoUnit.SECONDS);
        }

        /**
         * Makes a new entry. Its version is drawn at random and not counted: counting would begin anew after a
         * deletion, and a caller who read the entry before it could then overwrite the one made after it.
         *
         * @param sealed the sealed text
         * @param expiresAt when it expires; fractions of a second are dropped
         * @return the entry
         */
        public static Entry of(String sealed, Instant expiresAt) {
            return new Entry(sealed, ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE), expiresAt);
        }

        /** Shows the version and the expiry only. */
        @Override
        public String toString() {
            return "Entry[version=" + version + ", expiresAt=" + expiresAt + "]";
        }
    }
}
