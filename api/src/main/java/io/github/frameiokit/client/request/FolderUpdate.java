package io.github.frameiokit.client.request;

/** Changes to a folder. Immutable: each method returns a copy. */
public final class FolderUpdate extends RequestParameters<FolderUpdate> {

    /** An update that changes nothing yet. */
    public FolderUpdate() {}

    /**
     * Sets the name.
     *
     * @param name the name, not blank, at most 255 characters
     * @return a copy with this change
     * @throws IllegalArgumentException if it is null, blank or longer than 255 characters
     */
    public FolderUpdate name(String name) {
        return setText("name", name, 255);
    }
}
