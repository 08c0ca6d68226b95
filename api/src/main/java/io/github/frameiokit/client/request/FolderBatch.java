package io.github.frameiokit.client.request;

import java.util.List;

/** Several folders, and the folder that they are copied or moved to. Immutable. */
public final class FolderBatch extends RequestParameters<FolderBatch> {

    private FolderBatch() {}

    /**
     * Creates a batch.
     *
     * @param parentId the folder, not blank
     * @param folderIds the folders, from 1 to 100, none blank
     * @return the batch
     * @throws IllegalArgumentException if an argument is outside these bounds
     */
    public static FolderBatch of(String parentId, String... folderIds) {
        return new FolderBatch().setText("parent_id", parentId).setList("folder_ids", 1, 100, folderIds);
    }

    /**
     * Creates a batch.
     *
     * @param parentId the folder, not blank
     * @param folderIds the folders, from 1 to 100, none blank, not null
     * @return the batch
     * @throws IllegalArgumentException if an argument is outside these bounds
     */
    public static FolderBatch of(String parentId, List<String> folderIds) {
        return new FolderBatch().setText("parent_id", parentId).setList("folder_ids", 1, 100, folderIds);
    }
}
