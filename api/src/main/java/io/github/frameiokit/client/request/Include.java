package io.github.frameiokit.client.request;

/** Names of what Frame.io includes in an answer only on request. Each operation accepts some of these. */
public final class Include {

    /** The user who created it. */
    public static final String CREATOR = "creator";
    /** Its owner. */
    public static final String OWNER = "owner";
    /** The project it belongs to. */
    public static final String PROJECT = "project";
    /** The values of a file's, folder's or version stack's metadata fields. */
    public static final String METADATA = "metadata";
    /** The replies to a comment. */
    public static final String REPLIES = "replies";
    /** The shares of a collection. */
    public static final String SHARES = "shares";
    /** The user that an entry is about. */
    public static final String USER = "user";
    /**
     * Links to the file as it was uploaded. If the user isn't permitted to download it, Frame.io rejects the whole
     * call.
     */
    public static final String MEDIA_LINKS_ORIGINAL = "media_links.original";
    /** A link to a small thumbnail. */
    public static final String MEDIA_LINKS_THUMBNAIL = "media_links.thumbnail";
    /** A link to a larger thumbnail. */
    public static final String MEDIA_LINKS_THUMBNAIL_HIGH_QUALITY = "media_links.thumbnail_high_quality";
    /** A link to a video of 180 lines. */
    public static final String MEDIA_LINKS_VIDEO_H264_180 = "media_links.video_h264_180";
    /** A link to a rendition of high quality. */
    public static final String MEDIA_LINKS_HIGH_QUALITY = "media_links.high_quality";
    /** A link to a rendition of small size. */
    public static final String MEDIA_LINKS_EFFICIENT = "media_links.efficient";
    /** A link to a sheet of pictures for scrubbing. */
    public static final String MEDIA_LINKS_SCRUB_SHEET = "media_links.scrub_sheet";

    private Include() {}

    /**
     * Joins several names, as operations without a query object take them.
     *
     * @param include constants of this class, or other names that Frame.io knows, none blank
     * @return the names, separated by commas
     * @throws IllegalArgumentException if one is blank
     */
    public static String of(String... include) {
        return String.join(",", Require.list("include", 0, Integer.MAX_VALUE, include));
    }
}
