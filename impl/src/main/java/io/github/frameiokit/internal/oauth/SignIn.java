package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.internal.AsyncEvents;
import io.github.frameiokit.internal.LogLimit;
import io.github.frameiokit.internal.RandomToken;
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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/**
 * Signs a user in: a verified event → a ticket in a link → a state, bound to the browser → a code from Adobe, which a
 * {@link CodeExchange} turns into a stored authorization.
 *
 * <p>A ticket is an entry of the token store, so each step may run on another node. A state is sealed and stored
 * nowhere, so opening a link costs nothing, however often it happens. The ticket notes the states that came back: each
 * can be used once among all nodes, and a ticket takes a few of them at most.
 */
@ApplicationScoped
public class SignIn {

    private static final System.Logger LOG = System.getLogger(SignIn.class.getName());
    /** How long a link can be used, and a browser may take at Adobe. The page of an expired link says it, too. */
    static final Duration LIFETIME = Duration.ofMinutes(10);

    /** How long the browser waits; the exchange is completed also without it. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(15);

    private static final int ATTEMPTS = 50;
    private static final String TICKET = "ticket";
    private static final String STATE = "state";
    /** The errors that pass without a change of the app's set-up (RFC 6749, 4.1.2.1). */
    static final Set<String> PASSING = Set.of("server_error", "temporarily_unavailable");

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
    private CodeExchange exchange;
    private SingleFlight<String, AuthorizationCompleted> exchanges;

    @PostConstruct
    void prepare() {
        exchange = new CodeExchange(config, clients, authorizations);
        exchanges = new SingleFlight<>(clients.background(), clients.clock(), Duration.ZERO);
    }

    /** The address of a page that lets the event's user sign in. */
    URI url(ActionEvent event, SignInAddresses addresses) {
        if (!handlers.signIn()) {
            throw new IllegalStateException(
                    "No bean has UserAuthorizations injected, so the kit doesn't serve the sign-in pages; inject it"
                            + " instead of looking it up.");
        }
        if (Subject.of(event).isEmpty()) {
            throw Subject.missing(event);
        }
        String id = RandomToken.create();
        Ticket ticket =
                Ticket.of(event, addresses.callback(), clients.clock().now().plus(LIFETIME), store::fits);
        store.put(SealedStore.Name.of(TICKET, id), ticket.write(), LIFETIME, 0);
        return URI.create(addresses.login() + "?ticket=" + store.seal(TICKET, id));
    }

    /** Begins a sign-in in the browser that has opened a link. */
    Begun begin(String sealedTicket) {
        String ticketId = store.open(TICKET, sealedTicket).orElseThrow(SignIn::expired);
        URI callback = ticket(ticketId).callback();
        String browser = RandomToken.create();
        State state = new State(ticketId, RandomToken.create(), Pkce.s256(browser));
        return new Begun(
                config.authorize(clients.ims(), callback, config.scopes(), store.seal(STATE, state.write()), browser),
                Cookies.set(state.cookieName(), browser, SignInAddresses.of(callback), LIFETIME));
    }

    /**
     * Completes a sign-in with the parameters that the browser brings back from Adobe.
     *
     * @return the completed authorization, after its observers were called
     * @throws SignInFailure if it failed, with the page for the user
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
        Ticket ticket = use(begun);
        String present = code.orElseThrow(() -> new SignInFailure(SignInFailure.Reason.FAILED));
        return await(exchanges.start(begun.id(), () -> exchange(ticket, begun, present, browser)));
    }

    private AuthorizationCompleted await(CompletableFuture<AuthorizationCompleted> exchange) {
        try {
            return notifyObservers(SingleFlight.await(exchange, MAX_WAIT));
        } catch (TimeoutException e) {
            exchange.whenComplete(this::ended);
            throw new SignInFailure(SignInFailure.Reason.SLOW);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.whenComplete(this::ended);
            throw new SignInFailure(SignInFailure.Reason.SLOW);
        }
    }

    /** Logs how a sign-in ended whose browser has left, since no page says it. */
    private void ended(AuthorizationCompleted done, Throwable failure) {
        if (failure == null) {
            notifyObservers(done);
            return;
        }
        String text = "A sign-in failed after its browser had left";
        if (logLimit.allows(text)) {
            boolean known = failure instanceof SignInFailure;
            LOG.log(
                    known ? System.Logger.Level.INFO : System.Logger.Level.ERROR,
                    known ? text + "; the page would have been " + ((SignInFailure) failure).reason() : text,
                    known ? null : failure);
        }
    }

    /**
     * Logs an error that Adobe reports. Callbacks that this app hasn't begun have a limit of their own in the log, so
     * that strangers can't hide the errors of real sign-ins.
     */
    private SignInFailure refused(String error, boolean begunHere) {
        if (error.equals("access_denied")) {
            return new SignInFailure(SignInFailure.Reason.DENIED);
        }
        String reason = begunHere
                ? "Adobe refused a sign-in: "
                : "The callback of a sign-in was called with an error of Adobe's, but this app hasn't begun that sign-in: ";
        if (logLimit.allows(reason)) {
            LOG.log(
                    begunHere ? System.Logger.Level.ERROR : System.Logger.Level.WARNING,
                    reason + Ims.loggable(Optional.of(error)).orElse("an unreadable code")
                            + ". Check the OAuth properties and the credential in the Adobe Developer Console.");
        }
        return new SignInFailure(PASSING.contains(error) ? SignInFailure.Reason.FAILED : SignInFailure.Reason.SET_UP);
    }

    private Ticket ticket(String id) {
        return store.find(SealedStore.Name.of(TICKET, id))
                .text()
                .map(Ticket::read)
                .orElseThrow(SignIn::expired);
    }

    /** Notes in the ticket that a state has come back; each state is good once. */
    private Ticket use(State state) {
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
    private AuthorizationCompleted exchange(Ticket ticket, State state, String code, String browser) {
        AuthorizationCompleted done = exchange.run(ticket.event(), ticket.callback(), code, browser);
        try {
            store.delete(SealedStore.Name.of(TICKET, state.ticketId())); // a link is good for one sign-in
        } catch (TokenStoreException e) {
            logLimit.warn(
                    LOG,
                    "A used sign-in link could not be deleted; it expires within " + LIFETIME.toMinutes()
                            + " minutes.");
        }
        return done;
    }

    private AuthorizationCompleted notifyObservers(AuthorizationCompleted done) {
        async.fireToAll(
                completed,
                done,
                failure -> LOG.log(
                        System.Logger.Level.ERROR,
                        "An observer of a completed authorization failed for " + done.event(),
                        failure));
        return done;
    }

    private static SignInFailure expired() {
        return new SignInFailure(SignInFailure.Reason.EXPIRED);
    }
}
