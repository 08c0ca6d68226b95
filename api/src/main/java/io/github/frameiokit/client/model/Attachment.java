package io.github.frameiokit.client.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A file attached to a comment. Only the call that creates it returns its upload URLs.
 *
 * @param id its id
 * @param name its name
 * @param mediaType its media type
 * @param fileSize its size in bytes
 * @param createdAt when it was created
 * @param uploadUrls signed URLs that each take a PUT of one part, in order
 */
public record Attachment(
        String id, String name, Optional<String> mediaType, long fileSize, Instant createdAt, List<String> uploadUrls) {

    /** Checks that nothing is null, and copies the lists. */
    public Attachment {
        Checks.notNull(Attachment.class, id, name, mediaType, createdAt, uploadUrls);
        uploadUrls = Checks.copy("uploadUrls", uploadUrls);
    }

    @Override
    public String toString() {
        return "Attachment[" + id + "]";
    }
}
