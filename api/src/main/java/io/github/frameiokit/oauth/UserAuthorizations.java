package io.github.frameiokit.oauth;

import io.github.frameiokit.ActionEvent;
import java.net.URI;
import java.util.Optional;

/**
 * The users' authorizations, for apps that ask for one only when they need it. An action with {@code userAuth = true}
 * needs none of this.
 *
 * <pre>{@code
 * Optional<UserToken> token = authorizations.find(event.userId().orElseThrow());
 * if (token.isEmpty()) {
 *     return Form.titled("Sign in").field(LinkField.of("sign_in", "Sign in", authorizations.signInUrl(event))).build();
 * }
 * }</pre>
 *
 * <p>Injected; thread-safe.
 */
public interface UserAuthorizations {

    /**
     * A user's token, renewed if it would end within minutes.
     *
     * @param userId the user's id at Frame.io, not null
     * @return the token, good now; empty if the user has to sign in
     * @throws AuthorizationUnavailableException if it has ended and can't be renewed at the moment, since Adobe doesn't
     *     answer, or not within seconds to whoever is renewing it; the authorization is kept
     * @throws IllegalArgumentException if that is no user's id: empty, longer than 255 characters, or beginning with
     *     {@code ~}
     * @throws TokenStoreException if the store doesn't work
     */
    Optional<UserToken> find(String userId);

    /**
     * Where the user who ran an action can sign in. The address is good for ten minutes, for that user only, and for one
     * sign-in.
     *
     * @param event the event at hand, as it was handed to the handler, not null
     * @return an address for the user's browser, to be shown to that user alone
     * @throws IllegalStateException if the event names no user, or isn't the one of the request at hand
     * @throws TokenStoreException if the store doesn't work
     */
    URI signInUrl(ActionEvent event);

    /**
     * Ends a user's authorization, here and, as far as it answers, at Adobe.
     *
     * @param userId the user's id at Frame.io, not null
     * @throws IllegalArgumentException if that is no user's id, as with {@link #find}
     * @throws TokenStoreException if the store doesn't work
     */
    void remove(String userId);
}
