package io.github.frameiokit.client.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A file attached to a comment. The upload URLs are there only right after it was made.
 *
 * @param id its id
 * @param name its name
 * @param mediaType its media type
 * @param fileSize its size in bytes
 * @param createdAt when it was made
 * @param uploadUrls signed URLs where its parts are to be put, in order
 */
public record Attachment(
        String id, String name, Optional<String> mediaType, long fileSize, Instant createdAt, List<String> uploadUrls) {

    /** Checks that nothing is null, and takes copies of the lists. */
    public Attachment {
        Checks.notNull(Attachment.class, id, name, mediaType, createdAt, uploadUrls);
        uploadUrls = Checks.copy("uploadUrls", uploadUrls);
    }

    @Override
    public String toString() {
        return "Attachment[" + id + "]";
    }
}
