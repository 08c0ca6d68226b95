package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.client.ClientClock;
import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.internal.client.Connections;
import io.github.frameiokit.internal.client.Ims;
import io.github.frameiokit.internal.events.CurrentRequest;
import io.github.frameiokit.oauth.AuthorizationUnavailableException;
import io.github.frameiokit.oauth.UserAuthorizations;
import io.github.frameiokit.oauth.UserToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Keeps users' authorizations, and renews them. A refresh token may be good for one use only, so before it is used the
 * stored authorization is leased by compare-and-set: of all nodes one renews, the others use the old token while it lives,
 * or wait for the new one.
 */
@ApplicationScoped
public class Authorizations implements UserAuthorizations {

    private static final System.Logger LOG = System.getLogger(Authorizations.class.getName());
    /** Longer than a request to Adobe can take; after it, its node is taken for dead. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    /** While Adobe doesn't answer, not everyone shall wait for it who has a token that is still good. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

    private static final Duration POLL = Duration.ofMillis(200);
    /** With these Adobe says that the user has to sign in again; anything else may pass. */
    private static final Set<String> ENDINGS = Set.of("invalid_grant", "invalid_token", "access_denied");

    private static final int ATTEMPTS = 50;

    @Inject
    private SealedStore store;

    @Inject
    private OAuthConfig config;

    @Inject
    private Connections connections;

    @Inject
    private SignIn signIn;

    @Inject
    private CurrentRequest request;

    /** So that the threads of this JVM don't compete for the lease. */
    private final Object[] locks =
            IntStream.range(0, 64).mapToObj(i -> new Object()).toArray();

    @Override
    public URI signInUrl(ActionEvent event) {
        return signIn.url(event, Addresses.of(config, request));
    }

    @Override
    public Optional<UserToken> find(String userId) {
        Stored stored = read(userId);
        if (stored.needsNoRenewal()) {
            return stored.token();
        }
        synchronized (locks[Math.floorMod(userId.hashCode(), locks.length)]) {
            return renew(userId);
        }
    }

    @Override
    public void remove(String userId) {
        Stored stored = read(userId);
        store.delete(userId);
        stored.authorization.ifPresent(this::revoke);
    }

    /** Stores what a user has just authorized. */
    UserToken store(String userId, Ims.Grant grant) {
        Authorization authorization = Authorization.of(grant);
        for (int i = 0; i < ATTEMPTS; i++) {
            if (put(userId, authorization, store.find(userId).version()).isPresent()) {
                return authorization.token(userId);
            }
        }
        throw new IllegalStateException("An authorization couldn't be stored, since others kept changing it.");
    }

    /** What was given to somebody else than it was asked for isn't kept. */
    void revoke(Ims.Grant grant) {
        revoke(Authorization.of(grant));
    }

    private void revoke(Authorization authorization) {
        try {
            connections
                    .ims()
                    .revoke(Map.of(
                            "token",
                            authorization.refreshToken().orElse(authorization.accessToken()),
                            "client_id",
                            config.clientId(),
                            "client_secret",
                            config.clientSecret()));
        } catch (FrameioApiException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A token couldn't be revoked at Adobe; it ends by itself: " + e.getMessage());
        }
    }

    private Optional<UserToken> renew(String userId) {
        ClientClock clock = connections.clock();
        while (true) {
            Stored stored = read(userId);
            if (stored.needsNoRenewal()) {
                return stored.token();
            }
            Authorization authorization = stored.authorization.orElseThrow();
            Instant now = clock.now();
            if (now.isBefore(authorization.leasedUntil())) {
                if (stored.alive()) {
                    return stored.token();
                }
                pause(clock);
                continue;
            }
            OptionalLong leased = put(userId, authorization.leased(now.plus(LEASE)), stored.version);
            if (leased.isPresent()) {
                Optional<Optional<UserToken>> renewed = refresh(userId, authorization, leased.getAsLong());
                if (renewed.isPresent()) {
                    return renewed.get();
                }
            }
        }
    }

    /** Empty if meanwhile something else was stored, so that it has to be read again. */
    private Optional<Optional<UserToken>> refresh(String userId, Authorization authorization, long version) {
        Authorization renewed;
        try {
            renewed = authorization.renewed(connections
                    .ims()
                    .token(Map.of(
                            "grant_type",
                            "refresh_token",
                            "refresh_token",
                            authorization.refreshToken().orElseThrow(),
                            "client_id",
                            config.clientId(),
                            "client_secret",
                            config.clientSecret())));
        } catch (FrameioApiException e) {
            if (ends(e)) {
                return store.delete(userId, version) ? Optional.of(Optional.empty()) : Optional.empty();
            }
            Instant now = connections.clock().now();
            boolean alive = now.isBefore(authorization.expiresAt());
            put(userId, alive ? authorization.leased(now.plus(AFTER_FAILURE)) : authorization, version);
            if (alive) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "A user's token can't be renewed and is used up to its end: " + e.getMessage());
                return Optional.of(Optional.of(authorization.token(userId)));
            }
            throw new AuthorizationUnavailableException(e);
        }
        return put(userId, renewed, version).isPresent()
                ? Optional.of(Optional.of(renewed.token(userId)))
                : Optional.empty();
    }

    private static boolean ends(FrameioApiException refusal) {
        return (refusal.status() == 400 || refusal.status() == 401)
                && refusal.errors().stream()
                        .anyMatch(
                                error -> error.title().filter(ENDINGS::contains).isPresent());
    }

    private OptionalLong put(String userId, Authorization authorization, long version) {
        Duration lifetime = authorization.refreshToken().isPresent()
                ? config.refreshTokenLifetime()
                : Duration.between(connections.clock().now(), authorization.expiresAt());
        return store.put(userId, authorization.write(), lifetime, version);
    }

    private Stored read(String userId) {
        SealedStore.Found found = store.find(userId);
        return new Stored(
                userId,
                found.text().map(Authorization::read),
                found.version(),
                connections.clock().now(),
                config.refreshBefore());
    }

    private static void pause(ClientClock clock) {
        try {
            clock.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuthorizationUnavailableException(e);
        }
    }

    private record Stored(
            String userId, Optional<Authorization> authorization, long version, Instant now, Duration before) {

        boolean alive() {
            return authorization.filter(it -> now.isBefore(it.expiresAt())).isPresent();
        }

        /** Fresh, or beyond renewal. */
        boolean needsNoRenewal() {
            return authorization.isEmpty()
                    || authorization.get().refreshToken().isEmpty()
                    || now.isBefore(authorization.get().expiresAt().minus(before));
        }

        Optional<UserToken> token() {
            return alive() ? authorization.map(it -> it.token(userId)) : Optional.empty();
        }
    }
}
