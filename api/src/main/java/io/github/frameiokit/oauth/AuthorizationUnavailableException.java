package io.github.frameiokit.oauth;

/** A user's token has ended and can't be renewed at the moment. The authorization is kept: trying later helps. */
public class AuthorizationUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * Makes one, as the kit does and as a test of a handler may.
     *
     * @param cause what lies behind it, or null
     */
    public AuthorizationUnavailableException(Throwable cause) {
        super("The user's token has ended and can't be renewed at the moment; the authorization is kept.", cause);
    }
}
