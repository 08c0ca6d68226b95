package io.github.frameiokit.client.model;

import java.util.Optional;

/**
 * One of the choices of a metadata field.
 *
 * @param id its id; empty for a new one
 * @param displayName what users read
 * @param color in which colour
 */
public record FieldOption(Optional<String> id, String displayName, Optional<String> color) {

    /** Checks that nothing is null. */
    public FieldOption {
        Checks.notNull(FieldOption.class, id, displayName, color);
    }
}
