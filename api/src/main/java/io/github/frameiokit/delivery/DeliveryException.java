package io.github.frameiokit.delivery;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call of a {@link DeliveryQueue} failed. The message and the cause end up in logs, so they must not contain an
 * entry's content.
 */
public class DeliveryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * Creates an exception.
     *
     * @param message a sentence that says what went wrong and, if known, how to fix it, not null
     */
    public DeliveryException(String message) {
        super(Objects.requireNonNull(message, "message"));
    }

    /**
     * Creates an exception with a cause. Leave out the exceptions of drivers whose messages contain the values of a
     * statement.
     *
     * @param message a sentence that says what went wrong and, if known, how to fix it, not null
     * @param cause the cause, or null
     */
    public DeliveryException(String message, @Nullable Throwable cause) {
        super(Objects.requireNonNull(message, "message"), cause);
    }
}
