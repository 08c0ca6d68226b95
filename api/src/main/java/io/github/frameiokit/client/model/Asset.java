package io.github.frameiokit.client.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What lies in a folder: a {@link File}, a {@link Folder} or a {@link VersionStack}; an {@link UnknownAsset} is one of
 * a kind that this version of the kit doesn't know.
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
     * The folder it is in; empty for a project's root folder.
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
     * When it was made.
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
     * Its page in Frame.io.
     *
     * @return it
     */
    String viewUrl();
}
