package io.github.frameiokit.client.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A workspace: what projects, webhooks and custom actions belong to.
 *
 * @param id its id
 * @param name its name
 * @param accountId its account
 * @param image its picture
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 * @param creator who made it; with {@link io.github.frameiokit.client.request.Include#CREATOR}
 */
public record Workspace(
        String id,
        String name,
        String accountId,
        Optional<String> image,
        Instant createdAt,
        Instant updatedAt,
        Optional<User> creator) {

    /** Checks that nothing is null. */
    public Workspace {
        Checks.notNull(Workspace.class, id, name, accountId, image, createdAt, updatedAt, creator);
    }

    @Override
    public String toString() {
        return "Workspace[" + id + "]";
    }
}
