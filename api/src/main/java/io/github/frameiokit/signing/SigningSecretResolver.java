package io.github.frameiokit.signing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds the signing secrets of a request, for apps that serve several accounts. Such an app has a CDI bean of this
 * type.
 *
 * <pre>{@code
 * @ApplicationScoped
 * class Tenants implements SigningSecretResolver {
 *     public List<String> secrets(Request request) {
 *         return request.actionId()
 *                 .map(this::secretsOfAction)
 *                 .or(() -> request.accountId().map(this::secretsOfAccount))
 *                 .orElse(List.of());
 *     }
 * }
 * }</pre>
 *
 * <p>Frame.io creates one secret per action, and its documentation shows a form's submission without an account. So a
 * resolver for actions looks up secrets by action id first.
 *
 * <p>The kit uses the resolver's secrets instead of the default properties, unless the handler names a property for its
 * secrets. The call runs on the request's thread, for many requests at once, so an implementation is thread-safe and
 * fast. It runs before the signature is verified, so anyone who knows the app's address can cause it, but only with a
 * well-formed signature, a well-formed and recent timestamp, and ids of at most 255 characters.
 *
 * <p>If the resolver throws or returns {@code null}, the request is rejected with 401 unless its handler names a
 * property and a secret in it matches. Frame.io sends an event again, at most four times, so an outage of a few seconds
 * loses no event. The log says which resolver failed, at most once a minute.
 */
@FunctionalInterface
public interface SigningSecretResolver {

    /**
     * The secrets that may have signed a request.
     *
     * @param request the unverified claims of the request, not null; use them only to look up secrets
     * @return the secrets as Frame.io showed them, not null; null and blank secrets are ignored; empty to use the
     *     default properties
     */
    List<String> secrets(Request request);

    /**
     * The claims of an unverified request. The ids have 1 to 255 characters each; they may be invented. Immutable and
     * thread-safe. Tests of a resolver create one with {@link #webhook} or {@link #action}.
     */
    final class Request {

        private final boolean action;
        private final String type;
        private final Optional<String> accountId;
        private final Optional<String> workspaceId;
        private final Optional<String> actionId;
        private final Optional<String> interactionId;

        private Request(
                boolean action,
                String type,
                Optional<String> accountId,
                Optional<String> workspaceId,
                Optional<String> actionId,
                Optional<String> interactionId) {
            this.action = action;
            this.type = Objects.requireNonNull(type, "type");
            this.accountId = accountId;
            this.workspaceId = workspaceId;
            this.actionId = actionId;
            this.interactionId = interactionId;
        }

        /**
         * A webhook without any ids.
         *
         * @param type the event's type, not null
         * @return the request
         */
        public static Request webhook(String type) {
            return new Request(false, type, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        /**
         * An action without any ids.
         *
         * @param type the action's {@code event}, not null
         * @return the request
         */
        public static Request action(String type) {
            return new Request(true, type, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        /**
         * This request with another account.
         *
         * @param id the account's id, not null; empty for none
         * @return a new request
         */
        public Request withAccountId(String id) {
            return new Request(action, type, present(id), workspaceId, actionId, interactionId);
        }

        /**
         * This request with another workspace.
         *
         * @param id the workspace's id, not null; empty for none
         * @return a new request
         */
        public Request withWorkspaceId(String id) {
            return new Request(action, type, accountId, present(id), actionId, interactionId);
        }

        /**
         * This request with another action.
         *
         * @param id the action's id, not null; empty for none
         * @return a new request
         */
        public Request withActionId(String id) {
            return new Request(action, type, accountId, workspaceId, present(id), interactionId);
        }

        /**
         * This request with another interaction.
         *
         * @param id the interaction's id, not null; empty for none
         * @return a new request
         */
        public Request withInteractionId(String id) {
            return new Request(action, type, accountId, workspaceId, actionId, present(id));
        }

        /**
         * Whether the request claims to be a custom action.
         *
         * @return true for an action, false for a webhook
         */
        public boolean isAction() {
            return action;
        }

        /**
         * The event's type: that of a webhook, or the {@code event} that an action was registered with.
         *
         * @return the type, never blank
         */
        public String type() {
            return type;
        }

        /**
         * The account's id.
         *
         * @return the id; empty if the request has none, as may happen when a form is submitted
         */
        public Optional<String> accountId() {
            return accountId;
        }

        /**
         * The workspace's id.
         *
         * @return the id; empty if the request has none, as may happen when a form is submitted
         */
        public Optional<String> workspaceId() {
            return workspaceId;
        }

        /**
         * The id of the action, which Frame.io assigned at registration.
         *
         * @return the id; empty for a webhook
         */
        public Optional<String> actionId() {
            return actionId;
        }

        /**
         * The id of this run of the action.
         *
         * @return the id; empty for a webhook
         */
        public Optional<String> interactionId() {
            return interactionId;
        }

        private static Optional<String> present(String id) {
            return Optional.of(Objects.requireNonNull(id, "id")).filter(it -> !it.isEmpty());
        }

        /** Only the kind, since nothing else is verified. */
        @Override
        public String toString() {
            return action ? "Request[action]" : "Request[webhook]";
        }
    }
}
