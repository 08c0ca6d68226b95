package io.github.frameiokit.oauth;

import java.time.Instant;
import java.util.Objects;

/** A token that doesn't change with the request. */
record FixedUserToken(String userId, String accessToken, Instant expiresAt) implements UserToken {

    FixedUserToken {
        Objects.requireNonNull(userId, "userId");
        Objects.requireNonNull(accessToken, "accessToken");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }

    /** Without the token and the user. */
    @Override
    public String toString() {
        return "UserToken[until " + expiresAt + "]";
    }
}
