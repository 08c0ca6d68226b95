package io.github.frameiokit.client.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A workspace, which holds projects, webhooks and custom actions.
 *
 * @param id its id
 * @param name its name
 * @param accountId its account
 * @param image the URL of its picture
 * @param createdAt when it was created
 * @param updatedAt when it last changed
 * @param creator the user who created it; only with {@link io.github.frameiokit.client.request.Include#CREATOR}
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
