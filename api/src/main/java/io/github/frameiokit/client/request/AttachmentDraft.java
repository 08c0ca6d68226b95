package io.github.frameiokit.client.request;

import java.util.Map;

/** A file to be attached to a comment. Immutable: every change gives a new one. */
public final class AttachmentDraft extends Draft {

    private AttachmentDraft(Map<String, Object> members) {
        super(members);
    }

    /**
     * Starts with what Frame.io requires.
     *
     * @param name its name
     * @param mediaType its media type
     * @param fileSize its size in bytes
     * @return the draft
     * @throws IllegalArgumentException if something required is missing, blank, too long or out of range
     */
    public static AttachmentDraft of(String name, String mediaType, long fileSize) {
        return new AttachmentDraft(Map.of())
                .set("name", Draft.text("name", name, 255))
                .set("media_type", Draft.text("media_type", mediaType, 255))
                .set("file_size", Draft.number("file_size", fileSize, 1, Long.MAX_VALUE));
    }

    private AttachmentDraft set(String member, Object value) {
        return new AttachmentDraft(with(member, value));
    }
}
