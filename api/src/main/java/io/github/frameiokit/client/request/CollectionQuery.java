package io.github.frameiokit.client.request;

/** Query parameters for a list of collections. Immutable: each method returns a copy. */
public final class CollectionQuery extends PageQuery<CollectionQuery> {

    /** A query for all of them, in Frame.io's default order. */
    public CollectionQuery() {}

    /**
     * Asks Frame.io to include more in each item.
     *
     * @param more constants of {@link Include}, or other names that Frame.io knows; none for nothing more
     * @return a copy with this change
     * @throws IllegalArgumentException if one is blank
     */
    public CollectionQuery include(String... more) {
        return set("include", Include.of(more));
    }
}
