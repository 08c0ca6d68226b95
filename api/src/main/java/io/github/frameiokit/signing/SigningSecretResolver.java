package io.github.frameiokit.signing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds the signing secrets of a request, for apps that serve many accounts. An app that needs one has a CDI bean of
 * this type.
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
 * <p>Frame.io documents the submission of a form without its account, so an app with actions answers by action id as
 * well: Frame.io makes one secret per action.
 *
 * <p>It is asked where the handler names no property of its own, and before the default properties, on the thread of
 * the request and for many requests at once; an implementation is thread-safe and quick. It is asked before the
 * signature is checked, so anyone who knows the app's address can have it asked: only for requests with a signature and
 * a present timestamp of the right form, and with ids of at most 255 characters.
 *
 * <p>Where it throws or returns {@code null}, the request is refused with 401 unless a configured secret of its handler
 * fits. Frame.io sends again whatever isn't answered with 2xx, so an event isn't lost by an outage of seconds. The log
 * says which resolver failed, at most once a minute.
 */
@FunctionalInterface
public interface SigningSecretResolver {

    /**
     * The secrets to try.
     *
     * @param request what the request says of itself, not verified yet, so fit only for looking up its secrets; not
     *     null
     * @return the secrets, each as Frame.io gave it; {@code null} and blank ones are ignored; empty to fall back to the
     *     default properties; not null
     */
    List<String> secrets(Request request);

    /**
     * What an unverified request claims. The ids are Frame.io's or somebody's invention, 1 to 255 characters each.
     * Immutable and thread-safe. For tests of a resolver, {@link #webhook} and {@link #action} make one.
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
            this.accountId = present(accountId);
            this.workspaceId = present(workspaceId);
            this.actionId = present(actionId);
            this.interactionId = present(interactionId);
        }

        /**
         * A webhook of which only the type is known.
         *
         * @param type the event's type, not null
         * @return the request
         */
        public static Request webhook(String type) {
            return new Request(false, type, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        /**
         * An action of which only the type is known.
         *
         * @param type the action's event, not null
         * @return the request
         */
        public static Request action(String type) {
            return new Request(true, type, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        /**
         * This request with another account.
         *
         * @param id the account's id; empty for none
         * @return a new request
         */
        public Request withAccountId(String id) {
            return new Request(action, type, Optional.of(id), workspaceId, actionId, interactionId);
        }

        /**
         * This request with another workspace.
         *
         * @param id the workspace's id; empty for none
         * @return a new request
         */
        public Request withWorkspaceId(String id) {
            return new Request(action, type, accountId, Optional.of(id), actionId, interactionId);
        }

        /**
         * This request with another action.
         *
         * @param id the action's id; empty for none
         * @return a new request
         */
        public Request withActionId(String id) {
            return new Request(action, type, accountId, workspaceId, Optional.of(id), interactionId);
        }

        /**
         * This request with another interaction.
         *
         * @param id the interaction's id; empty for none
         * @return a new request
         */
        public Request withInteractionId(String id) {
            return new Request(action, type, accountId, workspaceId, actionId, Optional.of(id));
        }

        /**
         * Whether it is a custom action; a webhook otherwise.
         *
         * @return whether
         */
        public boolean isAction() {
            return action;
        }

        /**
         * The event's type: a webhook's, or the event an action was registered with.
         *
         * @return the type, never blank
         */
        public String type() {
            return type;
        }

        /**
         * The account's id.
         *
         * @return the id; empty where the request has none, as a form's submission may
         */
        public Optional<String> accountId() {
            return accountId;
        }

        /**
         * The workspace's id.
         *
         * @return the id; empty where the request has none, as a form's submission may
         */
        public Optional<String> workspaceId() {
            return workspaceId;
        }

        /**
         * The id that Frame.io gave the action when it was registered.
         *
         * @return the id; empty on a webhook
         */
        public Optional<String> actionId() {
            return actionId;
        }

        /**
         * The id of this run of the action.
         *
         * @return the id; empty on a webhook
         */
        public Optional<String> interactionId() {
            return interactionId;
        }

        private static Optional<String> present(Optional<String> id) {
            return id.filter(it -> !it.isEmpty());
        }

        /** Names nothing but the kind, since the rest is anybody's. */
        @Override
        public String toString() {
            return action ? "Request[action]" : "Request[webhook]";
        }
    }
}
