package io.github.frameiokit.client.request;

import java.util.Map;

/** A link in a comment's text. Immutable: every change gives a new one. */
public final class LinkDraft extends Draft {

    private LinkDraft(Map<String, Object> members) {
        super(members);
    }

    /**
     * Starts with what Frame.io requires.
     *
     * @param startIndex where it begins in the text, from 0
     * @param endIndex where it ends in the text
     * @param url where it leads
     * @return the draft
     * @throws IllegalArgumentException if something required is missing, blank, too long or out of range
     */
    public static LinkDraft of(int startIndex, int endIndex, String url) {
        return new LinkDraft(Map.of())
                .set("start_index", Draft.number("start_index", startIndex, 0, Integer.MAX_VALUE))
                .set("end_index", Draft.number("end_index", endIndex, 1, Integer.MAX_VALUE))
                .set("url", Draft.text("url", url, Integer.MAX_VALUE));
    }

    private LinkDraft set(String member, Object value) {
        return new LinkDraft(with(member, value));
    }
}
