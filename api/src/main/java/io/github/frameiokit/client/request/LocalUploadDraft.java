package io.github.frameiokit.client.request;

/** A file that the app will upload in parts. Immutable: each method returns a copy. */
public final class LocalUploadDraft extends RequestParameters<LocalUploadDraft> {

    private LocalUploadDraft() {}

    /**
     * Creates a draft with everything that Frame.io requires.
     *
     * @param name its name, not blank, at most 255 characters
     * @param fileSize its size in bytes, at least 1; Frame.io accepts up to 5 TB
     * @return the draft
     * @throws IllegalArgumentException if an argument is outside these bounds
     */
    public static LocalUploadDraft of(String name, long fileSize) {
        return new LocalUploadDraft().setText("name", name, 255).setNumber("file_size", fileSize, 1, Long.MAX_VALUE);
    }
}
