package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.client.ClientClock;
import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.internal.LogLimit;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.ims.Ims;
import io.github.frameiokit.oauth.AuthorizationUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Refreshes an authorization on one of the app's nodes. A refresh token may be good for one use only, so a node leases
 * the stored authorization by compare-and-set before it asks Adobe; the other nodes wait for what it stores.
 *
 * <p>A lease lasts as long as a request to Adobe can take, and {@link #GRACE} more. Nodes' clocks may differ by that
 * much. If they differ by more, another node can take the lease over too early. Adobe then answers it with
 * {@code invalid_grant}. It waits as long as the first node's request can take, and reads the entry again before it
 * believes that answer.
 */
final class Refresh {

    private static final System.Logger LOG = System.getLogger(Refresh.class.getName());

    /** A node that hasn't stored Adobe's answer after this time is considered dead. */
    private static final Duration GRACE = Duration.ofSeconds(25);

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int ATTEMPTS = 50;

    private final AuthorizationStore store;
    private final OAuthConfig config;
    private final Supplier<Ims> ims;
    private final Revocation revocation;
    private final ClientClock clock;
    private final LogLimit logLimit = new LogLimit(System::nanoTime);

    Refresh(AuthorizationStore store, OAuthConfig config, Supplier<Ims> ims, Revocation revocation, ClientClock clock) {
        this.store = store;
        this.config = config;
        this.ims = ims;
        this.revocation = revocation;
        this.clock = clock;
    }

    /** Adobe refuses the refresh, and a new sign-in may help; the authorization is kept until then. */
    static final class SignInNeeded extends RuntimeException {

        private static final long serialVersionUID = 1;

        SignInNeeded() {
            super(null, null, false, false);
        }
    }

    /**
     * Refreshes, or waits for the node that does.
     *
     * @return the authorization with an access token that is good now; empty if it has ended
     * @throws SignInNeeded if only a new sign-in helps
     * @throws AuthorizationUnavailableException if there is no good access token now
     */
    Optional<Authorization> of(Subject subject) throws InterruptedException {
        for (long polls = lease().dividedBy(POLL); polls > 0; polls--) {
            AuthorizationStore.Stored stored = store.read(subject);
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
            OptionalLong version = store.put(subject, leased, stored.version());
            if (version.isPresent()) {
                return exchange(subject, known, leased, version.getAsLong());
            }
        }
        throw new AuthorizationUnavailableException(null);
    }

    private Optional<Authorization> exchange(Subject subject, Authorization known, Authorization leased, long version)
            throws InterruptedException {
        String refreshToken = known.refreshToken().orElseThrow();
        Ims.TokenResponse response;
        try {
            response = ims.get()
                    .token(config.client(), Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
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
        Ims.Rejection refusal = Ims.Rejection.of(failure);
        if (refusal == Ims.Rejection.ENDED) {
            return ended(subject, known, leased);
        }
        release(subject, leased);
        String reason = switch (refusal) {
            case SIGN_IN -> "Adobe refuses to refresh a user's token, so that user has to sign in again: ";
            case APP ->
                "Adobe rejects the app's client credentials, so no user's token is refreshed; check "
                        + Settings.CLIENT_ID + ", " + Settings.CLIENT_SECRET + " and " + Settings.IMS_URL + ": ";
            default -> "A user's token could not be refreshed; it is used until it expires: ";
        };
        if (logLimit.allows(reason)) {
            LOG.log(
                    refusal == Ims.Rejection.OUTAGE ? System.Logger.Level.WARNING : System.Logger.Level.ERROR,
                    reason + failure.getMessage());
        }
        throw refusal == Ims.Rejection.SIGN_IN ? new SignInNeeded() : new AuthorizationUnavailableException(failure);
    }

    /**
     * Adobe says that the refresh token is no longer good. If this node took the lease over, the node that had it
     * before may have used the refresh token and be about to store the response. This node may delete the entry only
     * while the entry has this node's lease. The entry may still have changed: a refused access token is noted in it.
     */
    private Optional<Authorization> ended(Subject subject, Authorization known, Authorization leased)
            throws InterruptedException {
        if (known.leased()) {
            for (long polls = lease().toSeconds(); polls > 0; polls--) {
                if (store.read(subject)
                        .authorization()
                        .filter(leased::hasLeaseOf)
                        .isEmpty()) {
                    break;
                }
                clock.sleep(Duration.ofSeconds(1));
            }
        }
        for (int i = 0; i < ATTEMPTS; i++) {
            AuthorizationStore.Stored stored = store.read(subject);
            if (stored.authorization().filter(leased::hasLeaseOf).isEmpty()) {
                return stored.authorization().filter(it -> it.isAlive(clock.now()));
            }
            if (store.delete(subject, stored.version())) {
                return Optional.empty();
            }
        }
        throw new AuthorizationUnavailableException(null);
    }

    /** Ends this node's lease, unless it has ended already, so that others can refresh. */
    private void release(Subject subject, Authorization leased) {
        for (int i = 0; i < ATTEMPTS; i++) {
            AuthorizationStore.Stored stored = store.read(subject);
            Optional<Authorization> mine = stored.authorization().filter(leased::hasLeaseOf);
            if (mine.isEmpty()
                    || store.put(subject, mine.get().released(), stored.version())
                            .isPresent()) {
                return;
            }
        }
    }

    /**
     * Stores a refreshed authorization, which no other node has. It is stored even if the entry was deleted meanwhile,
     * or still has the refresh token that was exchanged: the other node then knew less than this one.
     */
    private Optional<Authorization> keep(
            Subject subject, Authorization fresh, Optional<String> exchanged, long leasedVersion) {
        long version = leasedVersion;
        for (int i = 0; i < ATTEMPTS; i++) {
            long expected = version;
            if (store.patiently(() -> store.put(subject, fresh, expected)).isPresent()) {
                return Optional.of(fresh);
            }
            AuthorizationStore.Stored stored = store.patiently(() -> store.read(subject));
            if (stored.signedOut()) {
                revocation.revoke(fresh);
                return Optional.empty();
            }
            Optional<Authorization> other = stored.authorization();
            if (other.isPresent() && !other.get().refreshToken().equals(exchanged)) {
                return other;
            }
            version = stored.version();
        }
        throw new AuthorizationUnavailableException(null);
    }

    private Duration lease() {
        return ims.get().timeout().plus(GRACE);
    }
}
