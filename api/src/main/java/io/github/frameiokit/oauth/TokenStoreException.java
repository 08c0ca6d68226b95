package io.github.frameiokit.oauth;

/**
 * A {@link TokenStore} couldn't do its work. Neither the message nor the cause has a key or anything that was sealed:
 * both end up in logs.
 */
public class TokenStoreException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * Makes one.
     *
     * @param message what went wrong and, where it is known, what mends it, not null
     */
    public TokenStoreException(String message) {
        super(message);
    }

    /**
     * Makes one with a cause. The messages of many drivers show the values that they were given; leave such a cause
     * out.
     *
     * @param message what went wrong and, where it is known, what mends it, not null
     * @param cause what lies behind it, or null
     */
    public TokenStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
