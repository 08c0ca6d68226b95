package io.github.frameiokit.client.request;

import java.util.Map;

/** Changes of a folder. Immutable: every change gives a new one. */
public final class FolderUpdate extends Draft {

    private FolderUpdate(Map<String, Object> members) {
        super(members);
    }

    /** Starts with nothing. */
    public FolderUpdate() {
        this(Map.of());
    }

    /**
     * Its name.
     *
     * @param name the value, not null
     * @return a new draft
     * @throws IllegalArgumentException if it is blank or longer than 255 characters
     */
    public FolderUpdate name(String name) {
        return set("name", Draft.text("name", name, 255));
    }

    private FolderUpdate set(String member, Object value) {
        return new FolderUpdate(with(member, value));
    }
}
