package io.github.frameiokit.client.model;

import java.util.Optional;

/**
 * The URLs of one rendition. They are signed and expire. Anyone who has one can read the media, so keep them out of
 * logs.
 *
 * @param downloadUrl a URL for downloading it; empty if it isn't ready yet or not permitted
 * @param inlineUrl a URL for showing it in a browser; only for the original
 * @param url a URL for fetching it; only for pictures
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
