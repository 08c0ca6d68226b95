package io.github.frameiokit.client.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A custom action of a workspace. Only the call that creates it returns its secret.
 *
 * @param id its id
 * @param name its name in the menu
 * @param description what it does
 * @param event the event that it sends, which is the {@link io.github.frameiokit.Action#value()} of its handler
 * @param url where Frame.io sends the event
 * @param workspaceId its workspace
 * @param active whether users see it
 * @param multiAsset whether users can run it on several assets at once
 * @param timeout how long Frame.io waits for a response, in seconds
 * @param creatorId the user who created it
 * @param createdAt when it was created
 * @param updatedAt when it last changed
 * @param deletedAt when it was deleted
 * @param creator the user who created it; only with {@link io.github.frameiokit.client.request.Include#CREATOR}
 * @param secret its signing secret; only after creation
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
