package io.github.frameiokit.oauth;

/**
 * A user's token has ended and can't be refreshed now: Adobe doesn't answer, or doesn't accept the app. The
 * authorization is kept, so trying again later helps. A handler of an action lets it pass: its user is told so.
 */
public class AuthorizationUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * Creates one, as the kit does and as a test of a handler may.
     *
     * @param cause what lies behind it, or null
     */
    public AuthorizationUnavailableException(Throwable cause) {
        super("The user's token has ended and can't be refreshed now; the authorization is kept.", cause);
    }
}
