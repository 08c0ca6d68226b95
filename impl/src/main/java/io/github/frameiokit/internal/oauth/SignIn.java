package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.internal.AsyncEvents;
import io.github.frameiokit.internal.LogLimit;
import io.github.frameiokit.internal.SingleFlight;
import io.github.frameiokit.internal.client.ClientFactory;
import io.github.frameiokit.internal.events.Handlers;
import io.github.frameiokit.internal.ims.Ims;
import io.github.frameiokit.oauth.AuthorizationCompleted;
import io.github.frameiokit.oauth.TokenStoreException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/**
 * The way of a sign-in: a verified event → a ticket in a link → a state, bound to the browser → a code from Adobe → a
 * token → the user it belongs to, who must be the one of the event → stored.
 *
 * <p>A ticket is an entry of the token store, so any node can take up where another left off. A state is sealed and
 * holds all there is to know of it, so a link can be opened as often as one likes and stores nothing. The ticket
 * remembers the states that came back: each is used once among all nodes, and a few at most.
 */
@ApplicationScoped
public class SignIn {

    private static final System.Logger LOG = System.getLogger(SignIn.class.getName());
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    /** The browser waits for that long; what it waits for is completed all the same. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private static final int ATTEMPTS = 50;
    private static final String TICKET = "ticket";
    private static final String STATE = "state";
    /** RFC 6749, 4.1.2.1: with these it isn't the app's set-up that is wrong. */
    private static final Set<String> PASSING = Set.of("server_error", "temporarily_unavailable");

    @Inject
    private SealedStore store;

    @Inject
    private OAuthConfig config;

    @Inject
    private ClientFactory clients;

    @Inject
    private Authorizations authorizations;

    @Inject
    private Handlers handlers;

    @Inject
    private Event<AuthorizationCompleted> completed;

    @Inject
    private AsyncEvents async;

    private final LogLimit logLimit = new LogLimit(System::nanoTime);
    private SingleFlight<String, AuthorizationCompleted> exchanges;

    /** Where the browser goes next, and what it has to bring back. */
    record Begun(URI authorize, String cookieName, String cookieValue, Addresses addresses) {

        /** Without the state and the cookie's value. */
        @Override
        public String toString() {
            return "Begun[" + cookieName + "]";
        }
    }

    @PostConstruct
    void prepare() {
        exchanges = new SingleFlight<>(clients.background(), clients.clock(), Duration.ZERO);
    }

    URI url(ActionEvent event, Addresses addresses) {
        if (!handlers.signIn()) {
            throw new IllegalStateException(
                    "No bean has UserAuthorizations injected, so the kit doesn't serve the pages"
                            + " of a sign-in; inject it instead of looking it up.");
        }
        Subject.of(event).orElseThrow(() -> nobody(event));
        String id = RandomToken.create();
        Ticket ticket =
                Ticket.of(event, addresses.callback(), clients.clock().now().plus(LIFETIME), store::fits);
        store.put(SealedStore.Name.of(TICKET, id), ticket.write(), LIFETIME, 0);
        return URI.create(addresses.login() + "?ticket=" + store.seal(TICKET, id));
    }

    static IllegalStateException nobody(FrameioEvent event) {
        return new IllegalStateException(
                event + " doesn't name its user and account, so nobody can sign in for it or act as its user.");
    }

    Begun begin(String sealedTicket) {
        String ticketId = store.open(TICKET, sealedTicket).orElseThrow(SignIn::expired);
        URI callback = ticket(ticketId).callback();
        String browser = RandomToken.create();
        State state = new State(ticketId, RandomToken.create(), Pkce.s256(browser));
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", config.client().id());
        parameters.put("redirect_uri", callback.toString());
        parameters.put("scope", config.scopes());
        parameters.put("response_type", "code");
        parameters.put("state", store.seal(STATE, state.write()));
        parameters.put("code_challenge", Pkce.s256(verifier(browser)));
        parameters.put("code_challenge_method", "S256");
        return new Begun(clients.ims().authorize(parameters), state.cookieName(), browser, Addresses.of(callback));
    }

    /**
     * Completes a sign-in with what the browser brings back from Adobe.
     *
     * @return what the observers of the completed authorization wish
     */
    AuthorizationCompleted complete(
            Optional<String> sealedState, Optional<String> code, Optional<String> error, Cookies cookies) {
        Optional<State> state = sealedState.flatMap(it -> store.open(STATE, it)).map(State::read);
        if (error.isPresent()) {
            throw refused(
                    error.get(),
                    state.filter(it -> it.browser(cookies).isPresent()).isPresent());
        }
        State begun = state.orElseThrow(SignIn::expired);
        String browser =
                begun.browser(cookies).orElseThrow(() -> new SignInFailure(SignInFailure.Reason.OTHER_BROWSER));
        Ticket ticket = redeem(begun);
        String present = code.orElseThrow(() -> new SignInFailure(SignInFailure.Reason.FAILED));
        return await(exchanges.start(begun.id(), () -> exchange(ticket, begun, present, verifier(browser))));
    }

    private AuthorizationCompleted await(CompletableFuture<AuthorizationCompleted> exchange) {
        try {
            return tell(SingleFlight.await(exchange, LONGEST_WAIT));
        } catch (TimeoutException e) {
            exchange.whenComplete(this::ended);
            throw new SignInFailure(SignInFailure.Reason.SLOW);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.whenComplete(this::ended);
            throw new SignInFailure(SignInFailure.Reason.SLOW);
        }
    }

    /** The browser has left, so no page and no log of the page's says how it ended. */
    private void ended(AuthorizationCompleted done, Throwable failure) {
        if (failure == null) {
            tell(done);
            return;
        }
        String text = "A sign-in failed after its browser had left";
        if (logLimit.allows(text)) {
            boolean known = failure instanceof SignInFailure;
            LOG.log(
                    known ? System.Logger.Level.INFO : System.Logger.Level.ERROR,
                    known ? text + ", which would have seen: " + ((SignInFailure) failure).reason() : text,
                    known ? null : failure);
        }
    }

    /**
     * Adobe's refusal is logged in any case; a limit of their own keeps strangers from hiding those of a real sign-in.
     */
    private SignInFailure refused(String error, boolean begunHere) {
        if (error.equals("access_denied")) {
            return new SignInFailure(SignInFailure.Reason.DENIED);
        }
        String reason = begunHere
                ? "Adobe refused a sign-in: "
                : "Somebody opened the address of a sign-in's end with an error of Adobe's, without having begun here: ";
        if (logLimit.allows(reason)) {
            LOG.log(
                    begunHere ? System.Logger.Level.ERROR : System.Logger.Level.WARNING,
                    reason + Ims.loggable(Optional.of(error)).orElse("an unreadable code")
                            + ". See the OAuth properties and the credential in the Adobe Developer Console.");
        }
        return new SignInFailure(PASSING.contains(error) ? SignInFailure.Reason.FAILED : SignInFailure.Reason.SET_UP);
    }

    private Ticket ticket(String id) {
        return store.find(SealedStore.Name.of(TICKET, id))
                .text()
                .map(Ticket::read)
                .orElseThrow(SignIn::expired);
    }

    /** A state is good once, in the browser that it was made for. */
    private Ticket redeem(State state) {
        SealedStore.Name name = SealedStore.Name.of(TICKET, state.ticketId());
        for (int i = 0; i < ATTEMPTS; i++) {
            SealedStore.Found found = store.find(name);
            Ticket ticket = found.text().map(Ticket::read).orElseThrow(SignIn::expired);
            Ticket used = ticket.with(state).orElseThrow(SignIn::expired);
            Duration left = Duration.between(clients.clock().now(), ticket.until());
            if (store.put(name, used.write(), left, found.version()).isPresent()) {
                return ticket;
            }
        }
        throw expired();
    }

    /** Runs on a thread of its own: once Adobe has given a token, it is stored or handed back. */
    private AuthorizationCompleted exchange(Ticket ticket, State state, String code, String verifier) {
        ActionEvent event = ticket.event();
        Subject subject = Subject.of(event).orElseThrow(() -> nobody(event));
        Ims.TokenResponse response = redeem(code, verifier, ticket.callback());
        String userId;
        try {
            userId = userId(response);
        } catch (RuntimeException e) {
            authorizations.revoke(response);
            throw e;
        }
        if (!subject.userId().equals(userId)) {
            authorizations.revoke(response);
            throw new SignInFailure(SignInFailure.Reason.WRONG_USER);
        }
        if (response.refreshToken().isEmpty()) {
            warn(
                    "Adobe gave no refresh token, so the user has to sign in again soon; the scopes lack offline_access, or the"
                            + " Adobe project's credential isn't that of a web app.");
        }
        Authorization authorization = kept(subject, response);
        try {
            store.delete(SealedStore.Name.of(TICKET, state.ticketId())); // a link is good for one sign-in
        } catch (TokenStoreException e) {
            warn("A used link to sign in can't be deleted; it ends after " + LIFETIME.toMinutes() + " minutes.");
        }
        return new AuthorizationCompleted(event, authorization.token(userId));
    }

    private Authorization kept(Subject subject, Ims.TokenResponse response) {
        try {
            return authorizations.store(subject, response);
        } catch (RuntimeException e) {
            authorizations.revoke(response);
            throw e;
        }
    }

    private Ims.TokenResponse redeem(String code, String verifier, URI callback) {
        try {
            return clients.ims()
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
                                    callback.toString()));
        } catch (FrameioApiException e) {
            warn("Adobe gave no token for a sign-in: " + e.getMessage());
            throw new SignInFailure(
                    switch (Ims.Refusal.of(e)) {
                        case ENDED -> SignInFailure.Reason.EXPIRED;
                        case SIGN_IN, APP -> SignInFailure.Reason.SET_UP;
                        case OUTAGE -> SignInFailure.Reason.FAILED;
                    });
        }
    }

    private String userId(Ims.TokenResponse response) {
        try {
            return clients.userId(response.accessToken()).orElseThrow(() -> {
                warn("Frame.io doesn't say who a user is who has just signed in.");
                return new SignInFailure(SignInFailure.Reason.FAILED);
            });
        } catch (FrameioApiException.Unauthorized e) {
            warn("Frame.io doesn't take the token of a user who has just signed in. Known causes: the scope"
                    + " additional_info.roles is missing, the Adobe ID isn't linked to Frame.io, or the user has no product"
                    + " profile for Frame.io V4.");
            throw new SignInFailure(SignInFailure.Reason.UNKNOWN_TO_FRAMEIO);
        } catch (FrameioApiException e) {
            warn("Frame.io doesn't say who has just signed in: " + e.getMessage());
            throw new SignInFailure(SignInFailure.Reason.FAILED);
        }
    }

    private void warn(String text) {
        if (logLimit.allows(text)) {
            LOG.log(System.Logger.Level.WARNING, text);
        }
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

    /** Derived from what only the browser has, so that it needn't be stored; of the form that RFC 7636, 4.1 wants. */
    private static String verifier(String browser) {
        return Pkce.s256("code_verifier " + browser);
    }

    private static SignInFailure expired() {
        return new SignInFailure(SignInFailure.Reason.EXPIRED);
    }
}
