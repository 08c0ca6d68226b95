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
 * Gets the app's own tokens from Adobe with client credentials (RFC 6749, 4.4) and keeps each until it ends. A token
 * that is due is refreshed beside the calls that use it; only without a live token do callers wait, all for the same
 * request. After a failure nobody asks for a while. Thread-safe, without a lock.
 */
public final class AppTokens {

    private static final System.Logger LOG = System.getLogger(AppTokens.class.getName());
    private static final Duration BEFORE_EXPIRY = Duration.ofMinutes(5);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

    /** A token that Frame.io refuses is replaced no more often than that: the next one may be refused as well. */
    private static final Duration AFTER_REFUSAL = Duration.ofMinutes(1);

    private final String scopes;
    private final Ims ims;
    private final ClientClock clock;
    private final SingleFlight<Ims.ClientCredentials, Ims.TokenResponse> flights;
    private final AtomicReference<Kept> kept = new AtomicReference<>();
    private volatile Instant lastRefusal = Instant.MIN;

    private record Kept(Ims.ClientCredentials client, Ims.TokenResponse response) {}

    public AppTokens(String scopes, Ims ims, ClientClock clock, Executor background) {
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
            boolean outage = Ims.Refusal.of(e) == Ims.Refusal.OUTAGE;
            LOG.log(
                    outage ? System.Logger.Level.WARNING : System.Logger.Level.ERROR,
                    "Adobe gave the app no token: " + e.getMessage()
                            + (outage
                                    ? ". It is asked again later; a token that is still good is used up to its end."
                                    : ". Check the client id, the client secret and the scopes of the Adobe project."));
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

    /** Whether there is or will be another token than the one that Frame.io has refused. */
    boolean refused(String token) {
        Kept known = kept.get();
        if (known == null || !known.response().accessToken().equals(token)) {
            return true;
        }
        Instant now = clock.now();
        Instant last = lastRefusal;
        if (!now.isBefore(last) && now.isBefore(last.plus(AFTER_REFUSAL))) {
            return false;
        }
        lastRefusal = now;
        kept.compareAndSet(known, null);
        return true;
    }
}
