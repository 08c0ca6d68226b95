package io.github.frameiokit.oauth;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps what users have authorized. A CDI bean of the app of this type replaces the kit's stores.
 *
 * <p>A store never sees a token: the kit seals what it stores. It only needs to be
 * <ul>
 *   <li><b>consistent</b>: after a successful {@link #put}, every {@link #find}, on any node, finds it;
 *   <li><b>atomic</b>: of several puts that expect the same version, on any nodes, exactly one succeeds;
 *   <li><b>lasting</b>: an entry is there until it expires, is replaced or deleted. Losing one costs a user a new sign-in.
 * </ul>
 *
 * <p>It is called by many threads at once. Keys are the users' ids at Frame.io, and short-lived ones of the kit's own that
 * begin with {@code ~}; up to 255 characters. Sealed texts have up to 16,000 characters.
 */
public interface TokenStore {

    /**
     * Reads an entry.
     *
     * @param key the key, not null
     * @return the entry; empty if there is none, or it has expired
     * @throws TokenStoreException if the store doesn't work
     */
    Optional<Entry> find(String key);

    /**
     * Writes an entry, if nobody else has since it was read.
     *
     * @param key the key, not null
     * @param entry the entry, whose version is one more than the expected one, not null
     * @param expected the version that must be there; 0 if there must be none, and one that has expired is none
     * @return whether it was written; false if another version is there
     * @throws TokenStoreException if the store doesn't work
     */
    boolean put(String key, Entry entry, long expected);

    /**
     * Deletes an entry, if there is one.
     *
     * @param key the key, not null
     * @throws TokenStoreException if the store doesn't work
     */
    void delete(String key);

    /**
     * What is stored under a key.
     *
     * @param sealed the content, sealed by the kit, not null
     * @param version the version, 1 for the first
     * @param expiresAt when it may be forgotten, in whole seconds, not null
     */
    record Entry(String sealed, long version, Instant expiresAt) {

        /** Checks that nothing is null. */
        public Entry {
            Objects.requireNonNull(sealed, "sealed");
            Objects.requireNonNull(expiresAt, "expiresAt");
        }

        /** Without the content. */
        @Override
        public String toString() {
            return "Entry[version " + version + ", until " + expiresAt + "]";
        }
    }
}
