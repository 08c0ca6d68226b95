package io.github.frameiokit.client.request;

import java.util.Map;

/** A file to be made the way that Frame.io has deprecated. Immutable: every change gives a new one. */
public final class FileDraft extends Draft {

    private FileDraft(Map<String, Object> members) {
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
    public static FileDraft of(String name, String mediaType, long fileSize) {
        return new FileDraft(Map.of())
                .set("name", Draft.text("name", name, 255))
                .set("media_type", Draft.text("media_type", mediaType, 255))
                .set("file_size", Draft.number("file_size", fileSize, 1, Long.MAX_VALUE));
    }

    /**
     * Where it can be fetched, if the app doesn't upload it.
     *
     * @param sourceUrl the value, not null
     * @return a new draft
     * @throws IllegalArgumentException if it is blank
     */
    public FileDraft sourceUrl(String sourceUrl) {
        return set("source_url", Draft.text("source_url", sourceUrl, Integer.MAX_VALUE));
    }

    private FileDraft set(String member, Object value) {
        return new FileDraft(with(member, value));
    }
}
