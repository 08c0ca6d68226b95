package io.github.frameiokit.client.request;

/** Changes to a group. Immutable: each method returns a copy. */
public final class GroupUpdate extends RequestParameters<GroupUpdate> {

    /** An update that changes nothing yet. */
    public GroupUpdate() {}

    /**
     * Sets the name.
     *
     * @param name the name, not blank, at most 255 characters
     * @return a copy with this change
     * @throws IllegalArgumentException if it is null, blank or longer than 255 characters
     */
    public GroupUpdate name(String name) {
        return setText("name", name, 255);
    }

    /**
     * Sets the emoji.
     *
     * @param emoji the emoji, not blank, at most 255 characters
     * @return a copy with this change
     * @throws IllegalArgumentException if it is null, blank or longer than 255 characters
     */
    public GroupUpdate emoji(String emoji) {
        return setText("emoji", emoji, 255);
    }
}
