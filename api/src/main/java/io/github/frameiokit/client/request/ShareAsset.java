package io.github.frameiokit.client.request;

/** An asset to add to a share. Immutable. */
public final class ShareAsset extends RequestParameters<ShareAsset> {

    private ShareAsset() {}

    /**
     * Names the asset.
     *
     * @param assetId the asset, not blank
     * @return the parameters
     * @throws IllegalArgumentException if an argument is outside these bounds
     */
    public static ShareAsset of(String assetId) {
        return new ShareAsset().setText("asset_id", assetId);
    }
}
