package io.github.frameiokit;

import java.util.Objects;

/**
 * The subject of an event: a file, a folder, a comment, a share, …
 *
 * @param id the id, an opaque string: usually a UUID, sometimes {@code adobe:…}; never null
 * @param type the resource's type as Frame.io sends it, an open set ({@code file}, {@code folder},
 *     {@code version_stack}, {@code comment}, {@code project}, {@code share}, …); empty if Frame.io sent none; never
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
     * Whether this resource has the given type.
     *
     * @param expected a type, not null
     * @return true if {@link #type()} is the {@linkplain ResourceType#wireName() wire name} of that type
     */
    public boolean is(ResourceType expected) {
        return expected.wireName().equals(type);
    }
}
