package io.github.frameiokit.oauth;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Where users' authorizations are kept, one entry per user, along with entries of the kit's own that live for minutes
 * while somebody signs in; their names, which stand in the place of a user's id, begin with {@code ~}. What is stored was
 * sealed by the kit before: a store never sees a token. The kit has stores in memory, in a SQL database and in DynamoDB
 * ({@code frameio.token-store}); an app's CDI bean of this type replaces them.
 *
 * <p>All nodes of an app use the same store, and refreshing a token must neither happen twice nor get lost. So a store owes
 * its users more than a cache does:
 *
 * <ul>
 *   <li>What was written is seen by every {@link #find} that begins after, on whichever node.
 *   <li>{@link #put} and {@link #delete(String, long)} compare and write in one atomic step across all nodes: of several that
 *       expect the same version, one wins.
 *   <li>What was written stays, also if a transaction of the caller is rolled back: the token that an entry has replaced is
 *       gone at Adobe, too. The kit calls a store outside of transactions.
 *   <li>An entry counts as absent from the second it expires in, even where it is removed later.
 *   <li>User ids are told apart by every character, also by case and accents; they have 1 to 255 characters.
 * </ul>
 *
 * <p>Implementations are thread-safe. They throw {@link TokenStoreException} where they can't say whether a call had its
 * effect; it may then have had it. The test kit's {@code TokenStoreContract} tests all of this.
 */
public interface TokenStore {

    /**
     * Finds a user's entry.
     *
     * @param userId the user's id, not null
     * @return the entry; empty when there is none, or it has expired
     * @throws TokenStoreException if the store can't be read
     */
    Optional<Entry> find(String userId);

    /**
     * Writes an entry if the stored one is still that which the caller has seen. A store may report an entry that is stored
     * already as written, so that it can repeat a write whose answer it didn't get.
     *
     * @param userId the user's id, not null
     * @param entry the entry, not null
     * @param expected the version that must be stored; 0 if there must be no entry, where an expired one counts as none
     * @return whether the entry was written; if not, nothing has changed
     * @throws TokenStoreException if the store can't be written; the entry may then be there or not
     */
    boolean put(String userId, Entry entry, long expected);

    /**
     * Deletes a user's entry, whatever its version; it is no error if there is none.
     *
     * @param userId the user's id, not null
     * @throws TokenStoreException if the store can't be written; the entry may then be there or not
     */
    void delete(String userId);

    /**
     * Deletes a user's entry if it is still the one that the caller has seen: who learns that an authorization has ended
     * must not delete the one that has taken its place.
     *
     * @param userId the user's id, not null
     * @param expected the version that must be stored, not 0
     * @return whether this call has deleted it
     * @throws TokenStoreException if the store can't be written; the entry may then be there or not
     */
    boolean delete(String userId, long expected);

    /**
     * What is stored of a user.
     *
     * @param sealed the sealed text: printable ASCII, 1 to {@value #LONGEST} characters
     * @param version a number that no other entry of this user has or had, positive
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
         * Makes a new entry. Its version is drawn at random and not counted: counting would begin anew after a deletion,
         * and whoever read the entry before it could then overwrite the one made after it.
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
