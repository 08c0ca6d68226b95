package io.github.frameiokit.oauth;

import java.time.Instant;
import java.util.Objects;

/**
 * What a user has authorized the app with, good when it was handed out. A handler of an action with {@code userAuth =
 * true} has it injected: then it is the token of the user of the request that asks, wherever it was injected, and
 * outside of such a request its methods throw an {@link IllegalStateException}. For work after the request there is
 * {@link UserAuthorizations#client(io.github.frameiokit.FrameioEvent)}. Thread-safe.
 */
public class UserToken {

    private final String userId;
    private final String accessToken;
    private final Instant expiresAt;

    /**
     * Creates one, as the kit does and as a test of a handler may.
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

    /** For the kit and for containers, whose subclasses replace all methods. */
    protected UserToken() {
        userId = null;
        accessToken = null;
        expiresAt = null;
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
