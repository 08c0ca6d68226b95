package io.github.frameiokit.client.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The versions of one file. Creator, project and metadata are present only if the call asks for them with
 * {@code include}.
 *
 * @param id its id
 * @param name its name
 * @param parentId the folder that holds it
 * @param projectId its project
 * @param headVersion the newest version
 * @param createdAt when it was created
 * @param updatedAt when it last changed
 * @param viewUrl the URL of its page in Frame.io
 * @param adobeId its id in Adobe's cloud storage; empty if it isn't stored there
 * @param creator the user who created it; only with {@link io.github.frameiokit.client.request.Include#CREATOR}
 * @param project its project; only with {@link io.github.frameiokit.client.request.Include#PROJECT}
 * @param metadata the values of its metadata fields; only with
 *     {@link io.github.frameiokit.client.request.Include#METADATA}
 */
public record VersionStack(
        String id,
        String name,
        Optional<String> parentId,
        String projectId,
        Optional<File> headVersion,
        Instant createdAt,
        Instant updatedAt,
        String viewUrl,
        Optional<String> adobeId,
        Optional<User> creator,
        Optional<Project> project,
        List<MetadataValue> metadata)
        implements Asset {

    /** Checks that nothing is null, and copies the lists. */
    public VersionStack {
        Checks.notNull(
                VersionStack.class,
                id,
                name,
                parentId,
                projectId,
                headVersion,
                createdAt,
                updatedAt,
                viewUrl,
                adobeId,
                creator,
                project,
                metadata);
        metadata = Checks.copy("metadata", metadata);
    }

    @Override
    public String toString() {
        return "VersionStack[" + id + "]";
    }
}
