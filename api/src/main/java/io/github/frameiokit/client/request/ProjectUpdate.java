package io.github.frameiokit.client.request;

import io.github.frameiokit.client.model.Project;
import java.util.Map;

/** Changes of a project. Immutable: every change gives a new one. */
public final class ProjectUpdate extends Draft {

    private ProjectUpdate(Map<String, Object> members) {
        super(members);
    }

    /** Starts with nothing. */
    public ProjectUpdate() {
        this(Map.of());
    }

    /**
     * Its name.
     *
     * @param name the value, not null
     * @return a new draft
     * @throws IllegalArgumentException if it is blank or longer than 255 characters
     */
    public ProjectUpdate name(String name) {
        return set("name", Draft.text("name", name, 255));
    }

    /**
     * Whether only those who are added see it.
     *
     * @param restricted whether
     * @return a new draft
     */
    public ProjectUpdate restricted(boolean restricted) {
        return set("restricted", restricted);
    }

    /**
     * Whether it is in use.
     *
     * @param status the value, not null
     * @return a new draft
     */
    public ProjectUpdate status(Project.Status status) {
        return set("status", Draft.given("status", status));
    }

    private ProjectUpdate set(String member, Object value) {
        return new ProjectUpdate(with(member, value));
    }
}
