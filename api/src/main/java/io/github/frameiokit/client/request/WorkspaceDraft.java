package io.github.frameiokit.client.request;

import java.util.Map;

/** A workspace to be made, or changes of one. Immutable: every change gives a new one. */
public final class WorkspaceDraft extends Draft {

    private WorkspaceDraft(Map<String, Object> members) {
        super(members);
    }

    /** Starts with nothing. */
    public WorkspaceDraft() {
        this(Map.of());
    }

    /**
     * Its name.
     *
     * @param name the value, not null
     * @return a new draft
     * @throws IllegalArgumentException if it is blank or longer than 255 characters
     */
    public WorkspaceDraft name(String name) {
        return set("name", Draft.text("name", name, 255));
    }

    private WorkspaceDraft set(String member, Object value) {
        return new WorkspaceDraft(with(member, value));
    }
}
