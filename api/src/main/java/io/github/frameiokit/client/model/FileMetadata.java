package io.github.frameiokit.client.model;

import java.util.List;

/**
 * The metadata of a file.
 *
 * @param fileId the file
 * @param metadata the values of its metadata fields
 */
public record FileMetadata(String fileId, List<MetadataValue> metadata) {

    /** Checks that nothing is null, and copies the lists. */
    public FileMetadata {
        Checks.notNull(FileMetadata.class, fileId, metadata);
        metadata = Checks.copy("metadata", metadata);
    }
}
