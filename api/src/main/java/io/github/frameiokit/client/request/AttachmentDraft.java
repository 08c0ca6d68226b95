package io.github.frameiokit.client.request;

/** A file to attach to a comment. Immutable: each method returns a copy. */
public final class AttachmentDraft extends RequestParameters<AttachmentDraft> {

    private AttachmentDraft() {}

    /**
     * Creates a draft with everything that Frame.io requires.
     *
     * @param name its name, not blank, at most 255 characters
     * @param mediaType its media type, not blank, at most 255 characters
     * @param fileSize its size in bytes, at least 1
     * @return the draft
     * @throws IllegalArgumentException if an argument is outside these bounds
     */
    public static AttachmentDraft of(String name, String mediaType, long fileSize) {
        return new AttachmentDraft()
                .setText("name", name, 255)
                .setText("media_type", mediaType, 255)
                .setNumber("file_size", fileSize, 1, Long.MAX_VALUE);
    }
}
