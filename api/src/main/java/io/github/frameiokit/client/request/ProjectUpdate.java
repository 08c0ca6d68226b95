package io.github.frameiokit.client.request;

import io.github.frameiokit.client.model.Project;

/** Changes to a project. Immutable: each method returns a copy. */
public final class ProjectUpdate extends RequestParameters<ProjectUpdate> {

    /** An update that changes nothing yet. */
    public ProjectUpdate() {}

    /**
     * Sets the name.
     *
     * @param name the name, not blank, at most 255 characters
     * @return a copy with this change
     * @throws IllegalArgumentException if it is null, blank or longer than 255 characters
     */
    public ProjectUpdate name(String name) {
        return setText("name", name, 255);
    }

    /**
     * Sets whether only its members see the project.
     *
     * @param restricted true if only they see it
     * @return a copy with this change
     */
    public ProjectUpdate restricted(boolean restricted) {
        return set("restricted", restricted);
    }

    /**
     * Sets whether the project is in use.
     *
     * @param status the status, not null
     * @return a copy with this change
     */
    public ProjectUpdate status(Project.Status status) {
        return setGiven("status", status);
    }
}
