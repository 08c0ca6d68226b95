package io.github.frameiokit;

import java.util.Objects;

/**
 * What an event is about: a file, a folder, a comment, a share, …
 *
 * @param id the id, an opaque string: mostly a UUID, but {@code adobe:…} exists; never null
 * @param type the resource's type as Frame.io sends it, an open set ({@code file}, {@code folder},
 *     {@code version_stack}, {@code comment}, {@code project}, {@code share}, …); empty where Frame.io gave none; never
 *     null
 */
public record Resource(String id, String type) {

    /**
     * Checks that neither component is null.
     *
     * @throws NullPointerException if one is
     */
    public Resource {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(type, "type");
    }

    /**
     * Tells whether this is a resource of the given type.
     *
     * @param expected a type, not null
     * @return whether {@link #type()} is its wire name
     */
    public boolean is(ResourceType expected) {
        return expected.wireName().equals(type);
    }
}
