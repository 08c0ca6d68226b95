package io.github.frameiokit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A submitted value doesn't fit the app's record or bean. A handler can catch this exception and show its form again.
 * If the handler lets it pass, the user sees that the app couldn't read the form. The exception contains no submitted
 * value, and has no cause, since a cause could contain one.
 *
 * @see FormData#as
 */
public final class FormDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String field;

    FormDataException(String message) {
        this(message, null);
    }

    private FormDataException(String message, @Nullable String field) {
        super(message);
        this.field = field;
    }

    static FormDataException misfit(String field, Class<?> type, Class<?> owner) {
        return new FormDataException(
                "The submitted value of the field '" + Payload.loggable(field) + "' can't be read as "
                        + type.getSimpleName() + " for " + owner.getName() + ".",
                field);
    }

    /**
     * The field whose value doesn't fit.
     *
     * @return the field's name; empty if only JSON-B knows which one
     */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }
}
