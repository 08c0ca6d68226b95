package io.github.frameiokit.client.request;

import java.util.Map;

/** Changes of a file. Immutable: every change gives a new one. */
public final class FileUpdate extends Draft {

    private FileUpdate(Map<String, Object> members) {
        super(members);
    }

    /** Starts with nothing. */
    public FileUpdate() {
        this(Map.of());
    }

    /**
     * Its name.
     *
     * @param name the value, not null
     * @return a new draft
     * @throws IllegalArgumentException if it is blank or longer than 255 characters
     */
    public FileUpdate name(String name) {
        return set("name", Draft.text("name", name, 255));
    }

    private FileUpdate set(String member, Object value) {
        return new FileUpdate(with(member, value));
    }
}
