package io.github.frameiokit.client.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An account that the user belongs to.
 *
 * @param id its id
 * @param displayName its name
 * @param roles the user's roles in it
 * @param storageLimit how many bytes it may hold; empty if there is no limit
 * @param storageUsage how many bytes it holds
 * @param image its picture
 * @param adobeId its id at Adobe
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 * @param v4MigratedAt when it came to V4, if it was older
 */
public record Account(
        String id,
        String displayName,
        List<Role> roles,
        Optional<Long> storageLimit,
        long storageUsage,
        Optional<String> image,
        Optional<String> adobeId,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> v4MigratedAt) {

    /** Checks that nothing is null, and takes copies of the lists. */
    public Account {
        Checks.notNull(
                Account.class,
                id,
                displayName,
                roles,
                storageLimit,
                image,
                adobeId,
                createdAt,
                updatedAt,
                v4MigratedAt);
        roles = Checks.copy("roles", roles);
    }

    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
