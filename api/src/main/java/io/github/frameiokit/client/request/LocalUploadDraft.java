package io.github.frameiokit.client.request;

import java.util.Map;

/** A file that the app will upload in parts. Immutable: every change gives a new one. */
public final class LocalUploadDraft extends Draft {

    private LocalUploadDraft(Map<String, Object> members) {
        super(members);
    }

    /**
     * Starts with what Frame.io requires.
     *
     * @param name its name
     * @param fileSize its size in bytes, at most 5 TB
     * @return the draft
     * @throws IllegalArgumentException if something required is missing, blank, too long or out of range
     */
    public static LocalUploadDraft of(String name, long fileSize) {
        return new LocalUploadDraft(Map.of())
                .set("name", Draft.text("name", name, 255))
                .set("file_size", Draft.number("file_size", fileSize, 1, Long.MAX_VALUE));
    }

    private LocalUploadDraft set(String member, Object value) {
        return new LocalUploadDraft(with(member, value));
    }
}
