package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.internal.LogLimit;
import io.github.frameiokit.internal.client.ClientFactory;
import io.github.frameiokit.internal.ims.Ims;
import io.github.frameiokit.oauth.AuthorizationCompleted;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * The last part of a sign-in: a code from Adobe → a token → the user it belongs to, who must be the one of the event →
 * stored. A token that isn't stored is handed back.
 */
final class CodeExchange {

    private static final System.Logger LOG = System.getLogger(CodeExchange.class.getName());

    private final OAuthConfig config;
    private final ClientFactory clients;
    private final Authorizations authorizations;
    private final LogLimit logLimit = new LogLimit(System::nanoTime);

    CodeExchange(OAuthConfig config, ClientFactory clients, Authorizations authorizations) {
        this.config = config;
        this.clients = clients;
        this.authorizations = authorizations;
    }

    /**
     * Exchanges a code.
     *
     * @throws SignInFailure if there is no token, or it belongs to another user
     */
    AuthorizationCompleted run(ActionEvent event, URI callback, String code, String browser) {
        Subject subject = Subject.of(event).orElseThrow(() -> Subject.missing(event));
        Ims.TokenResponse response = redeem(config, clients.ims(), logLimit, code, browser, callback);
        try {
            if (!subject.userId().equals(userId(response))) {
                throw new SignInFailure(SignInFailure.Reason.WRONG_USER);
            }
            Authorization authorization = authorizations.store(subject, response);
            if (response.refreshToken().isEmpty()) {
                logLimit.warn(
                        LOG,
                        "Adobe gave no refresh token, so the user has to sign in again soon; the scopes lack"
                                + " offline_access, or the Adobe project's credential isn't that of a web app.");
            }
            return new AuthorizationCompleted(event, authorization.token(subject.userId()));
        } catch (RuntimeException e) {
            authorizations.revoke(response);
            throw e;
        }
    }

    /**
     * Redeems a code.
     *
     * @param browser the cookie of the browser that began
     * @throws SignInFailure if Adobe gives no token
     */
    static Ims.TokenResponse redeem(
            OAuthConfig config, Ims ims, LogLimit logLimit, String code, String browser, URI callback) {
        Map<String, String> parameters = Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "code_verifier",
                Pkce.verifier(browser),
                "redirect_uri",
                callback.toString());
        try {
            return ims.token(config.client(), parameters);
        } catch (FrameioApiException e) {
            logLimit.warn(LOG, "Adobe gave no token for a sign-in: " + e.getMessage());
            throw new SignInFailure(
                    switch (Ims.Rejection.of(e)) {
                        case ENDED -> SignInFailure.Reason.EXPIRED;
                        case SIGN_IN, APP -> SignInFailure.Reason.SET_UP;
                        case OUTAGE -> SignInFailure.Reason.FAILED;
                    });
        }
    }

    private String userId(Ims.TokenResponse response) {
        Optional<String> userId;
        try {
            userId = clients.userId(response.accessToken());
        } catch (FrameioApiException.Unauthorized e) {
            logLimit.warn(
                    LOG,
                    "Frame.io rejects the token of a user who has just signed in. Known causes: the scope"
                            + " additional_info.roles is missing, the Adobe ID isn't linked to Frame.io, or the user has no"
                            + " product profile for Frame.io V4.");
            throw new SignInFailure(SignInFailure.Reason.UNKNOWN_TO_FRAMEIO);
        } catch (FrameioApiException e) {
            logLimit.warn(LOG, "Frame.io could not be asked who has just signed in: " + e.getMessage());
            throw new SignInFailure(SignInFailure.Reason.FAILED);
        }
        return userId.orElseThrow(() -> {
            logLimit.warn(LOG, "Frame.io's answer doesn't say who has just signed in.");
            return new SignInFailure(SignInFailure.Reason.FAILED);
        });
    }
}
