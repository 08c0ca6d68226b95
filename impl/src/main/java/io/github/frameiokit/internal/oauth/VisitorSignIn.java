package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.client.model.User;
import io.github.frameiokit.internal.LogLimit;
import io.github.frameiokit.internal.RandomToken;
import io.github.frameiokit.internal.client.ClientFactory;
import io.github.frameiokit.internal.events.CurrentRequest;
import io.github.frameiokit.internal.ims.FixedToken;
import io.github.frameiokit.internal.ims.Ims;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Signs in somebody who doesn't come from an action: a state, bound to the browser → a code from Adobe → an access
 * token. As in {@link SignIn}, a state is sealed and not stored before it comes back, and then it can be used once.
 */
@ApplicationScoped
public class VisitorSignIn {

    private static final System.Logger LOG = System.getLogger(VisitorSignIn.class.getName());
    private static final Duration LIFETIME = SignIn.LIFETIME;
    private static final String STATE = "visitor-state";

    @Inject
    private SealedStore store;

    @Inject
    private OAuthConfig config;

    @Inject
    private ClientFactory clients;

    @Inject
    private CurrentRequest request;

    private final LogLimit logLimit = new LogLimit(System::nanoTime);

    /** Begins a sign-in in the browser of the current request. */
    public Begun begin() {
        SignInAddresses addresses = SignInAddresses.of(config, request);
        String browser = RandomToken.create();
        String until = String.valueOf(clients.clock().now().plus(LIFETIME).getEpochSecond());
        State state = new State(until, RandomToken.create(), Pkce.s256(browser));
        return new Begun(
                config.authorize(
                        clients.ims(), addresses.callback(), scopes(), store.seal(STATE, state.write()), browser),
                Cookies.set(state.cookieName(), browser, addresses, LIFETIME));
    }

    /** Without the scope for a refresh token, which would outlive the visit. */
    private String scopes() {
        return Stream.of(config.scopes().split("[ ,]+"))
                .filter(scope -> !scope.equals("offline_access"))
                .collect(Collectors.joining(" "));
    }

    /** Whether this app began a visitor's sign-in with a state that has come back. */
    public boolean began(String sealedState) {
        return store.open(STATE, sealedState).isPresent();
    }

    /**
     * Completes a sign-in with the parameters that the browser brings back from Adobe.
     *
     * @throws SignInFailure if it failed, with the reason for the visitor
     */
    public Visitor complete(String sealedState, Optional<String> code, Optional<String> error, Cookies cookies) {
        State state = store.open(STATE, sealedState).map(State::read).orElseThrow(VisitorSignIn::expired);
        String browser =
                state.browser(cookies).orElseThrow(() -> new SignInFailure(SignInFailure.Reason.OTHER_BROWSER));
        Duration left =
                Duration.between(clients.clock().now(), Instant.ofEpochSecond(Long.parseLong(state.ticketId())));
        SealedStore.Name used = SealedStore.Name.of(STATE, state.id());
        if (left.isNegative() || left.isZero() || store.find(used).version() != 0) {
            throw expired();
        }
        if (error.isPresent()) {
            throw refused(error.get());
        }
        String present = code.orElseThrow(() -> new SignInFailure(SignInFailure.Reason.FAILED));
        URI callback = SignInAddresses.of(config, request).callback();
        Ims.TokenResponse response = CodeExchange.redeem(config, clients.ims(), logLimit, present, browser, callback);
        // not before, so that strangers who make up codes fill no store
        if (store.put(used, "", left, 0).isEmpty()) {
            revoke(response.accessToken());
            throw expired();
        }
        return visitor(response);
    }

    private SignInFailure refused(String error) {
        if (error.equals("access_denied")) {
            return new SignInFailure(SignInFailure.Reason.DENIED);
        }
        logLimit.warn(
                LOG,
                "Adobe refused a sign-in: "
                        + Ims.loggable(Optional.of(error)).orElse("an unreadable code")
                        + ". Check the OAuth properties and the credential in the Adobe Developer Console.");
        return new SignInFailure(
                SignIn.PASSING.contains(error) ? SignInFailure.Reason.FAILED : SignInFailure.Reason.SET_UP);
    }

    private Visitor visitor(Ims.TokenResponse response) {
        try {
            User user =
                    clients.as(new FixedToken(response.accessToken())).users().show();
            return new Visitor(
                    response.accessToken(), response.expiresAt(), user.name().orElse(user.email()), user.email());
        } catch (FrameioApiException.Unauthorized e) {
            revoke(response.accessToken());
            logLimit.warn(LOG, "Frame.io rejects the token of a visitor who has just signed in.");
            throw new SignInFailure(SignInFailure.Reason.UNKNOWN_TO_FRAMEIO);
        } catch (FrameioApiException e) {
            revoke(response.accessToken());
            logLimit.warn(LOG, "Frame.io could not be asked who has just signed in: " + e.getMessage());
            throw new SignInFailure(SignInFailure.Reason.FAILED);
        }
    }

    /** Hands a visitor's token back to Adobe. */
    public void revoke(String token) {
        new Revocation(config, clients::ims).revoke(token);
    }

    private static SignInFailure expired() {
        return new SignInFailure(SignInFailure.Reason.EXPIRED);
    }
}
