package io.github.frameiokit.client.model;

import java.util.Optional;

/**
 * Where a file's media can be had, each as far as it exists and was asked for with {@code include}.
 *
 * @param original the file as it was uploaded, never null
 * @param thumbnail a small picture, never null
 * @param thumbnailHighQuality a larger picture, never null
 * @param videoH264_180 a video of 180 lines, never null
 * @param highQuality a rendition of high quality, never null
 * @param efficient a rendition of small size, never null
 * @param scrubSheet pictures for scrubbing, in one image, never null
 */
public record MediaLinks(
        Optional<MediaLink> original,
        Optional<MediaLink> thumbnail,
        Optional<MediaLink> thumbnailHighQuality,
        Optional<MediaLink> videoH264_180,
        Optional<MediaLink> highQuality,
        Optional<MediaLink> efficient,
        Optional<MediaLink> scrubSheet) {}
