package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.internal.Json;
import io.github.frameiokit.internal.client.Connections;
import io.github.frameiokit.internal.client.Ims;
import io.github.frameiokit.internal.events.AsyncHandlers;
import io.github.frameiokit.oauth.AuthorizationCompleted;
import io.github.frameiokit.oauth.UserToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The way of a sign-in: a verified event → a ticket in a link → a state, bound to the browser → a code from Adobe → a
 * token → the user it belongs to, who must be the one of the event → stored.
 *
 * <p>Ticket and state are sealed names of short-lived entries in the token store, so that any node can take up where
 * another left off, and a state is used once among all of them.
 */
@ApplicationScoped
public class SignIn {

    private static final System.Logger LOG = System.getLogger(SignIn.class.getName());
    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final int LONGEST_EVENT = 8000;
    private static final String TICKET = "~ticket:";
    private static final String STATE = "~state:";

    @Inject
    private SealedStore store;

    @Inject
    private OAuthConfig config;

    @Inject
    private Connections connections;

    @Inject
    private Authorizations authorizations;

    @Inject
    private Event<AuthorizationCompleted> completed;

    @Inject
    private AsyncHandlers async;

    /** Where the browser goes next, and what it has to bring back. */
    record Begun(URI authorize, String cookieName, String cookieValue, Addresses addresses) {}

    URI url(ActionEvent event, Addresses addresses) {
        event.userId()
                .orElseThrow(() -> new IllegalStateException(event + " names no user, so nobody can sign in for it."));
        String id = Challenge.random();
        JsonObject ticket = Json.builder()
                .add("event", kept(event.json()))
                .add("sent", event.timestamp().toEpochMilli())
                .add("callback", addresses.callback().toString())
                .build();
        store.put(TICKET + id, ticket.toString(), LIFETIME, 0);
        return URI.create(addresses.login() + "?ticket=" + config.sealer().seal(TICKET, id));
    }

    Begun begin(String sealedTicket) {
        String ticketId = config.sealer().open(TICKET, sealedTicket).orElseThrow(SignIn::expired);
        String ticket = store.find(TICKET + ticketId).text().orElseThrow(SignIn::expired);
        URI callback = URI.create(Json.object(ticket).getString("callback"));
        String id = Challenge.random();
        String browser = Challenge.random();
        String verifier = Challenge.random();
        JsonObject state = Json.builder()
                .add("ticket", ticket)
                .add("ticketId", ticketId)
                .add("browser", Challenge.s256(browser))
                .add("verifier", verifier)
                .build();
        store.put(STATE + id, state.toString(), LIFETIME, 0);
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", config.client().id());
        parameters.put("redirect_uri", callback.toString());
        parameters.put("scope", config.scopes());
        parameters.put("response_type", "code");
        parameters.put("state", config.sealer().seal(STATE, id));
        parameters.put("code_challenge", Challenge.s256(verifier));
        parameters.put("code_challenge_method", "S256");
        return new Begun(
                connections.ims().authorize(parameters),
                cookieName(id),
                browser,
                new Addresses(callback.resolve("login"), callback));
    }

    /** Returns what the observers of the completed authorization wish. */
    AuthorizationCompleted complete(
            Optional<String> sealedState, Optional<String> code, Optional<String> error, Map<String, String> cookies) {
        JsonObject state = redeem(sealedState, cookies);
        JsonObject ticket = Json.object(state.getString("ticket"));
        ActionEvent event = ActionEvent.of(
                ticket.getJsonObject("event"),
                Instant.ofEpochMilli(ticket.getJsonNumber("sent").longValue()));
        if (error.isPresent() || code.isEmpty()) {
            throw new SignInFailure(
                    error.filter("access_denied"::equals).isPresent()
                            ? SignInFailure.Reason.DENIED
                            : SignInFailure.Reason.FAILED);
        }
        Ims.Grant grant = exchange(code.get(), state.getString("verifier"), ticket.getString("callback"));
        String userId = user(grant);
        if (!event.userId().orElseThrow().equals(userId)) {
            authorizations.revoke(grant);
            throw new SignInFailure(SignInFailure.Reason.WRONG_USER);
        }
        if (grant.refreshToken().isEmpty()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Adobe gave no refresh token, so the user has to sign in again soon; the scopes lack offline_access,"
                            + " or the Adobe project's credential isn't that of a web app.");
        }
        store.delete(TICKET + state.getString("ticketId")); // a link is good for one sign-in
        UserToken token = authorizations.store(userId, grant);
        return tell(new AuthorizationCompleted(event, token));
    }

    private AuthorizationCompleted tell(AuthorizationCompleted done) {
        try {
            completed.fire(done);
        } catch (RuntimeException e) {
            logFailure(done, e);
        }
        try {
            async.fire(completed, done, (told, failure) -> {
                if (failure != null) {
                    logFailure(done, failure);
                }
            });
        } catch (RuntimeException e) {
            logFailure(done, e);
        }
        return done;
    }

    private static void logFailure(AuthorizationCompleted done, Throwable failure) {
        LOG.log(
                System.Logger.Level.ERROR,
                "An observer of a completed authorization failed for " + done.event(),
                failure);
    }

    static String cookieName(String stateId) {
        return "frameio-oauth-" + stateId.substring(0, 8);
    }

    /** A state is good once, in the browser that it was made for. */
    private JsonObject redeem(Optional<String> sealedState, Map<String, String> cookies) {
        String id = sealedState.flatMap(it -> config.sealer().open(STATE, it)).orElseThrow(SignIn::expired);
        SealedStore.Found found = store.find(STATE + id);
        String text = found.text().orElseThrow(SignIn::expired);
        JsonObject state = Json.object(text);
        if (!Challenge.same(Challenge.s256(cookies.getOrDefault(cookieName(id), "")), state.getString("browser"))) {
            throw new SignInFailure(SignInFailure.Reason.OTHER_BROWSER);
        }
        if (!store.delete(STATE + id, found.version())) {
            throw expired();
        }
        return state;
    }

    private Ims.Grant exchange(String code, String verifier, String callback) {
        try {
            return connections
                    .ims()
                    .token(
                            config.client(),
                            Map.of(
                                    "grant_type",
                                    "authorization_code",
                                    "code",
                                    code,
                                    "code_verifier",
                                    verifier,
                                    "redirect_uri",
                                    callback));
        } catch (FrameioApiException e) {
            LOG.log(System.Logger.Level.WARNING, "A sign-in failed: " + e.getMessage());
            throw new SignInFailure(SignInFailure.Reason.FAILED);
        }
    }

    private String user(Ims.Grant grant) {
        try {
            return connections.as(grant::accessToken).users().show().id().orElseThrow();
        } catch (FrameioApiException.Unauthorized e) {
            authorizations.revoke(grant);
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Frame.io doesn't take the token of a user who has just signed in. Known causes: the scope"
                            + " additional_info.roles is missing, the Adobe ID isn't linked to Frame.io, or the user has no"
                            + " product profile for Frame.io V4.");
            throw new SignInFailure(SignInFailure.Reason.UNKNOWN_TO_FRAMEIO);
        } catch (FrameioApiException e) {
            authorizations.revoke(grant);
            LOG.log(System.Logger.Level.WARNING, "A sign-in failed: " + e.getMessage());
            throw new SignInFailure(SignInFailure.Reason.FAILED);
        }
    }

    /** What a user has typed into a form may be too much to be kept. */
    private static JsonObject kept(JsonObject event) {
        return event.toString().length() <= LONGEST_EVENT
                ? event
                : jakarta.json.Json.createObjectBuilder(event).remove("data").build();
    }

    private static SignInFailure expired() {
        return new SignInFailure(SignInFailure.Reason.EXPIRED);
    }
}
