package io.github.frameiokit.internal.ims;

import io.github.frameiokit.client.ClientClock;
import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.internal.SingleFlight;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Gets the app's own tokens from Adobe with client credentials (RFC 6749, 4.4) and keeps each until it expires. Shortly
 * before, it is replaced in the background while calls still use it. Callers wait only when no token is live, all for
 * the same request. After a failure, Adobe isn't asked again for a while. Thread-safe, without a lock.
 */
final class AppTokens {

    private static final System.Logger LOG = System.getLogger(AppTokens.class.getName());
    private static final Duration BEFORE_EXPIRY = Duration.ofMinutes(5);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

    /** How often a token that Frame.io rejects is replaced at most: the next one may be rejected as well. */
    private static final Duration AFTER_REJECTION = Duration.ofMinutes(1);

    private final String scopes;
    private final Ims ims;
    private final ClientClock clock;
    private final SingleFlight<Ims.ClientCredentials, Ims.TokenResponse> flights;
    private final AtomicReference<Kept> kept = new AtomicReference<>();
    private volatile Instant lastRejection = Instant.MIN;

    private record Kept(Ims.ClientCredentials client, Ims.TokenResponse response) {}

    AppTokens(String scopes, Ims ims, ClientClock clock, Executor background) {
        this.scopes = scopes;
        this.ims = ims;
        this.clock = clock;
        flights = new SingleFlight<>(background, clock, AFTER_FAILURE);
    }

    String token(Ims.ClientCredentials client) {
        Kept known = kept.get();
        Instant now = clock.now();
        if (known == null
                || !known.client().equals(client)
                || !now.isBefore(known.response().expiresAt())) {
            return await(start(client)).accessToken();
        }
        if (!now.isBefore(known.response().refreshAt(BEFORE_EXPIRY))) {
            start(client);
        }
        return known.response().accessToken();
    }

    private CompletableFuture<Ims.TokenResponse> start(Ims.ClientCredentials client) {
        return flights.start(client, () -> fetch(client));
    }

    private Ims.TokenResponse fetch(Ims.ClientCredentials client) {
        try {
            Ims.TokenResponse response =
                    ims.repeatedToken(client, Map.of("grant_type", "client_credentials", "scope", scopes));
            kept.set(new Kept(client, response));
            return response;
        } catch (FrameioApiException e) {
            boolean outage = Ims.Rejection.of(e) == Ims.Rejection.OUTAGE;
            LOG.log(
                    outage ? System.Logger.Level.WARNING : System.Logger.Level.ERROR,
                    "Adobe gave the app no token: " + e.getMessage()
                            + (outage
                                    ? ". It will be asked again; a token that is still valid is used until it expires."
                                    : ". Check the client id, the client secret and the scopes, which must be those of a"
                                            + " server-to-server credential of the Adobe project."));
            throw e;
        }
    }

    private Ims.TokenResponse await(CompletableFuture<Ims.TokenResponse> coming) {
        try {
            return SingleFlight.await(coming, ims.timeout());
        } catch (TimeoutException e) {
            throw ims.unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ims.unreachable(e);
        }
    }

    /** Whether there is, or will be, another token than the one that Frame.io has rejected. */
    boolean rejected(String token) {
        Kept known = kept.get();
        if (known == null || !known.response().accessToken().equals(token)) {
            return true;
        }
        Instant now = clock.now();
        Instant last = lastRejection;
        if (!now.isBefore(last) && now.isBefore(last.plus(AFTER_REJECTION))) {
            return false;
        }
        lastRejection = now;
        kept.compareAndSet(known, null);
        return true;
    }
}
