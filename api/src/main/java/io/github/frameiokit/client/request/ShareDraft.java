package io.github.frameiokit.client.request;

import io.github.frameiokit.client.model.Share;
import java.util.Map;

/** A share of assets, to be made. Immutable: every change gives a new one. */
public final class ShareDraft extends ShareSettings<ShareDraft> {

    private ShareDraft(Map<String, Object> members) {
        super(members);
    }

    /**
     * Starts with what Frame.io requires.
     *
     * @param name its name
     * @param access who may see it
     * @return the draft
     * @throws IllegalArgumentException if something required is missing, blank, too long or out of range
     */
    public static ShareDraft of(String name, Share.Access access) {
        return new ShareDraft(Map.of("type", "asset"))
                .set("name", Draft.text("name", name, 175))
                .set("access", Draft.given("access", access));
    }

    /**
     * The assets it shows, at most 100.
     *
     * @param assetIds the value, not null
     * @return a new draft
     * @throws IllegalArgumentException if it has too few or too many
     */
    public ShareDraft assetIds(String... assetIds) {
        return set("asset_ids", Draft.list("asset_ids", 1, 100, assetIds));
    }

    @Override
    ShareDraft set(String member, Object value) {
        return new ShareDraft(with(member, value));
    }
}
