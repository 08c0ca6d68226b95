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
 * @param storageLimit how many bytes it can hold; empty if unlimited
 * @param storageUsage how many bytes it holds
 * @param image the URL of its picture
 * @param adobeId its id at Adobe
 * @param createdAt when it was created
 * @param updatedAt when it last changed
 * @param v4MigratedAt when it was migrated to V4; empty if it wasn't
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

    /** Checks that nothing is null, and copies the lists. */
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
