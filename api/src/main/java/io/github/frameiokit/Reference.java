package io.github.frameiokit;

import java.util.Objects;

/**
 * An object of which a payload gives only the id: the account, the workspace, the project, the user.
 *
 * @param id the id, an opaque string: mostly a UUID, but {@code adobe:…} exists; never null
 */
public record Reference(String id) {

    /**
     * Checks that the id isn't null.
     *
     * @throws NullPointerException if it is
     */
    public Reference {
        Objects.requireNonNull(id, "id");
    }
}
