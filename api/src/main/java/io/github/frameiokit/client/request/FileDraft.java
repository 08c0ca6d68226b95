package io.github.frameiokit.client.request;

/** A file to create with the operation that Frame.io has deprecated. Immutable: each method returns a copy. */
public final class FileDraft extends RequestParameters<FileDraft> {

    private FileDraft() {}

    /**
     * Creates a draft with everything that Frame.io requires.
     *
     * @param name its name, not blank, at most 255 characters
     * @param mediaType its media type, not blank, at most 255 characters
     * @param fileSize its size in bytes, at least 1
     * @return the draft
     * @throws IllegalArgumentException if an argument is outside these bounds
     */
    public static FileDraft of(String name, String mediaType, long fileSize) {
        return new FileDraft()
                .setText("name", name, 255)
                .setText("media_type", mediaType, 255)
                .setNumber("file_size", fileSize, 1, Long.MAX_VALUE);
    }

    /**
     * Sets where Frame.io can fetch the file, if the app doesn't upload it.
     *
     * @param sourceUrl the URL, not blank
     * @return a copy with this change
     * @throws IllegalArgumentException if it is null or blank
     */
    public FileDraft sourceUrl(String sourceUrl) {
        return setText("source_url", sourceUrl);
    }
}
