package io.github.frameiokit.client.request;

import java.util.Map;

/** A group to be made. Immutable: every change gives a new one. */
public final class GroupDraft extends Draft {

    private GroupDraft(Map<String, Object> members) {
        super(members);
    }

    /**
     * Starts with what Frame.io requires.
     *
     * @param name its name
     * @param emoji its picture
     * @return the draft
     * @throws IllegalArgumentException if something required is missing, blank, too long or out of range
     */
    public static GroupDraft of(String name, String emoji) {
        return new GroupDraft(Map.of())
                .set("name", Draft.text("name", name, 255))
                .set("emoji", Draft.text("emoji", emoji, 255));
    }

    private GroupDraft set(String member, Object value) {
        return new GroupDraft(with(member, value));
    }
}
