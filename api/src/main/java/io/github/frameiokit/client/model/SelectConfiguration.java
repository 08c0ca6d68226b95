package io.github.frameiokit.client.model;

import java.util.List;
import java.util.Optional;

/**
 * The options of a metadata field, whether users select one or several.
 *
 * @param options the options, from 1 to 50
 * @param enableAddNew whether users can add options
 */
public record SelectConfiguration(List<FieldOption> options, Optional<Boolean> enableAddNew)
        implements FieldConfiguration {

    /** Checks that nothing is null, and copies the lists. */
    public SelectConfiguration {
        Checks.notNull(SelectConfiguration.class, options, enableAddNew);
        options = Checks.copy("options", options);
    }
}
