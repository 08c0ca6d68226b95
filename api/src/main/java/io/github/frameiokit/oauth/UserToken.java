package io.github.frameiokit.oauth;

import java.time.Instant;

/**
 * The access token of a user who has authorized the app, valid when the app gets it.
 *
 * <p>The handler of an action with {@code userAuth = true} can inject it. It then stands for the user of the current
 * request, wherever it is injected. Outside of such a request its methods throw an {@link IllegalStateException}. For
 * work after the request, use {@link UserAuthorizations#client(io.github.frameiokit.FrameioEvent)}.
 *
 * <p>The kit implements it. Thread-safe.
 */
public interface UserToken {

    /**
     * Creates a token, for tests of handlers.
     *
     * @param userId the user's id at Frame.io, not null
     * @param accessToken the access token, not null
     * @param expiresAt the time when the access token expires, not null
     * @return a token whose {@code toString} shows only the expiry
     */
    static UserToken of(String userId, String accessToken, Instant expiresAt) {
        return new FixedUserToken(userId, accessToken, expiresAt);
    }

    /**
     * The user that the token belongs to.
     *
     * @return the user's id at Frame.io
     */
    String userId();

    /**
     * The access token, which calls send as a bearer token. {@link io.github.frameiokit.client.FrameioClient#as} takes
     * it.
     *
     * @return the access token, secret
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6750">RFC 6750</a>
     */
    String accessToken();

    /**
     * The time when the access token expires. The kit refreshes it earlier, so don't keep it after the handler.
     *
     * @return the time
     */
    Instant expiresAt();
}
