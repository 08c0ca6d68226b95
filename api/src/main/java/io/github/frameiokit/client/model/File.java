package io.github.frameiokit.client.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A file. Creator, project, metadata and media links are present only if the call asks for them with {@code include}.
 * Only the call that creates a file for an upload returns upload URLs.
 *
 * @param id its id
 * @param name its name
 * @param parentId the folder or version stack that holds it
 * @param projectId its project
 * @param status the progress of its upload and transcoding
 * @param fileSize its size in bytes
 * @param mediaType its media type; empty until the upload is complete
 * @param createdAt when it was created
 * @param updatedAt when it last changed
 * @param viewUrl the URL of its page in Frame.io
 * @param adobeId its id in Adobe's cloud storage; empty if it isn't stored there
 * @param adobeVersionId its version in Adobe's cloud storage; empty if it isn't stored there
 * @param creator the user who created it; only with {@link io.github.frameiokit.client.request.Include#CREATOR}
 * @param project its project; only with {@link io.github.frameiokit.client.request.Include#PROJECT}
 * @param metadata the values of its metadata fields; only with
 *     {@link io.github.frameiokit.client.request.Include#METADATA}
 * @param mediaLinks links to its renditions; only with the {@code MEDIA_LINKS_…} of
 *     {@link io.github.frameiokit.client.request.Include}
 * @param uploadUrls signed URLs that each take a PUT of one part, in order; only after creation
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

    /** Checks that nothing is null, and copies the lists. */
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
     * The progress of a file's upload and transcoding. Names that Frame.io adds are kept.
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
