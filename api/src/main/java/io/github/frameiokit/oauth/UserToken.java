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

    private UserToken() {
        userId = null;
        accessToken = null;
        expiresAt = null;
    }

    /**
     * What is injected where no user has authorized anything. A container may make a handler's parameters before it is
     * known whether the handler is called, so this isn't an error yet.
     *
     * @return a token whose methods throw an {@link IllegalStateException} that says where to use it
     */
    public static UserToken unauthorized() {
        return new UserToken();
    }

    /**
     * The user it acts for.
     *
     * @return the user's id at Frame.io
     */
    public String userId() {
        return authorized(userId);
    }

    /**
     * What to send as a bearer token; {@link io.github.frameiokit.client.FrameioClient#as} takes it.
     *
     * @return the access token, secret
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6750">RFC 6750</a>
     */
    public String accessToken() {
        return authorized(accessToken);
    }

    /**
     * When the access token ends. The kit renews it before; don't keep it beyond the handler.
     *
     * @return the time
     */
    public Instant expiresAt() {
        return authorized(expiresAt);
    }

    private static <T> T authorized(T value) {
        if (value == null) {
            throw new IllegalStateException("No user has authorized this: UserToken and @AsUser FrameioClient are for"
                    + " handlers of an @Action with userAuth = true; elsewhere ask UserAuthorizations.");
        }
        return value;
    }

    /** Without the token and the user. */
    @Override
    public String toString() {
        return "UserToken[until " + expiresAt + "]";
    }
}
