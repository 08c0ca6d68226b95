package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.client.ClientClock;
import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.internal.client.Connections;
import io.github.frameiokit.internal.client.Ims;
import io.github.frameiokit.internal.events.CurrentRequest;
import io.github.frameiokit.oauth.AuthorizationUnavailableException;
import io.github.frameiokit.oauth.TokenStoreException;
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

/**
 * Keeps users' authorizations, and renews them. A refresh token may be good for one use only, so before it is used the
 * stored authorization is leased by compare-and-set: of all threads of all nodes one renews, the others use the old token
 * while it lives, or wait for the new one.
 */
@ApplicationScoped
public class Authorizations implements UserAuthorizations {

    private static final System.Logger LOG = System.getLogger(Authorizations.class.getName());
    /** What a lease has beyond the time that a request to Adobe can take; then its node is taken for dead. */
    private static final Duration GRACE = Duration.ofSeconds(25);

    /** While Adobe doesn't answer, not everyone shall wait for it who has a token that is still good. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

    /** Longer than this nobody waits for somebody else's renewal; Frame.io doesn't wait longer either. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final Duration POLL = Duration.ofMillis(200);
    /** With these Adobe says that the user has to sign in again; anything else may pass. */
    private static final Set<String> ENDINGS = Set.of("invalid_grant", "invalid_token", "access_denied");

    private static final int ATTEMPTS = 50;
    private static final int LONGEST_USER_ID = 255;

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

    @Override
    public URI signInUrl(ActionEvent event) {
        return signIn.url(event, Addresses.of(config, request));
    }

    @Override
    public Optional<UserToken> find(String userId) {
        ClientClock clock = connections.clock();
        Instant deadline = clock.now().plus(PATIENCE);
        while (true) {
            SealedStore.Found found = store.find(checked(userId));
            if (found.text().isEmpty()) {
                return Optional.empty();
            }
            Authorization authorization = Authorization.read(found.text().get());
            Instant now = clock.now();
            boolean alive = now.isBefore(authorization.expiresAt());
            boolean due = !now.isBefore(authorization.renewal());
            if (authorization.refreshToken().isEmpty() || alive && !due) {
                return alive ? Optional.of(authorization.token(userId)) : Optional.empty();
            }
            if (due) {
                Instant leasedUntil = now.plus(connections.ims().timeout()).plus(GRACE);
                OptionalLong lease = put(userId, authorization.renewedFrom(leasedUntil), found.version());
                if (lease.isPresent()) {
                    return renew(userId, authorization, lease.getAsLong());
                }
            } else if (now.isBefore(deadline)) {
                pause(clock, POLL);
            } else {
                throw new AuthorizationUnavailableException(null);
            }
        }
    }

    @Override
    public void remove(String userId) {
        Optional<String> text = store.find(checked(userId)).text();
        store.delete(userId);
        text.map(Authorization::read).ifPresent(it -> revoke(it.refreshToken().orElse(it.accessToken())));
    }

    /** Stores what a user has just authorized. */
    UserToken store(String userId, Ims.Grant grant) {
        Authorization authorization = Authorization.of(grant, config.refreshBefore());
        for (int i = 0; i < ATTEMPTS; i++) {
            if (keep(userId, authorization, store.find(userId).version())) {
                return authorization.token(userId);
            }
        }
        throw new IllegalStateException("An authorization couldn't be stored, since others kept changing it.");
    }

    /** What was given to somebody else than it was asked for isn't kept. */
    void revoke(Ims.Grant grant) {
        revoke(grant.refreshToken().orElse(grant.accessToken()));
    }

    private void revoke(String token) {
        try {
            connections.ims().revoke(config.client(), token);
        } catch (FrameioApiException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A token couldn't be revoked at Adobe; it ends by itself: " + e.getMessage());
        }
    }

    private Optional<UserToken> renew(String userId, Authorization authorization, long lease) {
        Authorization renewed;
        try {
            Ims.Grant grant = connections
                    .ims()
                    .token(
                            config.client(),
                            Map.of(
                                    "grant_type",
                                    "refresh_token",
                                    "refresh_token",
                                    authorization.refreshToken().orElseThrow()));
            renewed = authorization.renewed(grant, config.refreshBefore());
        } catch (FrameioApiException e) {
            if (ends(e)) {
                return store.delete(userId, lease) ? Optional.empty() : find(userId);
            }
            return Optional.of(putOff(userId, authorization, lease, e));
        }
        return keep(userId, renewed, lease) ? Optional.of(renewed.token(userId)) : find(userId);
    }

    /** Lets others try again: at once where the token has ended, else after a while. */
    private UserToken putOff(String userId, Authorization authorization, long lease, FrameioApiException failure) {
        Instant now = connections.clock().now();
        boolean alive = now.isBefore(authorization.expiresAt());
        put(userId, authorization.renewedFrom(alive ? now.plus(AFTER_FAILURE) : now), lease);
        if (!alive) {
            throw new AuthorizationUnavailableException(failure);
        }
        LOG.log(
                System.Logger.Level.WARNING,
                "A user's token can't be renewed and is used up to its end: " + failure.getMessage());
        return authorization.token(userId);
    }

    private static boolean ends(FrameioApiException refusal) {
        return (refusal.status() == 400 || refusal.status() == 401)
                && refusal.errors().stream()
                        .anyMatch(
                                error -> error.title().filter(ENDINGS::contains).isPresent());
    }

    /**
     * Puts what Adobe has just given, which nobody else has: while the store fails, it is tried for some seconds. Returns
     * false if meanwhile something else was stored.
     */
    private boolean keep(String userId, Authorization authorization, long version) {
        ClientClock clock = connections.clock();
        for (Duration wait = POLL; ; wait = wait.multipliedBy(2)) {
            try {
                return put(userId, authorization, version).isPresent();
            } catch (TokenStoreException e) {
                if (wait.compareTo(PATIENCE) > 0) {
                    throw e;
                }
                pause(clock, wait);
            }
        }
    }

    private OptionalLong put(String userId, Authorization authorization, long version) {
        Duration lifetime = authorization.refreshToken().isPresent()
                ? config.refreshTokenLifetime()
                : Duration.between(connections.clock().now(), authorization.expiresAt());
        return store.put(userId, authorization.write(), lifetime, version);
    }

    /** Else somebody's word for a user's id could name an entry of a sign-in. */
    private static String checked(String userId) {
        if (userId.isEmpty() || userId.length() > LONGEST_USER_ID || userId.startsWith("~")) {
            throw new IllegalArgumentException(
                    "A user's id has 1 to " + LONGEST_USER_ID + " characters and doesn't begin with ~.");
        }
        return userId;
    }

    private static void pause(ClientClock clock, Duration time) {
        try {
            clock.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuthorizationUnavailableException(e);
        }
    }
}
