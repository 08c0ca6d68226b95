package io.github.frameiokit.client.request;

import java.util.List;

/** Several files, and the folder that they are copied or moved to. Immutable. */
public final class FileBatch extends RequestParameters<FileBatch> {

    private FileBatch() {}

    /**
     * Creates a batch.
     *
     * @param parentId the folder, not blank
     * @param fileIds the files, from 1 to 100, none blank
     * @return the batch
     * @throws IllegalArgumentException if an argument is outside these bounds
     */
    public static FileBatch of(String parentId, String... fileIds) {
        return new FileBatch().setText("parent_id", parentId).setList("file_ids", 1, 100, fileIds);
    }

    /**
     * Creates a batch.
     *
     * @param parentId the folder, not blank
     * @param fileIds the files, from 1 to 100, none blank, not null
     * @return the batch
     * @throws IllegalArgumentException if an argument is outside these bounds
     */
    public static FileBatch of(String parentId, List<String> fileIds) {
        return new FileBatch().setText("parent_id", parentId).setList("file_ids", 1, 100, fileIds);
    }
}
