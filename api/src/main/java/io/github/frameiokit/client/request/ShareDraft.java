package io.github.frameiokit.client.request;

import io.github.frameiokit.client.model.Share;

/** A share of assets to create. Immutable: each method returns a copy. */
public final class ShareDraft extends ShareSettings<ShareDraft> {

    private ShareDraft() {}

    /**
     * Creates a draft with everything that Frame.io requires.
     *
     * @param name its name, not blank, at most 175 characters
     * @param access who can open it, not null
     * @return the draft
     * @throws IllegalArgumentException if an argument is outside these bounds
     */
    public static ShareDraft of(String name, Share.Access access) {
        return new ShareDraft().set("type", "asset").setText("name", name, 175).setGiven("access", access);
    }

    /**
     * Sets the assets that the share shows.
     *
     * @param assetIds the assets, from 1 to 100, none blank
     * @return a copy with this change
     * @throws IllegalArgumentException if there are none or more than 100, or if one is blank
     */
    public ShareDraft assetIds(String... assetIds) {
        return setList("asset_ids", 1, 100, assetIds);
    }
}
