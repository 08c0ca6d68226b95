package io.github.frameiokit.client.request;

/** A workspace to create. Immutable: each method returns a copy. */
public final class WorkspaceDraft extends RequestParameters<WorkspaceDraft> {

    /** A draft whose name Frame.io chooses. */
    public WorkspaceDraft() {}

    /**
     * Sets the name. Without one, Frame.io chooses it.
     *
     * @param name the name, not blank, at most 255 characters
     * @return a copy with this change
     * @throws IllegalArgumentException if it is null, blank or longer than 255 characters
     */
    public WorkspaceDraft name(String name) {
        return setText("name", name, 255);
    }
}
