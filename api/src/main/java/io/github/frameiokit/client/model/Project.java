package io.github.frameiokit.client.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A project.
 *
 * @param id its id
 * @param name its name
 * @param workspaceId its workspace
 * @param rootFolderId its root folder
 * @param status whether it is in use
 * @param storage how many bytes it holds
 * @param restricted whether only its members see it
 * @param description its description
 * @param viewUrl the URL of its page in Frame.io
 * @param image the URL of its picture
 * @param adobeId its id in Adobe's cloud storage; empty if it isn't stored there
 * @param createdAt when it was created
 * @param updatedAt when it last changed
 * @param owner its owner; only with {@link io.github.frameiokit.client.request.Include#OWNER}
 */
public record Project(
        String id,
        String name,
        String workspaceId,
        String rootFolderId,
        Project.Status status,
        long storage,
        Optional<Boolean> restricted,
        Optional<String> description,
        String viewUrl,
        Optional<String> image,
        Optional<String> adobeId,
        Instant createdAt,
        Instant updatedAt,
        Optional<User> owner) {

    /** Checks that nothing is null. */
    public Project {
        Checks.notNull(
                Project.class,
                id,
                name,
                workspaceId,
                rootFolderId,
                status,
                restricted,
                description,
                viewUrl,
                image,
                adobeId,
                createdAt,
                updatedAt,
                owner);
    }

    @Override
    public String toString() {
        return "Project[" + id + "]";
    }

    /**
     * Whether a project is in use. Names that Frame.io adds are kept.
     *
     * @param value the name that Frame.io uses
     */
    public record Status(String value) {

        /** Checks that nothing is null. */
        public Status {
            Checks.notNull(Status.class, value);
        }

        /** {@code active}. */
        public static final Status ACTIVE = new Status("active");

        /** {@code inactive}. */
        public static final Status INACTIVE = new Status("inactive");

        @Override
        public String toString() {
            return value;
        }
    }
}
