package io.github.frameiokit;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What webhooks and actions have in common. Immutable and thread-safe.
 *
 * <p>What may be absent is an {@link Optional}; nothing is ever null. Only {@link #type()}, {@link #timestamp()} and
 * {@link #json()} are always there, since Frame.io leaves out the others where they make no sense (an account-wide
 * custom field has no project, an anonymous viewer is no user) and documents the submission of a form without them. An
 * optional member that is {@code null}, an empty string or of another JSON type than documented counts as absent; an id
 * is a string, so a number is none. {@link #json()} has all of it as it was sent.
 *
 * <p>Two events are equal only if they are the same object: Frame.io sends byte-identical bodies for different
 * occurrences. {@code toString} names the type and ids of account, workspace, project and resource, never the user or
 * submitted values, and is safe to log.
 */
public abstract sealed class FrameioEvent permits WebhookEvent, ActionEvent {

    private final JsonObject json;
    private final Instant timestamp;
    private final String type;
    private final Optional<Reference> account;
    private final Optional<Reference> workspace;
    private final Optional<Reference> project;
    private final Optional<Reference> user;

    FrameioEvent(JsonObject json, Instant timestamp) {
        this.json = Objects.requireNonNull(json, "json");
        this.timestamp = Objects.requireNonNull(timestamp, "timestamp");
        type = Payload.type(json);
        account = Payload.account(json);
        workspace = Payload.reference(json, "workspace");
        project = Payload.reference(json, "project");
        user = Payload.reference(json, "user");
    }

    /**
     * The event's type: for a webhook one of the {@linkplain WebhookType documented types} or a newer one, for an
     * action the {@code event} it was registered with.
     *
     * @return the type, never blank
     */
    public final String type() {
        return type;
    }

    /**
     * When Frame.io sent the request: the value of {@code X-Frameio-Request-Timestamp}, whole seconds. A resend may
     * carry a later one. The payload has no time of its own.
     *
     * @return the time of sending
     */
    public final Instant timestamp() {
        return timestamp;
    }

    /**
     * The whole payload as it was verified, for what has no accessor here; without the fields of the kit's own forms.
     *
     * @return the payload, immutable
     */
    public final JsonObject json() {
        return json;
    }

    /**
     * The account. On the wire a webhook has {@code account.id} and an action has {@code account_id}; here both are the
     * same.
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
     * The user whose doing caused the webhook, or who ran the action; the id is Frame.io's, not Adobe's.
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
