package io.github.frameiokit.client.request;

/** A file that Frame.io will fetch. Immutable: each method returns a copy. */
public final class RemoteUploadDraft extends RequestParameters<RemoteUploadDraft> {

    private RemoteUploadDraft() {}

    /**
     * Creates a draft with everything that Frame.io requires.
     *
     * @param name its name, not blank, at most 255 characters
     * @param sourceUrl where Frame.io can fetch it, not blank
     * @return the draft
     * @throws IllegalArgumentException if an argument is outside these bounds
     */
    public static RemoteUploadDraft of(String name, String sourceUrl) {
        return new RemoteUploadDraft().setText("name", name, 255).setText("source_url", sourceUrl);
    }
}
