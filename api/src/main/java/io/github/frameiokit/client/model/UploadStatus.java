package io.github.frameiokit.client.model;

import java.time.Instant;
import java.util.Optional;

/**
 * The status of a file's upload.
 *
 * @param id the file's id
 * @param filetype the file's type
 * @param uploadComplete whether the upload is complete
 * @param uploadCompletedAt when the upload was complete
 * @param uploadFailed whether the upload failed
 * @param uploadedAt when the file was uploaded
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
