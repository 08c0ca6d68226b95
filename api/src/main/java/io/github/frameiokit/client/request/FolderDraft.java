package io.github.frameiokit.client.request;

import java.util.Map;

/** A folder to be made. Immutable: every change gives a new one. */
public final class FolderDraft extends Draft {

    private FolderDraft(Map<String, Object> members) {
        super(members);
    }

    /** Starts with nothing. */
    public FolderDraft() {
        this(Map.of());
    }

    /**
     * Its name; without one Frame.io chooses it.
     *
     * @param name the value, not null
     * @return a new draft
     * @throws IllegalArgumentException if it is blank or longer than 255 characters
     */
    public FolderDraft name(String name) {
        return set("name", Draft.text("name", name, 255));
    }

    private FolderDraft set(String member, Object value) {
        return new FolderDraft(with(member, value));
    }
}
