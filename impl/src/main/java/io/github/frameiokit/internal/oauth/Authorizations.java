package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.client.ClientClock;
import io.github.frameiokit.internal.SingleFlight;
import io.github.frameiokit.internal.client.ClientFactory;
import io.github.frameiokit.internal.ims.Ims;
import io.github.frameiokit.oauth.AuthorizationUnavailableException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/**
 * Keeps users' authorizations. A {@link Refresh} is never left to its caller: it runs on a thread of its own until
 * Adobe's answer is stored, and in this JVM once per user at a time. While Adobe is down, callers with a live token
 * don't wait for it; the others wait for some seconds.
 */
@ApplicationScoped
public class Authorizations {

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

    /** The shortest time between two refreshes because of refused access tokens: the next token may be refused, too. */
    private static final Duration AFTER_REFUSAL = Duration.ofMinutes(1);

    /** Frame.io waits at least 5 seconds for an action's answer; this leaves a second for the rest. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(4);

    /** Other nodes and threads may change an entry again and again, but not that often. */
    private static final int ATTEMPTS = 50;

    @Inject
    private SealedStore sealed;

    @Inject
    private OAuthConfig config;

    @Inject
    private ClientFactory clients;

    private AuthorizationStore store;
    private Revocation revocation;
    private Refresh refresh;
    private ClientClock clock;
    private SingleFlight<Subject, Optional<Authorization>> refreshes;

    @PostConstruct
    void prepare() {
        clock = clients.clock();
        store = new AuthorizationStore(sealed, clock);
        revocation = new Revocation(config, clients::ims);
        refresh = new Refresh(store, config, clients::ims, revocation, clock);
        refreshes = new SingleFlight<>(clients.background(), clock, AFTER_FAILURE);
    }

    /**
     * A user's authorization with an access token that is good now.
     *
     * @return the authorization; empty if the user has to sign in
     * @throws AuthorizationUnavailableException if the access token has expired and can't be refreshed now
     */
    Optional<Authorization> find(Subject subject) {
        Optional<Authorization> stored = store.read(subject).authorization();
        if (stored.isEmpty() || stored.get().refreshToken().isEmpty()) {
            return stored.filter(it -> it.isAlive(clock.now()));
        }
        Instant now = clock.now();
        if (!stored.get().isAlive(now)) {
            return await(startRefresh(subject));
        }
        if (stored.get().isDue(now)) {
            startRefresh(subject);
        }
        return stored;
    }

    /**
     * Notes that Frame.io has refused an access token, so that it is refreshed.
     *
     * @return whether there may be another access token now
     */
    boolean refused(Subject subject, String accessToken) {
        for (int i = 0; i < ATTEMPTS; i++) {
            AuthorizationStore.Stored stored = store.read(subject);
            if (stored.authorization().isEmpty()
                    || !stored.authorization().get().accessToken().equals(accessToken)) {
                return true;
            }
            Authorization authorization = stored.authorization().get();
            Instant now = clock.now();
            if (authorization
                    .refusedAt()
                    .filter(last -> now.isBefore(last.plus(AFTER_REFUSAL)))
                    .isPresent()) {
                return !authorization.isAlive(now);
            }
            if (store.put(subject, authorization.refused(now), stored.version()).isPresent()) {
                refreshes.forget(subject);
                return true;
            }
        }
        return false;
    }

    /** Stores a new authorization, whatever was there before. */
    Authorization store(Subject subject, Ims.TokenResponse response) {
        Authorization fresh = Authorization.of(response, config.refreshBefore(), config.refreshTokenLifetime());
        for (int i = 0; i < ATTEMPTS; i++) {
            long version = store.patiently(() -> store.read(subject).version());
            if (store.patiently(() -> store.put(subject, fresh, version)).isPresent()) {
                refreshes.forget(subject);
                return fresh;
            }
        }
        throw new IllegalStateException("An authorization could not be stored, because others kept changing it.");
    }

    /** Ends an authorization, here and at Adobe. */
    void remove(Subject subject) {
        for (int i = 0; i < ATTEMPTS; i++) {
            AuthorizationStore.Stored stored = store.read(subject);
            if (stored.version() == 0) {
                return;
            }
            if (store.signOut(subject, stored.version())) {
                stored.authorization().ifPresent(revocation::revoke);
                return;
            }
        }
        throw new IllegalStateException("An authorization could not be removed, because others kept changing it.");
    }

    /** Hands the tokens of a sign-in that isn't kept back to Adobe. */
    void revoke(Ims.TokenResponse response) {
        revocation.revoke(response);
    }

    private CompletableFuture<Optional<Authorization>> startRefresh(Subject subject) {
        return refreshes.start(subject, () -> refresh.of(subject));
    }

    private Optional<Authorization> await(CompletableFuture<Optional<Authorization>> refresh) {
        try {
            return SingleFlight.await(refresh, MAX_WAIT);
        } catch (Refresh.SignInNeeded e) {
            return Optional.empty();
        } catch (TimeoutException e) {
            throw new AuthorizationUnavailableException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuthorizationUnavailableException(e);
        }
    }
}
