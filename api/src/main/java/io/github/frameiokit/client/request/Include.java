package io.github.frameiokit.client.request;

/** What Frame.io puts into an answer only when it is asked to; each operation takes some of these. */
public final class Include {

    /** Who made it. */
    public static final String CREATOR = "creator";
    /** Whose it is. */
    public static final String OWNER = "owner";
    /** The project it belongs to. */
    public static final String PROJECT = "project";
    /** The values of a file's, folder's or version stack's metadata fields. */
    public static final String METADATA = "metadata";
    /** The replies to a comment. */
    public static final String REPLIES = "replies";
    /** The shares of a collection. */
    public static final String SHARES = "shares";
    /** The person an entry is about. */
    public static final String USER = "user";
    /**
     * Where the file can be had as it was uploaded; Frame.io refuses the whole call where downloading isn't permitted.
     */
    public static final String MEDIA_LINKS_ORIGINAL = "media_links.original";
    /** Where a small picture of the file can be had. */
    public static final String MEDIA_LINKS_THUMBNAIL = "media_links.thumbnail";
    /** Where a larger picture of the file can be had. */
    public static final String MEDIA_LINKS_THUMBNAIL_HIGH_QUALITY = "media_links.thumbnail_high_quality";
    /** Where a video of 180 lines can be had. */
    public static final String MEDIA_LINKS_VIDEO_H264_180 = "media_links.video_h264_180";
    /** Where a rendition of high quality can be had. */
    public static final String MEDIA_LINKS_HIGH_QUALITY = "media_links.high_quality";
    /** Where a rendition of small size can be had. */
    public static final String MEDIA_LINKS_EFFICIENT = "media_links.efficient";
    /** Where pictures for scrubbing can be had. */
    public static final String MEDIA_LINKS_SCRUB_SHEET = "media_links.scrub_sheet";

    private Include() {}

    /**
     * Several of them as one parameter.
     *
     * @param include constants of this class, or what Frame.io has added
     * @return them, separated by commas
     * @throws IllegalArgumentException if one is blank
     */
    public static String of(String... include) {
        return String.join(",", Draft.list("include", 0, Integer.MAX_VALUE, include));
    }
}
