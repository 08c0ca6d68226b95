package io.github.frameiokit.client.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A file. Creator, project, metadata and media links are there only where they were asked for with {@code include};
 * upload URLs only right after it was made for an upload.
 *
 * @param id its id
 * @param name its name
 * @param parentId the folder or version stack it is in
 * @param projectId its project
 * @param status how far its upload and transcoding are
 * @param fileSize its size in bytes
 * @param mediaType its media type; empty until the upload is done
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 * @param viewUrl its page in Frame.io
 * @param adobeId its id in Adobe's cloud storage, if it lies there
 * @param adobeVersionId its version in Adobe's cloud storage, if it lies there
 * @param creator who made it; with {@link io.github.frameiokit.client.request.Include#CREATOR}
 * @param project its project; with {@link io.github.frameiokit.client.request.Include#PROJECT}
 * @param metadata the values of its fields; with {@link io.github.frameiokit.client.request.Include#METADATA}
 * @param mediaLinks where its media can be had; with the {@code MEDIA_LINKS_…} of
 *     {@link io.github.frameiokit.client.request.Include}
 * @param uploadUrls where its parts are to be put, in order; only in the answer to the call that made it
 */
public record File(
        String id,
        String name,
        Optional<String> parentId,
        String projectId,
        File.Status status,
        long fileSize,
        Optional<String> mediaType,
        Instant createdAt,
        Instant updatedAt,
        String viewUrl,
        Optional<String> adobeId,
        Optional<String> adobeVersionId,
        Optional<User> creator,
        Optional<Project> project,
        List<MetadataValue> metadata,
        Optional<MediaLinks> mediaLinks,
        List<UploadUrl> uploadUrls)
        implements Asset {

    /** Checks that nothing is null, and takes copies of the lists. */
    public File {
        Checks.notNull(
                File.class,
                id,
                name,
                parentId,
                projectId,
                status,
                mediaType,
                createdAt,
                updatedAt,
                viewUrl,
                adobeId,
                adobeVersionId,
                creator,
                project,
                metadata,
                mediaLinks,
                uploadUrls);
        metadata = Checks.copy("metadata", metadata);
        uploadUrls = Checks.copy("uploadUrls", uploadUrls);
    }

    @Override
    public String toString() {
        return "File[" + id + "]";
    }

    /**
     * How far a file's upload and transcoding are. An open set: Frame.io may add to it, and what it adds is kept.
     *
     * @param value the name that Frame.io uses
     */
    public record Status(String value) {

        /** Checks that nothing is null. */
        public Status {
            Checks.notNull(Status.class, value);
        }

        /** {@code created}. */
        public static final Status CREATED = new Status("created");

        /** {@code uploaded}. */
        public static final Status UPLOADED = new Status("uploaded");

        /** {@code transcoded}. */
        public static final Status TRANSCODED = new Status("transcoded");

        @Override
        public String toString() {
            return value;
        }
    }
}
