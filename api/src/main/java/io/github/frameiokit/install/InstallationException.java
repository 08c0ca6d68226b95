package io.github.frameiokit.install;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An installation can't be done now, such as while another node works on the same workspace, or in an app whose
 * configuration lacks something. Nothing is lost: the same call can be repeated.
 */
public class InstallationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * Creates an exception.
     *
     * @param message a sentence that says what went wrong and, if known, how to fix it, not null
     */
    public InstallationException(String message) {
        super(Objects.requireNonNull(message, "message"));
    }

    /**
     * Creates an exception with a cause.
     *
     * @param message a sentence that says what went wrong and, if known, how to fix it, not null
     * @param cause the cause, or null
     */
    public InstallationException(String message, @Nullable Throwable cause) {
        super(Objects.requireNonNull(message, "message"), cause);
    }
}
