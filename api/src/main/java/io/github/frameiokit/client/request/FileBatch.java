package io.github.frameiokit.client.request;

import java.util.List;
import java.util.Map;

/** Several files, and the folder they are copied or moved to. Immutable: every change gives a new one. */
public final class FileBatch extends Draft {

    private FileBatch(Map<String, Object> members) {
        super(members);
    }

    /**
     * Starts with what Frame.io requires.
     *
     * @param parentId the folder
     * @param fileIds the files, 1 to 100
     * @return the draft
     * @throws IllegalArgumentException if something required is missing, blank, too long or out of range
     */
    public static FileBatch of(String parentId, String... fileIds) {
        return new FileBatch(Map.of())
                .set("parent_id", Draft.text("parent_id", parentId, Integer.MAX_VALUE))
                .set("file_ids", Draft.list("file_ids", 1, 100, fileIds));
    }

    /**
     * Starts with what Frame.io requires.
     *
     * @param parentId the folder
     * @param fileIds the files, 1 to 100
     * @return the draft
     * @throws IllegalArgumentException if something required is missing, blank, too long or out of range
     */
    public static FileBatch of(String parentId, List<String> fileIds) {
        return of(parentId, Draft.given("file_ids", fileIds).toArray(String[]::new));
    }

    private FileBatch set(String member, Object value) {
        return new FileBatch(with(member, value));
    }
}
