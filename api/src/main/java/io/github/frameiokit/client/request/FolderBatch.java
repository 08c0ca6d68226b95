package io.github.frameiokit.client.request;

import java.util.List;
import java.util.Map;

/** Several folders, and the folder they are copied or moved to. Immutable: every change gives a new one. */
public final class FolderBatch extends Draft {

    private FolderBatch(Map<String, Object> members) {
        super(members);
    }

    /**
     * Starts with what Frame.io requires.
     *
     * @param parentId the folder
     * @param folderIds the folders, 1 to 100
     * @return the draft
     * @throws IllegalArgumentException if something required is missing, blank, too long or out of range
     */
    public static FolderBatch of(String parentId, String... folderIds) {
        return new FolderBatch(Map.of())
                .set("parent_id", Draft.text("parent_id", parentId, Integer.MAX_VALUE))
                .set("folder_ids", Draft.list("folder_ids", 1, 100, folderIds));
    }

    /**
     * Starts with what Frame.io requires.
     *
     * @param parentId the folder
     * @param folderIds the folders, 1 to 100
     * @return the draft
     * @throws IllegalArgumentException if something required is missing, blank, too long or out of range
     */
    public static FolderBatch of(String parentId, List<String> folderIds) {
        return of(parentId, Draft.given("folder_ids", folderIds).toArray(String[]::new));
    }

    private FolderBatch set(String member, Object value) {
        return new FolderBatch(with(member, value));
    }
}
