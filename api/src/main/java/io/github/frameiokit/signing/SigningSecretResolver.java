package io.github.frameiokit.signing;

import java.util.List;
import java.util.Optional;

/**
 * Finds the signing secrets of a request, for apps that serve many accounts. An app that needs one makes a CDI bean of
 * this type.
 *
 * <pre>{@code
 * @ApplicationScoped
 * class Tenants implements SigningSecretResolver {
 *     public List<String> secrets(Request request) {
 *         return request.accountId().map(this::secretsOfAccount).orElse(List.of());
 *     }
 * }
 * }</pre>
 *
 * <p>It is asked where the handler names no property of its own, and before the default properties, on the thread of the
 * request and for many requests at once; an implementation is thread-safe and quick. An exception is answered with 500,
 * so Frame.io sends the event again.
 */
@FunctionalInterface
public interface SigningSecretResolver {

    /**
     * The secrets to try.
     *
     * @param request what the request says of itself, not verified yet, so fit only for looking up its secrets; not null
     * @return the secrets, each as Frame.io gave it, blank ones ignored; empty to fall back to the default properties;
     *     not null
     */
    List<String> secrets(Request request);

    /**
     * What an unverified request claims.
     *
     * @param type the event's type
     * @param accountId the account's id, or empty
     * @param workspaceId the workspace's id, or empty
     */
    record Request(String type, Optional<String> accountId, Optional<String> workspaceId) {}
}
