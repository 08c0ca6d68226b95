package io.github.frameiokit;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A webhook: Frame.io reports that something happened in a workspace. The payload contains only ids, so a handler that
 * needs more calls Frame.io for the resource.
 *
 * @see FrameioEvent which parts may be absent
 * @see Webhook how to handle a webhook
 */
public final class WebhookEvent extends FrameioEvent {

    private final Resource resource;

    private WebhookEvent(JsonObject json, Instant timestamp, Optional<Delivery> delivery) {
        super(json, timestamp, delivery);
        resource = Payload.resource(json)
                .orElseThrow(() -> new IllegalArgumentException("The payload has no 'resource' with an 'id'."));
    }

    /**
     * Reads an event from its payload. The kit does this with each verified request; tests of handlers can, too.
     *
     * @param json the payload, not null
     * @param timestamp the time when Frame.io sent it, not null
     * @return the event
     * @throws IllegalArgumentException if {@code type} or the id of {@code resource} is missing, or {@code account_id}
     *     and {@code account} differ; the message is one sentence without any value of the payload
     */
    public static WebhookEvent of(JsonObject json, Instant timestamp) {
        return new WebhookEvent(json, timestamp, Optional.empty());
    }

    /**
     * Reads an event that a durable queue delivers. The kit does this; tests of handlers can, too.
     *
     * @param json the payload, not null
     * @param timestamp the time when Frame.io sent it, not null
     * @param delivery how it is delivered, not null
     * @return the event
     * @throws IllegalArgumentException if {@code type} or the id of {@code resource} is missing, or {@code account_id}
     *     and {@code account} differ; the message is one sentence without any value of the payload
     */
    public static WebhookEvent of(JsonObject json, Instant timestamp, Delivery delivery) {
        return new WebhookEvent(json, timestamp, Optional.of(Objects.requireNonNull(delivery, "delivery")));
    }

    /**
     * The subject of the event. For {@code comment.*} it is the comment, not the file.
     *
     * @return the resource, never null
     */
    public Resource resource() {
        return resource;
    }

    /**
     * The id of {@link #resource()}.
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
