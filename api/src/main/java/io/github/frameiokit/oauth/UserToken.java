package io.github.frameiokit.oauth;

import java.time.Instant;
import java.util.Objects;

/**
 * What a user has authorized the app with, good at the moment it was handed out. A handler of an action with
 * {@code userAuth = true} takes it as a parameter. Immutable.
 */
public final class UserToken {

    private final String userId;
    private final String accessToken;
    private final Instant expiresAt;

    /**
     * Makes one, as the kit does and as a test of a handler may.
     *
     * @param userId the user's id at Frame.io, not null
     * @param accessToken the token, not null
     * @param expiresAt when the token ends, not null
     */
    public UserToken(String userId, String accessToken, Instant expiresAt) {
        this.userId = Objects.requireNonNull(userId, "userId");
        this.accessToken = Objects.requireNonNull(accessToken, "accessToken");
        this.expiresAt = Objects.requireNonNull(expiresAt, "expiresAt");
    }

    /**
     * The user it acts for.
     *
     * @return the user's id at Frame.io
     */
    public String userId() {
        return userId;
    }

    /**
     * What to send as a bearer token; {@link io.github.frameiokit.client.FrameioClient#as} takes it.
     *
     * @return the access token, secret
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6750">RFC 6750</a>
     */
    public String accessToken() {
        return accessToken;
    }

    /**
     * When the access token ends. The kit renews it before; don't keep it beyond the handler.
     *
     * @return the time
     */
    public Instant expiresAt() {
        return expiresAt;
    }

    /** Without the token and the user. */
    @Override
    public String toString() {
        return "UserToken[until " + expiresAt + "]";
    }
}
