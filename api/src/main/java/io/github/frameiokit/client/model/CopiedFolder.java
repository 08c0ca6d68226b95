package io.github.frameiokit.client.model;

/**
 * The copy of one of several folders.
 *
 * @param sourceFolderId the folder that was copied
 * @param folder the copy
 */
public record CopiedFolder(String sourceFolderId, Folder folder) {

    /** Checks that nothing is null. */
    public CopiedFolder {
        Checks.notNull(CopiedFolder.class, sourceFolderId, folder);
    }
}
