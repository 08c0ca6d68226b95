package io.github.frameiokit.client.request;

/** Query parameters for a list of custom actions. Immutable: each method returns a copy. */
public final class CustomActionQuery extends PageQuery<CustomActionQuery> {

    /** A query for all of them, in Frame.io's default order. */
    public CustomActionQuery() {}

    /**
     * Asks Frame.io to include more in each item.
     *
     * @param more constants of {@link Include}, or other names that Frame.io knows; none for nothing more
     * @return a copy with this change
     * @throws IllegalArgumentException if one is blank
     */
    public CustomActionQuery include(String... more) {
        return set("include", Include.of(more));
    }
}
