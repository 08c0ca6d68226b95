package io.github.frameiokit.client.model;

import java.time.Instant;
import java.util.Optional;

/**
 * An item in a folder: a {@link File}, a {@link Folder} or a {@link VersionStack}. An {@link UnknownAsset} is of a type
 * that this version of the kit doesn't know.
 */
public sealed interface Asset permits File, Folder, VersionStack, UnknownAsset {
    /**
     * Its id.
     *
     * @return it
     */
    String id();

    /**
     * Its name.
     *
     * @return it
     */
    String name();

    /**
     * The folder that holds it; empty for a project's root folder.
     *
     * @return it
     */
    Optional<String> parentId();

    /**
     * Its project.
     *
     * @return it
     */
    String projectId();

    /**
     * When it was created.
     *
     * @return it
     */
    Instant createdAt();

    /**
     * When it last changed.
     *
     * @return it
     */
    Instant updatedAt();

    /**
     * The URL of its page in Frame.io.
     *
     * @return it
     */
    String viewUrl();
}
