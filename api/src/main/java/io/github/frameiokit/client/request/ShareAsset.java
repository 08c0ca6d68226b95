package io.github.frameiokit.client.request;

import java.util.Map;

/** An asset to be added to a share. Immutable: every change gives a new one. */
public final class ShareAsset extends Draft {

    private ShareAsset(Map<String, Object> members) {
        super(members);
    }

    /**
     * Starts with what Frame.io requires.
     *
     * @param assetId the asset
     * @return the draft
     * @throws IllegalArgumentException if something required is missing, blank, too long or out of range
     */
    public static ShareAsset of(String assetId) {
        return new ShareAsset(Map.of()).set("asset_id", Draft.text("asset_id", assetId, Integer.MAX_VALUE));
    }

    private ShareAsset set(String member, Object value) {
        return new ShareAsset(with(member, value));
    }
}
