package io.github.frameiokit;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Something happened in a workspace that a webhook watches. The payload is thin: ids only, so a handler that needs a
 * name or a state asks Frame.io for the resource.
 *
 * @see FrameioEvent the policy for what may be absent
 * @see Webhook how to handle one
 */
public final class WebhookEvent implements FrameioEvent {

    private final JsonObject json;
    private final Instant timestamp;
    private final String type;
    private final Resource resource;
    private final Optional<Reference> account;
    private final Optional<Reference> workspace;
    private final Optional<Reference> project;
    private final Optional<Reference> user;

    private WebhookEvent(JsonObject json, Instant timestamp) {
        this.json = Objects.requireNonNull(json, "json");
        this.timestamp = Objects.requireNonNull(timestamp, "timestamp");
        type = Payload.type(json);
        resource = Payload.resource(json)
                .orElseThrow(() -> new IllegalArgumentException("The payload has no 'resource'."));
        account = Payload.reference(json, "account");
        workspace = Payload.reference(json, "workspace");
        project = Payload.reference(json, "project");
        user = Payload.reference(json, "user");
    }

    /**
     * Reads an event from its payload, as the kit does with a verified request and as a test of a handler may.
     *
     * @param json the payload, not null
     * @param timestamp when it was sent, not null
     * @return the event
     * @throws IllegalArgumentException if {@code type} or {@code resource} is missing, or a member isn't of the
     *     documented form; the message is one sentence without any value of the payload
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

    @Override
    public String type() {
        return type;
    }

    @Override
    public Instant timestamp() {
        return timestamp;
    }

    @Override
    public JsonObject json() {
        return json;
    }

    @Override
    public Optional<Reference> account() {
        return account;
    }

    @Override
    public Optional<Reference> workspace() {
        return workspace;
    }

    @Override
    public Optional<Reference> project() {
        return project;
    }

    @Override
    public Optional<Reference> user() {
        return user;
    }

    @Override
    public String toString() {
        return Payload.describe("webhook", this, Optional.of(resource));
    }
}
