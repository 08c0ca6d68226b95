package io.github.frameiokit.client.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A webhook of a workspace. Its secret is told only once, in the answer to the call that made it.
 *
 * @param id its id
 * @param name its name
 * @param url where the events are sent
 * @param events the types of event it sends
 * @param workspaceId its workspace
 * @param active whether it sends anything
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 * @param creator who made it; with {@link io.github.frameiokit.client.request.Include#CREATOR}
 * @param secret its signing secret; only in the answer to the call that made it
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

    /** Checks that nothing is null, and takes copies of the lists. */
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
