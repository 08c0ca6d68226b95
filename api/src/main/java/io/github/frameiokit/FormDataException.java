package io.github.frameiokit;

import java.util.Optional;

/**
 * What was submitted doesn't fit the record or bean it was to be bound to. A handler may catch it and show its form
 * again; if it lets it through, the user is told that the form couldn't be read. Neither the message nor anything else
 * of this exception has a submitted value in it, which is why it has no cause.
 *
 * @see FormData#as
 */
public final class FormDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    FormDataException(String message) {
        this(message, null);
    }

    FormDataException(String message, String field) {
        super(message);
        this.field = field;
    }

    /**
     * The field whose value doesn't fit.
     *
     * @return the field's name; empty where only JSON-B could tell
     */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }
}
