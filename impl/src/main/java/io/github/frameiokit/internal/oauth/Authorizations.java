package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.client.ClientClock;
import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.internal.LogLimit;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.SingleFlight;
import io.github.frameiokit.internal.client.ClientFactory;
import io.github.frameiokit.internal.ims.Ims;
import io.github.frameiokit.oauth.AuthorizationUnavailableException;
import io.github.frameiokit.oauth.TokenStoreException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Keeps users' authorizations and refreshes them. A refresh token may be good for one use only, so a refresh is never
 * left to its caller: it runs on a thread of its own, and until its answer is stored. In this JVM one refresh per user
 * runs at a time, and of all nodes the one that leases the stored authorization by compare-and-set. A token that is
 * still good is handed out meanwhile; only without one do callers wait, for some seconds.
 *
 * <p>A lease lasts as long as a request to Adobe can take, and {@link #GRACE} more. Nodes' clocks may differ by that
 * much. If they differ by more, another node can take the lease over too early: then it is told {@code invalid_grant},
 * waits as long as the first node's request can take, and reads again before it believes that.
 */
@ApplicationScoped
public class Authorizations {

    private static final System.Logger LOG = System.getLogger(Authorizations.class.getName());

    /** After that a node that has leased an authorization is taken for dead. */
    private static final Duration GRACE = Duration.ofSeconds(25);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

    /**
     * An access token that Frame.io refuses is refreshed no more often than that: the next one may be refused as well.
     */
    private static final Duration AFTER_REFUSAL = Duration.ofMinutes(1);

    /** Frame.io doesn't wait longer for an action's answer. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);

    /** How long it is known that a user has signed out: longer than a refresh takes with a store that is down. */
    private static final Duration SIGNED_OUT = Duration.ofHours(1);

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int ATTEMPTS = 50;

    /**
     * How often reading and writing are repeated while the store fails, with longer and longer waits: for about a
     * minute.
     */
    private static final int STORE_ATTEMPTS = 16;

    private static final Duration LONGEST_STORE_WAIT = Duration.ofSeconds(5);

    @Inject
    private SealedStore store;

    @Inject
    private OAuthConfig config;

    @Inject
    private ClientFactory clients;

    private final LogLimit logLimit = new LogLimit(System::nanoTime);
    private ClientClock clock;
    private SingleFlight<Subject, Optional<Authorization>> refreshes;

    /** Adobe refuses the refresh; the user may settle that by signing in again. */
    private static final class SignInNeeded extends RuntimeException {

        private static final long serialVersionUID = 1;

        SignInNeeded() {
            super(null, null, false, false);
        }
    }

    /** What is stored, and its version. */
    private record Stored(Optional<Authorization> authorization, long version) {}

    @PostConstruct
    void prepare() {
        clock = clients.clock();
        refreshes = new SingleFlight<>(clients.background(), clock, AFTER_FAILURE);
    }

    /**
     * A user's authorization with an access token that is good now.
     *
     * @return the authorization; empty if the user has to sign in
     * @throws AuthorizationUnavailableException if its access token has ended and can't be refreshed now
     */
    Optional<Authorization> find(Subject subject) {
        Optional<Authorization> stored = read(subject).authorization();
        if (stored.isEmpty() || stored.get().refreshToken().isEmpty()) {
            return stored.filter(it -> it.isAlive(clock.now()));
        }
        Instant now = clock.now();
        if (!stored.get().isAlive(now)) {
            return await(refreshes.start(subject, () -> refresh(subject)));
        }
        if (stored.get().isDue(now)) {
            refreshes.start(subject, () -> refresh(subject));
        }
        return stored;
    }

    /**
     * Frame.io has refused an access token.
     *
     * @return whether there may be another one now
     */
    boolean refused(Subject subject, String accessToken) {
        for (int i = 0; i < ATTEMPTS; i++) {
            Stored stored = read(subject);
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
            if (put(subject, authorization.refused(now), stored.version()).isPresent()) {
                refreshes.forget(subject);
                return true;
            }
        }
        return false;
    }

    /** Stores what a user has just authorized, whatever was there before. */
    Authorization store(Subject subject, Ims.TokenResponse response) {
        Authorization fresh = Authorization.of(response, config.refreshBefore(), config.refreshTokenLifetime());
        for (int i = 0; i < ATTEMPTS; i++) {
            if (persist(subject, fresh, patiently(() -> read(subject).version()))
                    .isPresent()) {
                refreshes.forget(subject);
                return fresh;
            }
        }
        throw new IllegalStateException("An authorization couldn't be stored, since others kept changing it.");
    }

    /** Ends an authorization, here and at Adobe. */
    void remove(Subject subject) {
        for (int i = 0; i < ATTEMPTS; i++) {
            SealedStore.Found found = store.find(subject.name());
            if (found.version() == 0) {
                return;
            }
            if (store.put(subject.name(), Authorization.REMOVED, SIGNED_OUT, found.version())
                    .isPresent()) {
                found.text().flatMap(Authorization::read).ifPresent(this::revoke);
                return;
            }
        }
        throw new IllegalStateException("An authorization couldn't be removed, since others kept changing it.");
    }

    /** Hands back what isn't kept. */
    void revoke(Ims.TokenResponse response) {
        revoke(response.refreshToken().orElse(response.accessToken()));
    }

    private void revoke(Authorization authorization) {
        revoke(authorization.refreshToken().orElse(authorization.accessToken()));
    }

    private void revoke(String token) {
        try {
            clients.ims().revoke(config.client(), token);
        } catch (FrameioApiException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A token couldn't be revoked at Adobe; it stays good until its end: " + e.getMessage());
        }
    }

    private Optional<Authorization> await(CompletableFuture<Optional<Authorization>> refresh) {
        try {
            return SingleFlight.await(refresh, LONGEST_WAIT);
        } catch (SignInNeeded e) {
            return Optional.empty();
        } catch (TimeoutException e) {
            throw new AuthorizationUnavailableException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuthorizationUnavailableException(e);
        }
    }

    /** Refreshes, or waits for the node that does. */
    private Optional<Authorization> refresh(Subject subject) throws InterruptedException {
        for (long polls = lease().dividedBy(POLL); polls > 0; polls--) {
            Stored stored = read(subject);
            Optional<Authorization> found = stored.authorization();
            Instant now = clock.now();
            if (found.isEmpty() || found.get().refreshToken().isEmpty()) {
                return found.filter(it -> it.isAlive(now));
            }
            Authorization known = found.get();
            if (!known.isDue(now)) {
                if (known.isAlive(now)) {
                    return found;
                }
                clock.sleep(POLL);
                continue;
            }
            Authorization leased = known.leasedUntil(now.plus(lease()));
            OptionalLong version = put(subject, leased, stored.version());
            if (version.isPresent()) {
                return exchange(subject, known, leased, version.getAsLong());
            }
        }
        throw new AuthorizationUnavailableException(null);
    }

    private Optional<Authorization> exchange(Subject subject, Authorization known, Authorization leased, long version)
            throws InterruptedException {
        Ims.TokenResponse response;
        try {
            response = clients.ims()
                    .token(
                            config.client(),
                            Map.of(
                                    "grant_type",
                                    "refresh_token",
                                    "refresh_token",
                                    known.refreshToken().orElseThrow()));
        } catch (FrameioApiException e) {
            return notRefreshed(subject, known, leased, e);
        }
        return keep(
                subject,
                known.refreshed(response, config.refreshBefore(), config.refreshTokenLifetime()),
                known.refreshToken(),
                version);
    }

    private Optional<Authorization> notRefreshed(
            Subject subject, Authorization known, Authorization leased, FrameioApiException failure)
            throws InterruptedException {
        Ims.Refusal refusal = Ims.Refusal.of(failure);
        if (refusal == Ims.Refusal.ENDED) {
            return ended(subject, known, leased);
        }
        release(subject, leased);
        String reason = switch (refusal) {
            case SIGN_IN -> "Adobe refuses to refresh a user's token, so that user has to sign in again: ";
            case APP ->
                "Adobe doesn't accept the app, so no user's token is refreshed; check " + Settings.CLIENT_ID + ", "
                        + Settings.CLIENT_SECRET + " and " + Settings.IMS_URL + ": ";
            default -> "A user's token can't be refreshed now and is used up to its end: ";
        };
        if (logLimit.allows(reason)) {
            LOG.log(
                    refusal == Ims.Refusal.OUTAGE ? System.Logger.Level.WARNING : System.Logger.Level.ERROR,
                    reason + failure.getMessage());
        }
        throw refusal == Ims.Refusal.SIGN_IN ? new SignInNeeded() : new AuthorizationUnavailableException(failure);
    }

    /**
     * Adobe says that the refresh token is good no more. If the lease was taken over, the node that had it before may
     * have used the refresh token and be about to store its answer. The entry is this node's to delete as long as it
     * has this node's lease; Frame.io may have refused the access token meanwhile, which changes the entry, too.
     */
    private Optional<Authorization> ended(Subject subject, Authorization known, Authorization leased)
            throws InterruptedException {
        if (known.leased()) {
            for (long polls = clients.ims().timeout().plus(GRACE).toSeconds(); polls > 0; polls--) {
                if (read(subject).authorization().filter(leased::hasLeaseOf).isEmpty()) {
                    break;
                }
                clock.sleep(Duration.ofSeconds(1));
            }
        }
        for (int i = 0; i < ATTEMPTS; i++) {
            Stored stored = read(subject);
            if (stored.authorization().filter(leased::hasLeaseOf).isEmpty()) {
                return stored.authorization().filter(it -> it.isAlive(clock.now()));
            }
            if (store.delete(subject.name(), stored.version())) {
                return Optional.empty();
            }
        }
        throw new AuthorizationUnavailableException(null);
    }

    /** Ends this node's lease, so that others can refresh; it may have ended already. */
    private void release(Subject subject, Authorization leased) {
        for (int i = 0; i < ATTEMPTS; i++) {
            Stored stored = read(subject);
            Optional<Authorization> mine = stored.authorization().filter(leased::hasLeaseOf);
            if (mine.isEmpty()
                    || put(subject, mine.get().released(), stored.version()).isPresent()) {
                return;
            }
        }
    }

    /**
     * Stores what a refresh gave and nobody else has. If meanwhile the entry was deleted, or still has the refresh
     * token that was exchanged, then another node knows less than this one, and this one's answer is stored all the
     * same.
     */
    private Optional<Authorization> keep(
            Subject subject, Authorization fresh, Optional<String> exchanged, long leasedVersion)
            throws InterruptedException {
        long version = leasedVersion;
        for (int i = 0; i < ATTEMPTS; i++) {
            if (persist(subject, fresh, version).isPresent()) {
                return Optional.of(fresh);
            }
            SealedStore.Found found = patiently(() -> store.find(subject.name()));
            Optional<Authorization> other = found.text().flatMap(Authorization::read);
            if (found.text().isPresent() && other.isEmpty()) { // signed out
                revoke(fresh);
                return Optional.empty();
            }
            if (other.isPresent() && !other.get().refreshToken().equals(exchanged)) {
                return other;
            }
            version = found.version();
        }
        throw new AuthorizationUnavailableException(null);
    }

    /** Writes what Adobe has just given, as long as it takes the store to work again. */
    private OptionalLong persist(Subject subject, Authorization authorization, long version) {
        return patiently(() -> put(subject, authorization, version));
    }

    private <T> T patiently(Supplier<T> access) {
        Duration wait = POLL;
        for (int attempt = 1; ; attempt++) {
            try {
                return access.get();
            } catch (TokenStoreException e) {
                if (attempt == STORE_ATTEMPTS) {
                    throw e;
                }
                pause(wait);
                wait = wait.multipliedBy(2).compareTo(LONGEST_STORE_WAIT) < 0
                        ? wait.multipliedBy(2)
                        : LONGEST_STORE_WAIT;
            }
        }
    }

    /** Runs on a thread of the kit's, which nobody interrupts. */
    private void pause(Duration wait) {
        try {
            clock.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuthorizationUnavailableException(e);
        }
    }

    private Stored read(Subject subject) {
        SealedStore.Found found = store.find(subject.name());
        return new Stored(found.text().flatMap(Authorization::read), found.version());
    }

    private OptionalLong put(Subject subject, Authorization authorization, long version) {
        Duration lifetime = Duration.between(clock.now(), authorization.keptUntil());
        return store.put(subject.name(), authorization.write(), lifetime, version);
    }

    private Duration lease() {
        return clients.ims().timeout().plus(GRACE);
    }
}
