package io.github.frameiokit.client.request;

import java.util.Map;

/** A file that Frame.io will fetch. Immutable: every change gives a new one. */
public final class RemoteUploadDraft extends Draft {

    private RemoteUploadDraft(Map<String, Object> members) {
        super(members);
    }

    /**
     * Starts with what Frame.io requires.
     *
     * @param name its name
     * @param sourceUrl where it can be fetched
     * @return the draft
     * @throws IllegalArgumentException if something required is missing, blank, too long or out of range
     */
    public static RemoteUploadDraft of(String name, String sourceUrl) {
        return new RemoteUploadDraft(Map.of())
                .set("name", Draft.text("name", name, 255))
                .set("source_url", Draft.text("source_url", sourceUrl, Integer.MAX_VALUE));
    }

    private RemoteUploadDraft set(String member, Object value) {
        return new RemoteUploadDraft(with(member, value));
    }
}
