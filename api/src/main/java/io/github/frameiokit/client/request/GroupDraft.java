package io.github.frameiokit.client.request;

/** A group to create. Immutable: each method returns a copy. */
public final class GroupDraft extends RequestParameters<GroupDraft> {

    private GroupDraft() {}

    /**
     * Creates a draft with everything that Frame.io requires.
     *
     * @param name its name, not blank, at most 255 characters
     * @param emoji its emoji, not blank, at most 255 characters
     * @return the draft
     * @throws IllegalArgumentException if an argument is outside these bounds
     */
    public static GroupDraft of(String name, String emoji) {
        return new GroupDraft().setText("name", name, 255).setText("emoji", emoji, 255);
    }
}
