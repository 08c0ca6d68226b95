package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.internal.client.Ims;
import io.github.frameiokit.oauth.UserToken;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Optional;

/**
 * A user's authorization as it is stored.
 *
 * @param accessToken the access token
 * @param refreshToken the refresh token, if there is one
 * @param expiresAt when the access token ends
 * @param leasedUntil until when somebody is renewing it; in the past if nobody is
 */
record Authorization(String accessToken, Optional<String> refreshToken, Instant expiresAt, Instant leasedUntil) {

    static Authorization of(Ims.Grant grant) {
        return new Authorization(grant.accessToken(), grant.refreshToken(), grant.expiresAt(), Instant.EPOCH);
    }

    /** With what a refresh gave; Adobe may give no new refresh token, then the old one stays good. */
    Authorization renewed(Ims.Grant grant) {
        return new Authorization(
                grant.accessToken(), grant.refreshToken().or(this::refreshToken), grant.expiresAt(), Instant.EPOCH);
    }

    Authorization leased(Instant until) {
        return new Authorization(accessToken, refreshToken, expiresAt, until);
    }

    UserToken token(String userId) {
        return new UserToken(userId, accessToken, expiresAt);
    }

    String write() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("access", accessToken)
                .add("expires", expiresAt.getEpochSecond())
                .add("leased", leasedUntil.getEpochSecond());
        refreshToken.ifPresent(token -> json.add("refresh", token));
        StringWriter text = new StringWriter();
        try (var writer = Json.createWriter(text)) {
            writer.writeObject(json.build());
        }
        return text.toString();
    }

    static Authorization read(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return new Authorization(
                    json.getString("access"),
                    Optional.of(json.getString("refresh", "")).filter(token -> !token.isEmpty()),
                    Instant.ofEpochSecond(json.getJsonNumber("expires").longValue()),
                    Instant.ofEpochSecond(json.getJsonNumber("leased").longValue()));
        }
    }

    @Override
    public String toString() {
        return "Authorization[until " + expiresAt + "]";
    }
}
