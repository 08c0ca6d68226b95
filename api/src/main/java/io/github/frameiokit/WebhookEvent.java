package io.github.frameiokit;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/**
 * Something happened in a workspace that a webhook watches. The payload is thin: ids only, so a handler that needs a
 * name or a state asks Frame.io for the resource.
 *
 * @see FrameioEvent the policy for what may be absent
 * @see Webhook how to handle one
 */
public final class WebhookEvent extends FrameioEvent {

    private final Resource resource;

    private WebhookEvent(JsonObject json, Instant timestamp) {
        super(json, timestamp);
        resource = Payload.resource(json)
                .orElseThrow(() -> new IllegalArgumentException("The payload has no 'resource' with an 'id'."));
    }

    /**
     * Reads an event from its payload, as the kit does with a verified request and as a test of a handler may.
     *
     * @param json the payload, not null
     * @param timestamp when it was sent, not null
     * @return the event
     * @throws IllegalArgumentException if {@code type} or the id of {@code resource} is missing, or {@code account_id}
     *     and {@code account} are different accounts; the message is one sentence without any value of the payload
     */
    public static WebhookEvent of(JsonObject json, Instant timestamp) {
        return new WebhookEvent(json, timestamp);
    }

    /**
     * What the event is about. A {@code comment.*} event has the comment here, not the file.
     *
     * @return the resource, never null
     */
    public Resource resource() {
        return resource;
    }

    /**
     * The id of {@link #resource()}. A webhook is always about something, so this is never absent.
     *
     * @return the id, never empty
     */
    public String resourceId() {
        return resource.id();
    }

    @Override
    public String toString() {
        return Payload.describe("webhook", this, Optional.of(resource));
    }
}
