package io.github.frameiokit.client.request;

import java.util.List;
import java.util.Map;

/** Files to be stacked as versions of one. Immutable: every change gives a new one. */
public final class VersionStackDraft extends Draft {

    private VersionStackDraft(Map<String, Object> members) {
        super(members);
    }

    /**
     * Starts with what Frame.io requires.
     *
     * @param fileIds the files, 2 to 10
     * @return the draft
     * @throws IllegalArgumentException if something required is missing, blank, too long or out of range
     */
    public static VersionStackDraft of(String... fileIds) {
        return new VersionStackDraft(Map.of()).set("file_ids", Draft.list("file_ids", 2, 10, fileIds));
    }

    /**
     * Starts with what Frame.io requires.
     *
     * @param fileIds the files, 2 to 10
     * @return the draft
     * @throws IllegalArgumentException if something required is missing, blank, too long or out of range
     */
    public static VersionStackDraft of(List<String> fileIds) {
        return of(Draft.given("file_ids", fileIds).toArray(String[]::new));
    }

    private VersionStackDraft set(String member, Object value) {
        return new VersionStackDraft(with(member, value));
    }
}
