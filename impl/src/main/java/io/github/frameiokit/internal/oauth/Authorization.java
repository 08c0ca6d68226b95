package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.internal.JsonText;
import io.github.frameiokit.internal.ims.Ims;
import io.github.frameiokit.oauth.UserToken;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A user's authorization as it is stored.
 *
 * @param accessToken the access token
 * @param refreshToken the refresh token, if there is one
 * @param expiresAt when the access token expires
 * @param refreshAt when the access token is due to be refreshed; while a node has leased it, when that lease ends
 * @param leased whether a node is refreshing it, so that no other node does
 * @param refusedAt when Frame.io last refused an access token before it expired
 * @param keptUntil when the authorization ends, unless it is refreshed before
 */
record Authorization(
        String accessToken,
        Optional<String> refreshToken,
        Instant expiresAt,
        Instant refreshAt,
        boolean leased,
        Optional<Instant> refusedAt,
        Instant keptUntil) {

    /** The entry of a user who has signed out. It stops a refresh that still runs from undoing the sign-out. */
    static final String REMOVED = "{}";

    /**
     * An authorization from a token response.
     *
     * @param before how long before it expires the access token is refreshed
     * @param lifetime how long a refresh token lasts
     */
    static Authorization of(Ims.TokenResponse response, Duration before, Duration lifetime) {
        return new Authorization(
                response.accessToken(),
                response.refreshToken(),
                response.expiresAt(),
                response.refreshAt(before),
                false,
                Optional.empty(),
                response.refreshToken().isPresent() ? response.askedAt().plus(lifetime) : response.expiresAt());
    }

    /** This authorization after a refresh. Without a new refresh token, the old one stays good. */
    Authorization refreshed(Ims.TokenResponse response, Duration before, Duration lifetime) {
        return new Authorization(
                response.accessToken(),
                response.refreshToken().or(this::refreshToken),
                response.expiresAt(),
                response.refreshAt(before),
                false,
                refusedAt,
                response.askedAt().plus(lifetime));
    }

    Authorization leasedUntil(Instant end) {
        return new Authorization(accessToken, refreshToken, expiresAt, end, true, refusedAt, keptUntil);
    }

    /**
     * Whether another authorization has the same lease as this one. Its access token may have been refused meanwhile.
     */
    boolean hasLeaseOf(Authorization other) {
        return leased
                && other.leased
                && refreshAt.getEpochSecond() == other.refreshAt.getEpochSecond()
                && refreshToken.equals(other.refreshToken);
    }

    /** Without a lease and due now, so that any node can refresh it. */
    Authorization released() {
        return new Authorization(accessToken, refreshToken, expiresAt, Instant.EPOCH, false, refusedAt, keptUntil);
    }

    /** Expired and due now, because Frame.io has refused the access token. A node that has a lease keeps it. */
    Authorization refused(Instant now) {
        return new Authorization(
                accessToken,
                refreshToken,
                now.isBefore(expiresAt) ? now : expiresAt,
                leased ? refreshAt : now,
                leased,
                Optional.of(now),
                keptUntil);
    }

    boolean isAlive(Instant now) {
        return now.isBefore(expiresAt);
    }

    /** Whether to refresh it now, rather than later. */
    boolean isDue(Instant now) {
        return !now.isBefore(refreshAt) || !leased && !isAlive(now);
    }

    UserToken token(String userId) {
        return UserToken.of(userId, accessToken, expiresAt);
    }

    String write() {
        JsonObjectBuilder json = JsonText.builder()
                .add("access", accessToken)
                .add("expires", expiresAt.getEpochSecond())
                .add("refreshAt", refreshAt.getEpochSecond())
                .add("leased", leased)
                .add("until", keptUntil.getEpochSecond());
        refreshToken.ifPresent(token -> json.add("refresh", token));
        refusedAt.ifPresent(instant -> json.add("refused", instant.getEpochSecond()));
        return json.build().toString();
    }

    /** Reads an entry; empty if the user has signed out. */
    static Optional<Authorization> read(String text) {
        if (text.equals(REMOVED)) {
            return Optional.empty();
        }
        JsonObject json = JsonText.object(text);
        return Optional.of(new Authorization(
                json.getString("access"),
                Optional.ofNullable(json.getString("refresh", null)),
                instant(json, "expires"),
                instant(json, "refreshAt"),
                json.getBoolean("leased"),
                json.containsKey("refused") ? Optional.of(instant(json, "refused")) : Optional.empty(),
                instant(json, "until")));
    }

    private static Instant instant(JsonObject json, String name) {
        return Instant.ofEpochSecond(json.getJsonNumber(name).longValue());
    }

    @Override
    public String toString() {
        return "Authorization[until " + expiresAt + "]";
    }
}
