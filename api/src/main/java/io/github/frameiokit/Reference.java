package io.github.frameiokit;

import java.util.Objects;

/**
 * The account, workspace, project or user of an event. A payload has only its id.
 *
 * @param id the id, an opaque string: usually a UUID, sometimes {@code adobe:…}; never null
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
