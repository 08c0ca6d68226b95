package io.github.frameiokit.oauth;

/** A token store doesn't work. The message says what to do about it, and has no key and no content. */
public class TokenStoreException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * Makes one.
     *
     * @param message what is wrong, and what helps, not null
     * @param cause what lies behind it, or null
     */
    public TokenStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
