package io.github.frameiokit.client.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The versions of one file, the newest on top. Creator, project and metadata are there only where they were asked for
 * with {@code include}.
 *
 * @param id its id
 * @param name its name
 * @param parentId the folder it is in
 * @param projectId its project
 * @param headVersion the version on top
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 * @param viewUrl its page in Frame.io
 * @param adobeId its id in Adobe's cloud storage, if it lies there
 * @param creator who made it; with {@link io.github.frameiokit.client.request.Include#CREATOR}
 * @param project its project; with {@link io.github.frameiokit.client.request.Include#PROJECT}
 * @param metadata the values of its fields; with {@link io.github.frameiokit.client.request.Include#METADATA}
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

    /** Checks that nothing is null, and takes copies of the lists. */
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
