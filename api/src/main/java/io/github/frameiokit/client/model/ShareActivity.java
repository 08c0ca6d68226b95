package io.github.frameiokit.client.model;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that a visitor of a share did.
 *
 * @param id its id
 * @param type the type of activity
 * @param insertedAt when it happened
 * @param assetId the asset that it was about
 * @param userId the visitor, if known
 * @param user the visitor; only with {@link io.github.frameiokit.client.request.Include#USER}
 */
public record ShareActivity(
        String id,
        ShareActivity.Type type,
        Instant insertedAt,
        Optional<String> assetId,
        Optional<String> userId,
        Optional<User> user) {

    /** Checks that nothing is null. */
    public ShareActivity {
        Checks.notNull(ShareActivity.class, id, type, insertedAt, assetId, userId, user);
    }

    @Override
    public String toString() {
        return "ShareActivity[" + id + "]";
    }

    /**
     * What a visitor of a share did. Names that Frame.io adds are kept.
     *
     * @param value the name that Frame.io uses
     */
    public record Type(String value) {

        /** Checks that nothing is null. */
        public Type {
            Checks.notNull(Type.class, value);
        }

        /** {@code share_viewed}. */
        public static final Type SHARE_VIEWED = new Type("share_viewed");

        /** {@code asset_viewed}. */
        public static final Type ASSET_VIEWED = new Type("asset_viewed");

        /** {@code asset_downloaded}. */
        public static final Type ASSET_DOWNLOADED = new Type("asset_downloaded");

        /** {@code comment_created}. */
        public static final Type COMMENT_CREATED = new Type("comment_created");

        @Override
        public String toString() {
            return value;
        }
    }
}
