package io.github.frameiokit.client.model;

/**
 * One folder's copy, of a call that copied several.
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
