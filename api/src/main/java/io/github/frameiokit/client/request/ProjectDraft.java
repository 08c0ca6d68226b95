package io.github.frameiokit.client.request;

import java.util.Map;

/** A project to be made. Immutable: every change gives a new one. */
public final class ProjectDraft extends Draft {

    private ProjectDraft(Map<String, Object> members) {
        super(members);
    }

    /**
     * Starts with what Frame.io requires.
     *
     * @param name its name
     * @return the draft
     * @throws IllegalArgumentException if something required is missing, blank, too long or out of range
     */
    public static ProjectDraft of(String name) {
        return new ProjectDraft(Map.of()).set("name", Draft.text("name", name, 255));
    }

    /**
     * Whether only those who are added see it.
     *
     * @param restricted whether
     * @return a new draft
     */
    public ProjectDraft restricted(boolean restricted) {
        return set("restricted", restricted);
    }

    private ProjectDraft set(String member, Object value) {
        return new ProjectDraft(with(member, value));
    }
}
