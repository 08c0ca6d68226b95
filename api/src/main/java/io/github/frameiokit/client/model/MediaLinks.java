package io.github.frameiokit.client.model;

import java.util.Optional;

/**
 * Links to a file's renditions. Each is present only if it exists and the call asks for it with {@code include}.
 *
 * @param original the file as it was uploaded
 * @param thumbnail a small thumbnail
 * @param thumbnailHighQuality a larger thumbnail
 * @param videoH264_180 a video of 180 lines
 * @param highQuality a rendition of high quality
 * @param efficient a rendition of small size
 * @param scrubSheet a sheet of pictures for scrubbing
 */
public record MediaLinks(
        Optional<MediaLink> original,
        Optional<MediaLink> thumbnail,
        Optional<MediaLink> thumbnailHighQuality,
        Optional<MediaLink> videoH264_180,
        Optional<MediaLink> highQuality,
        Optional<MediaLink> efficient,
        Optional<MediaLink> scrubSheet) {

    /** Checks that nothing is null. */
    public MediaLinks {
        Checks.notNull(
                MediaLinks.class,
                original,
                thumbnail,
                thumbnailHighQuality,
                videoH264_180,
                highQuality,
                efficient,
                scrubSheet);
    }
}
