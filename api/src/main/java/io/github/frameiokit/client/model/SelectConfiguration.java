package io.github.frameiokit.client.model;

import java.util.List;
import java.util.Optional;

/**
 * What can be chosen, for one and for several choices.
 *
 * @param options the options, 1 to 50
 * @param enableAddNew whether users may add options
 */
public record SelectConfiguration(List<FieldOption> options, Optional<Boolean> enableAddNew)
        implements FieldConfiguration {

    /** Checks that nothing is null, and takes copies of the lists. */
    public SelectConfiguration {
        Checks.notNull(SelectConfiguration.class, options, enableAddNew);
        options = Checks.copy("options", options);
    }
}
