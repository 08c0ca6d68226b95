package io.github.frameiokit.client.model;

import java.time.Instant;
import java.util.Optional;

/**
 * How far the upload of a file is.
 *
 * @param id the file's id
 * @param filetype the file's type
 * @param uploadComplete whether all of it has arrived
 * @param uploadCompletedAt when all of it had arrived
 * @param uploadFailed whether it failed
 * @param uploadedAt when it was uploaded
 */
public record UploadStatus(
        String id,
        String filetype,
        boolean uploadComplete,
        Optional<Instant> uploadCompletedAt,
        boolean uploadFailed,
        Optional<Instant> uploadedAt) {

    /** Checks that nothing is null. */
    public UploadStatus {
        Checks.notNull(UploadStatus.class, id, filetype, uploadCompletedAt, uploadedAt);
    }

    @Override
    public String toString() {
        return "UploadStatus[" + id + "]";
    }
}
