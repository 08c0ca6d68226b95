package io.github.frameiokit;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An event that Frame.io sends: a webhook or a custom action. Immutable and thread-safe.
 *
 * <p>Only {@link #type()}, {@link #timestamp()} and {@link #json()} are always present. Everything else is an
 * {@link Optional}, because Frame.io leaves out what doesn't apply: an account-wide custom field has no project, an
 * anonymous viewer is not a user, and a submitted form is documented without any of them. A member that is
 * {@code null}, an empty string or of another JSON type than documented counts as absent. In particular, an id is
 * always a string, never a number. {@link #json()} has everything as Frame.io sent it.
 *
 * <p>Two events are equal only if they are the same object, because Frame.io sends identical bodies for different
 * occurrences. {@code toString} is safe to log: it has the type and the ids of account, workspace, project and
 * resource, but never the user or submitted values.
 */
public abstract sealed class FrameioEvent permits WebhookEvent, ActionEvent {

    private final JsonObject json;
    private final Instant timestamp;
    private final Optional<Delivery> delivery;
    private final String type;
    private final Optional<Reference> account;
    private final Optional<Reference> workspace;
    private final Optional<Reference> project;
    private final Optional<Reference> user;

    FrameioEvent(JsonObject json, Instant timestamp, Optional<Delivery> delivery) {
        this.json = Objects.requireNonNull(json, "json");
        this.timestamp = Objects.requireNonNull(timestamp, "timestamp");
        this.delivery = delivery;
        type = Payload.type(json);
        account = Payload.account(json);
        workspace = Payload.reference(json, "workspace");
        project = Payload.reference(json, "project");
        user = Payload.reference(json, "user");
    }

    /**
     * The event's type. For a webhook, one of the {@linkplain WebhookType documented types} or a newer one. For an
     * action, the {@code event} that it was registered with.
     *
     * @return the type, never blank
     */
    public final String type() {
        return type;
    }

    /**
     * The time when Frame.io sent the request, in whole seconds: the header {@code X-Frameio-Request-Timestamp}. When
     * Frame.io sends an event again, the time may be later. The payload has no time.
     *
     * @return the time of sending
     */
    public final Instant timestamp() {
        return timestamp;
    }

    /**
     * How the event came to an {@code @ObservesAsync} handler out of a durable queue: an id that stays the same when
     * the handler is called again for it, and the attempt's number.
     *
     * @return the delivery; empty in {@code @Observes} methods, and if {@code frameio.delivery} is {@code memory}
     */
    public final Optional<Delivery> delivery() {
        return delivery;
    }

    /**
     * The whole verified payload, for members that have no accessor here. Fields of the kit's own forms are left out.
     *
     * @return the payload, immutable
     */
    public final JsonObject json() {
        return json;
    }

    /**
     * The account. The payload of a webhook has {@code account.id}, that of an action {@code account_id}; this method
     * covers both.
     *
     * @return the account, or empty
     */
    public final Optional<Reference> account() {
        return account;
    }

    /**
     * The workspace.
     *
     * @return the workspace, or empty
     */
    public final Optional<Reference> workspace() {
        return workspace;
    }

    /**
     * The project.
     *
     * @return the project, or empty
     */
    public final Optional<Reference> project() {
        return project;
    }

    /**
     * The user who caused the webhook or ran the action. The id is Frame.io's, not Adobe's.
     *
     * @return the user, or empty
     */
    public final Optional<Reference> user() {
        return user;
    }

    /**
     * The account's id.
     *
     * @return the id, or empty
     */
    public final Optional<String> accountId() {
        return account().map(Reference::id);
    }

    /**
     * The workspace's id.
     *
     * @return the id, or empty
     */
    public final Optional<String> workspaceId() {
        return workspace().map(Reference::id);
    }

    /**
     * The project's id.
     *
     * @return the id, or empty
     */
    public final Optional<String> projectId() {
        return project().map(Reference::id);
    }

    /**
     * The user's id.
     *
     * @return the id, or empty
     */
    public final Optional<String> userId() {
        return user().map(Reference::id);
    }
}
