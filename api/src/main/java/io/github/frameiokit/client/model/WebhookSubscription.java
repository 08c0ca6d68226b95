package io.github.frameiokit.client.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A webhook of a workspace. Only the call that creates it returns its secret.
 *
 * @param id its id
 * @param name its name
 * @param url where Frame.io sends the events
 * @param events the types of event that it sends
 * @param workspaceId its workspace
 * @param active whether it sends events
 * @param createdAt when it was created
 * @param updatedAt when it last changed
 * @param creator the user who created it; only with {@link io.github.frameiokit.client.request.Include#CREATOR}
 * @param secret its signing secret; only after creation
 */
public record WebhookSubscription(
        String id,
        String name,
        String url,
        List<String> events,
        Optional<String> workspaceId,
        Optional<Boolean> active,
        Instant createdAt,
        Instant updatedAt,
        Optional<User> creator,
        Optional<String> secret) {

    /** Checks that nothing is null, and copies the lists. */
    public WebhookSubscription {
        Checks.notNull(
                WebhookSubscription.class,
                id,
                name,
                url,
                events,
                workspaceId,
                active,
                createdAt,
                updatedAt,
                creator,
                secret);
        events = Checks.copy("events", events);
    }

    @Override
    public String toString() {
        return "WebhookSubscription[" + id + "]";
    }
}
