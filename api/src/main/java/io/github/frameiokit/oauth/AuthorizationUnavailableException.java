package io.github.frameiokit.oauth;

import org.jspecify.annotations.Nullable;

/**
 * A user's token has expired and can't be refreshed now, because Adobe doesn't respond or doesn't accept the app. The
 * authorization is kept, so a later attempt can succeed. The handler of an action can let this exception pass; the user
 * then sees a message to try again.
 */
public class AuthorizationUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * Creates an exception. The kit does this; tests of handlers can, too.
     *
     * @param cause the failure of the refresh, or null
     */
    public AuthorizationUnavailableException(@Nullable Throwable cause) {
        super(
                "The user's token has expired and can't be refreshed now; the authorization is kept, so try again later.",
                cause);
    }
}
