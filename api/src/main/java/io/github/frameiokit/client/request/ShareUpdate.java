package io.github.frameiokit.client.request;

import io.github.frameiokit.client.model.Share;

/** Changes to a share. Immutable: each method returns a copy. */
public final class ShareUpdate extends ShareSettings<ShareUpdate> {

    /** An update that changes nothing yet. */
    public ShareUpdate() {}

    /**
     * Sets the name.
     *
     * @param name the name, not blank, at most 175 characters
     * @return a copy with this change
     * @throws IllegalArgumentException if it is null, blank or longer than 175 characters
     */
    public ShareUpdate name(String name) {
        return setText("name", name, 175);
    }

    /**
     * Removes the name.
     *
     * @return a copy with this change
     */
    public ShareUpdate noName() {
        return set("name", null);
    }

    /**
     * Sets who can open the share.
     *
     * @param access the access, not null
     * @return a copy with this change
     */
    public ShareUpdate access(Share.Access access) {
        return setGiven("access", access);
    }
}
