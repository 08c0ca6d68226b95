package io.github.frameiokit.oauth;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call of a {@link TokenStore} failed. The message and the cause end up in logs, so they must contain neither a key
 * nor sealed data.
 */
public class TokenStoreException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * Creates an exception.
     *
     * @param message a sentence that says what went wrong and, if known, how to fix it, not null
     */
    public TokenStoreException(String message) {
        super(Objects.requireNonNull(message, "message"));
    }

    /**
     * Creates an exception with a cause. Leave out the exceptions of drivers whose messages contain the values of a
     * statement.
     *
     * @param message a sentence that says what went wrong and, if known, how to fix it, not null
     * @param cause the cause, or null
     */
    public TokenStoreException(String message, @Nullable Throwable cause) {
        super(Objects.requireNonNull(message, "message"), cause);
    }
}
