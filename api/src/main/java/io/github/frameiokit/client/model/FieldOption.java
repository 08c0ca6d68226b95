package io.github.frameiokit.client.model;

import java.util.Optional;

/**
 * An option of a metadata field.
 *
 * @param id its id; empty for a new one
 * @param displayName the text that users see
 * @param color the colour
 */
public record FieldOption(Optional<String> id, String displayName, Optional<String> color) {

    /** Checks that nothing is null. */
    public FieldOption {
        Checks.notNull(FieldOption.class, id, displayName, color);
    }
}
