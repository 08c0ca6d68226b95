package io.github.frameiokit.client.request;

import java.util.Map;

/** Where something is copied or moved to. Immutable: every change gives a new one. */
public final class Destination extends Draft {

    private Destination(Map<String, Object> members) {
        super(members);
    }

    /**
     * Starts with what Frame.io requires.
     *
     * @param parentId the folder
     * @return the draft
     * @throws IllegalArgumentException if something required is missing, blank, too long or out of range
     */
    public static Destination of(String parentId) {
        return new Destination(Map.of()).set("parent_id", Draft.text("parent_id", parentId, Integer.MAX_VALUE));
    }

    /**
     * The folder that it is in; for copies.
     *
     * @return the draft
     */
    public static Destination unchanged() {
        return new Destination(Map.of());
    }

    private Destination set(String member, Object value) {
        return new Destination(with(member, value));
    }
}
