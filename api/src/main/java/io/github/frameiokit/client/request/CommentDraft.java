package io.github.frameiokit.client.request;

import io.github.frameiokit.client.model.Comment;
import io.github.frameiokit.client.model.TextReviewAnnotation;
import io.github.frameiokit.client.model.Timestamp;
import java.util.Map;

/** A comment to be written. Immutable: every change gives a new one. */
public final class CommentDraft extends Draft {

    private CommentDraft(Map<String, Object> members) {
        super(members);
    }

    /**
     * Starts with what Frame.io requires.
     *
     * @param text what it says
     * @return the draft
     * @throws IllegalArgumentException if something required is missing, blank, too long or out of range
     */
    public static CommentDraft of(String text) {
        return new CommentDraft(Map.of()).set("text", Draft.text("text", text, 40000));
    }

    /**
     * Where in the file.
     *
     * @param timestamp the value, not null
     * @return a new draft
     */
    public CommentDraft timestamp(Timestamp timestamp) {
        return set("timestamp", Draft.given("timestamp", timestamp));
    }

    /**
     * How many frames it covers.
     *
     * @param duration the value
     * @return a new draft
     * @throws IllegalArgumentException if it is out of range
     */
    public CommentDraft duration(int duration) {
        return set("duration", Draft.number("duration", duration, 1, Integer.MAX_VALUE));
    }

    /**
     * On which page of a document.
     *
     * @param page the value
     * @return a new draft
     * @throws IllegalArgumentException if it is out of range
     */
    public CommentDraft page(int page) {
        return set("page", Draft.number("page", page, 1, Integer.MAX_VALUE));
    }

    /**
     * A drawing, as JSON in a string.
     *
     * @param annotation the value, not null
     * @return a new draft
     * @throws IllegalArgumentException if it is blank or longer than 200000 characters
     */
    public CommentDraft annotation(String annotation) {
        return set("annotation", Draft.text("annotation", annotation, 200000));
    }

    /**
     * The point it is pinned to.
     *
     * @param anchor the value, not null
     * @return a new draft
     */
    public CommentDraft anchor(Comment.Anchor anchor) {
        return set("anchor", Draft.given("anchor", anchor));
    }

    /**
     * A mark in a document's text.
     *
     * @param textReviewAnnotation the value, not null
     * @return a new draft
     */
    public CommentDraft textReviewAnnotation(TextReviewAnnotation textReviewAnnotation) {
        return set("text_review_annotation", Draft.given("text_review_annotation", textReviewAnnotation));
    }

    /**
     * Whether it is ticked off already.
     *
     * @param completed whether
     * @return a new draft
     */
    public CommentDraft completed(boolean completed) {
        return set("completed", completed);
    }

    /**
     * The links in its text.
     *
     * @param links the value, not null
     * @return a new draft
     * @throws IllegalArgumentException if it has too few or too many
     */
    public CommentDraft links(LinkDraft... links) {
        return set("links", Draft.list("links", 1, Integer.MAX_VALUE, links));
    }

    /**
     * What will be attached to it; the answer says where to put the parts.
     *
     * @param attachments the value, not null
     * @return a new draft
     * @throws IllegalArgumentException if it has too few or too many
     */
    public CommentDraft attachments(AttachmentDraft... attachments) {
        return set("attachments", Draft.list("attachments", 1, Integer.MAX_VALUE, attachments));
    }

    private CommentDraft set(String member, Object value) {
        return new CommentDraft(with(member, value));
    }
}
