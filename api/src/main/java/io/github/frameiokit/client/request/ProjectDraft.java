package io.github.frameiokit.client.request;

/** A project to create. Immutable: each method returns a copy. */
public final class ProjectDraft extends RequestParameters<ProjectDraft> {

    private ProjectDraft() {}

    /**
     * Creates a draft with everything that Frame.io requires.
     *
     * @param name its name, not blank, at most 255 characters
     * @return the draft
     * @throws IllegalArgumentException if an argument is outside these bounds
     */
    public static ProjectDraft of(String name) {
        return new ProjectDraft().setText("name", name, 255);
    }

    /**
     * Sets whether only its members see the project.
     *
     * @param restricted true if only they see it
     * @return a copy with this change
     */
    public ProjectDraft restricted(boolean restricted) {
        return set("restricted", restricted);
    }
}
