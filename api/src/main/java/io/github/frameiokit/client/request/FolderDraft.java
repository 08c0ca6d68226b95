package io.github.frameiokit.client.request;

/** A folder to create. Immutable: each method returns a copy. */
public final class FolderDraft extends RequestParameters<FolderDraft> {

    /** A draft whose name Frame.io chooses. */
    public FolderDraft() {}

    /**
     * Sets the name. Without one, Frame.io chooses it.
     *
     * @param name the name, not blank, at most 255 characters
     * @return a copy with this change
     * @throws IllegalArgumentException if it is null, blank or longer than 255 characters
     */
    public FolderDraft name(String name) {
        return setText("name", name, 255);
    }
}
