package io.github.frameiokit.client.request;

/** Changes to a file. Immutable: each method returns a copy. */
public final class FileUpdate extends RequestParameters<FileUpdate> {

    /** An update that changes nothing yet. */
    public FileUpdate() {}

    /**
     * Sets the name.
     *
     * @param name the name, not blank, at most 255 characters
     * @return a copy with this change
     * @throws IllegalArgumentException if it is null, blank or longer than 255 characters
     */
    public FileUpdate name(String name) {
        return setText("name", name, 255);
    }
}
