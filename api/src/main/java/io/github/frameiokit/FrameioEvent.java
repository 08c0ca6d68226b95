package io.github.frameiokit;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/**
 * What webhooks and actions have in common. Immutable and thread-safe.
 *
 * <p>What may be absent is an {@link Optional}; nothing is ever null. Only {@link #type()}, {@link #timestamp()} and
 * {@link #json()} are always there, since Frame.io leaves out the others where they make no sense (an account-wide
 * custom field has no project, an anonymous viewer is no user) and documents the submission of a form without them.
 *
 * <p>Two events are equal only if they are the same object: Frame.io sends byte-identical bodies for different
 * occurrences. {@code toString} names the type and ids of account, workspace, project and resource, never the user or
 * submitted values, and is safe to log.
 */
public sealed interface FrameioEvent permits WebhookEvent, ActionEvent {

    /**
     * The event's type: for a webhook one of the {@linkplain WebhookType documented types} or a newer one, for an action
     * the {@code event} it was registered with.
     *
     * @return the type, never blank
     */
    String type();

    /**
     * When Frame.io sent the request: the value of {@code X-Frameio-Request-Timestamp}, whole seconds. A resend may
     * carry a later one. The payload has no time of its own.
     *
     * @return the time of sending
     */
    Instant timestamp();

    /**
     * The whole payload as it was verified, for what has no accessor here.
     *
     * @return the payload, immutable
     */
    JsonObject json();

    /**
     * The account. On the wire a webhook has {@code account.id} and an action has {@code account_id}; here both are the
     * same.
     *
     * @return the account, or empty
     */
    Optional<Reference> account();

    /**
     * The workspace.
     *
     * @return the workspace, or empty
     */
    Optional<Reference> workspace();

    /**
     * The project.
     *
     * @return the project, or empty
     */
    Optional<Reference> project();

    /**
     * The user whose doing caused the webhook, or who ran the action; the id is Frame.io's, not Adobe's.
     *
     * @return the user, or empty
     */
    Optional<Reference> user();

    /**
     * The account's id.
     *
     * @return the id, or empty
     */
    default Optional<String> accountId() {
        return account().map(Reference::id);
    }

    /**
     * The workspace's id.
     *
     * @return the id, or empty
     */
    default Optional<String> workspaceId() {
        return workspace().map(Reference::id);
    }

    /**
     * The project's id.
     *
     * @return the id, or empty
     */
    default Optional<String> projectId() {
        return project().map(Reference::id);
    }

    /**
     * The user's id.
     *
     * @return the id, or empty
     */
    default Optional<String> userId() {
        return user().map(Reference::id);
    }
}
