package io.github.frameiokit.client.model;

import java.util.Optional;

/**
 * URLs of one rendition. They are signed and expire, and whoever has one may read the media, so they aren't shown in a
 * log.
 *
 * @param downloadUrl where it is downloaded; empty if it isn't there yet or not permitted
 * @param inlineUrl where a browser shows it; only for the original
 * @param url where it is fetched; only for pictures
 */
public record MediaLink(Optional<String> downloadUrl, Optional<String> inlineUrl, Optional<String> url) {

    /** Checks that nothing is null. */
    public MediaLink {
        Checks.notNull(MediaLink.class, downloadUrl, inlineUrl, url);
    }

    @Override
    public String toString() {
        return "MediaLink[]";
    }
}
