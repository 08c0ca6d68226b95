package io.github.frameiokit.client.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A custom action of a workspace. Its secret is told only once, in the answer to the call that made it.
 *
 * @param id its id
 * @param name what users choose in the menu
 * @param description what it does
 * @param event the event it sends, what {@link io.github.frameiokit.Action#value()} names
 * @param url where it is sent
 * @param workspaceId its workspace
 * @param active whether users see it
 * @param multiAsset whether it can be run on several assets at once
 * @param timeout how long Frame.io waits for an answer, in seconds
 * @param creatorId who made it
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 * @param deletedAt when it was deleted
 * @param creator who made it; with {@link io.github.frameiokit.client.request.Include#CREATOR}
 * @param secret its signing secret; only in the answer to the call that made it
 */
public record CustomAction(
        String id,
        String name,
        String description,
        String event,
        String url,
        String workspaceId,
        boolean active,
        Optional<Boolean> multiAsset,
        Optional<Integer> timeout,
        String creatorId,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> deletedAt,
        Optional<User> creator,
        Optional<String> secret) {

    /** Checks that nothing is null. */
    public CustomAction {
        Checks.notNull(
                CustomAction.class,
                id,
                name,
                description,
                event,
                url,
                workspaceId,
                multiAsset,
                timeout,
                creatorId,
                createdAt,
                updatedAt,
                deletedAt,
                creator,
                secret);
    }

    @Override
    public String toString() {
        return "CustomAction[" + id + "]";
    }
}
