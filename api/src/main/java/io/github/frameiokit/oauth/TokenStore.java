package io.github.frameiokit.oauth;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Stores the kit's entries: users' authorizations, the app's installations with their secrets, and short-lived data of
 * users who are signing in. The kit seals an entry before it stores it, and keys are opaque, so a store sees neither a
 * token nor its user. The kit has stores in memory, in a SQL database and in DynamoDB ({@code frameio.token-store}). A
 * CDI bean of this type in the app replaces them.
 *
 * <p>All nodes of an app share one store. Only one node may refresh a token, and the new token must not get lost. So a
 * store guarantees more than a cache:
 *
 * <ul>
 *   <li>Every {@link #find} that begins after a write sees the write, on all nodes.
 *   <li>{@link #put} and {@link #delete(String, long)} compare and write in one atomic step across all nodes. If
 *       several calls expect the same version, exactly one succeeds.
 *   <li>A write is permanent, even if a transaction of the caller is rolled back, since Adobe no longer accepts the
 *       token that it replaced. The kit calls a store outside of transactions.
 *   <li>An entry counts as absent from the second in which it expires, even if the store removes it later.
 *   <li>Keys have 1 to 255 printable ASCII characters. All of them matter, as does their case. The kit's own keys have
 *       64 characters: digits and the letters a to f.
 *   <li>A call ends within about 15 seconds, if necessary with an exception. The kit allows 25 seconds to store a
 *       refreshed token; after that, another node takes over.
 * </ul>
 *
 * <p>Implementations are thread-safe. They throw {@link TokenStoreException} if they don't know whether a call had its
 * effect. The test kit's {@code TokenStoreContract} tests all of this except the time limit.
 */
public interface TokenStore {

    /**
     * Finds the entry of a key.
     *
     * @param key the key, not null
     * @return the entry; empty if there is none or it has expired
     * @throws TokenStoreException if the store can't be read
     */
    Optional<Entry> find(String key);

    /**
     * Writes an entry if the stored version is the expected one. If the store already holds exactly this entry, it may
     * return true, so that it can repeat a write whose result it didn't receive.
     *
     * @param key the key, not null
     * @param entry the entry, not null
     * @param expected the version that must be stored, at least 0; 0 if there must be no entry, where an expired entry
     *     counts as none
     * @return true if the entry was written; false if nothing has changed
     * @throws TokenStoreException if the write fails; the entry may or may not be stored
     */
    boolean put(String key, Entry entry, long expected);

    /**
     * Deletes the entry of a key, whatever its version. Does nothing if there is none.
     *
     * @param key the key, not null
     * @throws TokenStoreException if the deletion fails; the entry may or may not be stored
     */
    void delete(String key);

    /**
     * Deletes the entry of a key if the stored version is the expected one. So a caller that learns that an
     * authorization has ended doesn't delete a newer one.
     *
     * @param key the key, not null
     * @param expected the version that must be stored, positive
     * @return true if this call deleted the entry
     * @throws TokenStoreException if the deletion fails; the entry may or may not be stored
     */
    boolean delete(String key, long expected);

    /**
     * The entry of a key. Immutable.
     *
     * @param sealed the sealed text: printable ASCII, 1 to {@value #LONGEST} characters, not null
     * @param version a positive number that no other entry of this key has or had
     * @param expiresAt the time when it expires, in whole seconds, not null
     */
    record Entry(String sealed, long version, Instant expiresAt) {

        /** The maximum number of characters in the sealed text. */
        public static final int LONGEST = 16_000;

        /**
         * Creates an entry that was read from a store. {@link #of} creates a new one.
         *
         * @throws IllegalArgumentException if the text or the version isn't as described
         */
        public Entry {
            Objects.requireNonNull(sealed, "sealed");
            Objects.requireNonNull(expiresAt, "expiresAt");
            if (sealed.isEmpty() || sealed.length() > LONGEST || !sealed.chars().allMatch(c -> c >= ' ' && c <= '~')) {
                throw new IllegalArgumentException(
                        "'sealed' must be printable ASCII of 1 to " + LONGEST + " characters.");
            }
            if (version <= 0) {
                throw new IllegalArgumentException("'version' must be positive.");
            }
            expiresAt = expiresAt.truncatedTo(ChronoUnit.SECONDS);
        }

        /**
         * Creates a new entry with a random version. A counter would start again after a deletion, and a caller that
         * read the entry before the deletion could then overwrite the entry written after it.
         *
         * @param sealed the sealed text: printable ASCII, 1 to {@value #LONGEST} characters, not null
         * @param expiresAt the time when it expires, not null; fractions of a second are dropped
         * @return the entry
         * @throws IllegalArgumentException if the text isn't as described
         */
        public static Entry of(String sealed, Instant expiresAt) {
            return new Entry(sealed, ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE), expiresAt);
        }

        /** Without the sealed text. */
        @Override
        public String toString() {
            return "Entry[version=" + version + ", expiresAt=" + expiresAt + "]";
        }
    }
}
