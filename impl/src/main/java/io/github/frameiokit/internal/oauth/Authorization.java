package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.internal.Json;
import io.github.frameiokit.internal.client.Ims;
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
 * @param expiresAt when the access token ends
 * @param renewal when the access token is to be renewed; who does it puts it off first, so that nobody else does it too
 */
record Authorization(String accessToken, Optional<String> refreshToken, Instant expiresAt, Instant renewal) {

    static Authorization of(Ims.Grant grant, Duration before) {
        return new Authorization(grant.accessToken(), grant.refreshToken(), grant.expiresAt(), grant.renewal(before));
    }

    /** With what a refresh gave; Adobe may give no new refresh token, then the old one stays good. */
    Authorization renewed(Ims.Grant grant, Duration before) {
        return new Authorization(
                grant.accessToken(),
                grant.refreshToken().or(this::refreshToken),
                grant.expiresAt(),
                grant.renewal(before));
    }

    Authorization renewedFrom(Instant instant) {
        return new Authorization(accessToken, refreshToken, expiresAt, instant);
    }

    UserToken token(String userId) {
        return new UserToken(userId, accessToken, expiresAt);
    }

    String write() {
        JsonObjectBuilder json = Json.builder()
                .add("access", accessToken)
                .add("expires", expiresAt.getEpochSecond())
                .add("renewal", renewal.getEpochSecond());
        refreshToken.ifPresent(token -> json.add("refresh", token));
        return json.build().toString();
    }

    static Authorization read(String text) {
        JsonObject json = Json.object(text);
        return new Authorization(
                json.getString("access"),
                Optional.of(json.getString("refresh", "")).filter(token -> !token.isEmpty()),
                Instant.ofEpochSecond(json.getJsonNumber("expires").longValue()),
                Instant.ofEpochSecond(json.getJsonNumber("renewal").longValue()));
    }

    @Override
    public String toString() {
        return "Authorization[until " + expiresAt + "]";
    }
}
