package io.github.frameiokit.client.model;

import java.util.Optional;

/**
 * Where a file's media can be had, each as far as it exists and was asked for with {@code include}.
 *
 * @param original the file as it was uploaded
 * @param thumbnail a small picture
 * @param thumbnailHighQuality a larger picture
 * @param videoH264_180 a video of 180 lines
 * @param highQuality a rendition of high quality
 * @param efficient a rendition of small size
 * @param scrubSheet pictures for scrubbing, in one image
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
