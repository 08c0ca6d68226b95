package io.github.frameiokit.client.request;

/** A link in a comment's text. Immutable: each method returns a copy. */
public final class LinkDraft extends RequestParameters<LinkDraft> {

    private LinkDraft() {}

    /**
     * Creates a draft with everything that Frame.io requires.
     *
     * @param startIndex where it starts in the text, at least 0
     * @param endIndex where it ends in the text, at least 1
     * @param url its target, not blank
     * @return the draft
     * @throws IllegalArgumentException if an argument is outside these bounds
     */
    public static LinkDraft of(int startIndex, int endIndex, String url) {
        return new LinkDraft()
                .setNumber("start_index", startIndex, 0, Integer.MAX_VALUE)
                .setNumber("end_index", endIndex, 1, Integer.MAX_VALUE)
                .setText("url", url);
    }
}
