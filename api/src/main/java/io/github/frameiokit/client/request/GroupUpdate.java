package io.github.frameiokit.client.request;

import java.util.Map;

/** Changes of a group. Immutable: every change gives a new one. */
public final class GroupUpdate extends Draft {

    private GroupUpdate(Map<String, Object> members) {
        super(members);
    }

    /** Starts with nothing. */
    public GroupUpdate() {
        this(Map.of());
    }

    /**
     * Its name.
     *
     * @param name the value, not null
     * @return a new draft
     * @throws IllegalArgumentException if it is blank or longer than 255 characters
     */
    public GroupUpdate name(String name) {
        return set("name", Draft.text("name", name, 255));
    }

    /**
     * Its picture.
     *
     * @param emoji the value, not null
     * @return a new draft
     * @throws IllegalArgumentException if it is blank or longer than 255 characters
     */
    public GroupUpdate emoji(String emoji) {
        return set("emoji", Draft.text("emoji", emoji, 255));
    }

    private GroupUpdate set(String member, Object value) {
        return new GroupUpdate(with(member, value));
    }
}
