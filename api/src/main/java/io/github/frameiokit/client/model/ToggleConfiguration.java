package io.github.frameiokit.client.model;

import java.util.Optional;

/**
 * How a toggle is shown.
 *
 * @param color the colour
 */
public record ToggleConfiguration(Optional<String> color) implements FieldConfiguration {

    /** Checks that nothing is null. */
    public ToggleConfiguration {
        Checks.notNull(ToggleConfiguration.class, color);
    }
}
