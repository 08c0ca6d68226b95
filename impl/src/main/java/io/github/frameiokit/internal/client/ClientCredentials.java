package io.github.frameiokit.internal.client;

import io.github.frameiokit.client.ClientClock;
import io.github.frameiokit.client.FrameioApiException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Gets the app's own tokens from Adobe (RFC 6749, 4.4), one at a time, keeps each until shortly before it expires, and
 * uses it up to its end should Adobe be out of reach.
 */
final class ClientCredentials {

    private static final System.Logger LOG = System.getLogger(ClientCredentials.class.getName());
    private static final Duration BEFORE_EXPIRY = Duration.ofMinutes(5);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

    private final String scopes;
    private final Ims ims;
    private final ClientClock clock;
    private Optional<Ims.Grant> grant = Optional.empty();
    private Instant renewal = Instant.MIN;

    ClientCredentials(String scopes, Ims ims, ClientClock clock) {
        this.scopes = scopes;
        this.ims = ims;
        this.clock = clock;
    }

    synchronized String token(Ims.Client client) {
        Instant now = clock.now();
        if (grant.isEmpty() || !now.isBefore(renewal)) {
            boolean alive = grant.filter(it -> now.isBefore(it.expiresAt())).isPresent();
            Map<String, String> request = Map.of("grant_type", "client_credentials", "scope", scopes);
            try {
                Ims.Grant renewed = alive ? ims.token(client, request) : ims.patientToken(client, request);
                grant = Optional.of(renewed);
                renewal = renewed.renewal(BEFORE_EXPIRY);
            } catch (FrameioApiException e) {
                if (!alive) {
                    throw e;
                }
                renewal = now.plus(AFTER_FAILURE);
                LOG.log(
                        System.Logger.Level.WARNING,
                        "The app's token can't be renewed and is used up to its end: " + e.getMessage());
            }
        }
        return grant.orElseThrow().accessToken();
    }

    synchronized boolean forget(String refused) {
        if (grant.filter(it -> it.accessToken().equals(refused)).isEmpty()) {
            return false;
        }
        grant = Optional.empty();
        return true;
    }
}
