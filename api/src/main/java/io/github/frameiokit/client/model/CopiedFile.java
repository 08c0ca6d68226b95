package io.github.frameiokit.client.model;

/**
 * The copy of one of several files.
 *
 * @param sourceFileId the file that was copied
 * @param file the copy
 */
public record CopiedFile(String sourceFileId, File file) {

    /** Checks that nothing is null. */
    public CopiedFile {
        Checks.notNull(CopiedFile.class, sourceFileId, file);
    }
}
