package io.github.frameiokit.client.request;

import io.github.frameiokit.client.model.Comment;
import io.github.frameiokit.client.model.TextReviewAnnotation;
import io.github.frameiokit.client.model.Timestamp;
import java.util.Map;

/** Changes of a comment. Immutable: every change gives a new one. */
public final class CommentUpdate extends Draft {

    private CommentUpdate(Map<String, Object> members) {
        super(members);
    }

    /** Starts with nothing. */
    public CommentUpdate() {
        this(Map.of());
    }

    /**
     * What it says.
     *
     * @param text the value, not null
     * @return a new draft
     * @throws IllegalArgumentException if it is blank or longer than 40000 characters
     */
    public CommentUpdate text(String text) {
        return set("text", Draft.text("text", text, 40000));
    }

    /**
     * Where in the file.
     *
     * @param timestamp the value, not null
     * @return a new draft
     */
    public CommentUpdate timestamp(Timestamp timestamp) {
        return set("timestamp", Draft.given("timestamp", timestamp));
    }

    /**
     * Sends {@code null} for it, which takes it away.
     *
     * @return a new draft
     */
    public CommentUpdate noTimestamp() {
        return set("timestamp", null);
    }

    /**
     * How many frames it covers.
     *
     * @param duration the value
     * @return a new draft
     * @throws IllegalArgumentException if it is out of range
     */
    public CommentUpdate duration(int duration) {
        return set("duration", Draft.number("duration", duration, 1, Integer.MAX_VALUE));
    }

    /**
     * Sends {@code null} for it, which takes it away.
     *
     * @return a new draft
     */
    public CommentUpdate noDuration() {
        return set("duration", null);
    }

    /**
     * On which page of a document.
     *
     * @param page the value
     * @return a new draft
     * @throws IllegalArgumentException if it is out of range
     */
    public CommentUpdate page(int page) {
        return set("page", Draft.number("page", page, 1, Integer.MAX_VALUE));
    }

    /**
     * A drawing, as JSON in a string.
     *
     * @param annotation the value, not null
     * @return a new draft
     * @throws IllegalArgumentException if it is blank or longer than 200000 characters
     */
    public CommentUpdate annotation(String annotation) {
        return set("annotation", Draft.text("annotation", annotation, 200000));
    }

    /**
     * Sends {@code null} for it, which takes it away.
     *
     * @return a new draft
     */
    public CommentUpdate noAnnotation() {
        return set("annotation", null);
    }

    /**
     * The point it is pinned to.
     *
     * @param anchor the value, not null
     * @return a new draft
     */
    public CommentUpdate anchor(Comment.Anchor anchor) {
        return set("anchor", Draft.given("anchor", anchor));
    }

    /**
     * Sends {@code null} for it, which takes it away.
     *
     * @return a new draft
     */
    public CommentUpdate noAnchor() {
        return set("anchor", null);
    }

    /**
     * A mark in a document's text.
     *
     * @param textReviewAnnotation the value, not null
     * @return a new draft
     */
    public CommentUpdate textReviewAnnotation(TextReviewAnnotation textReviewAnnotation) {
        return set("text_review_annotation", Draft.given("text_review_annotation", textReviewAnnotation));
    }

    /**
     * Whether it is ticked off.
     *
     * @param completed whether
     * @return a new draft
     */
    public CommentUpdate completed(boolean completed) {
        return set("completed", completed);
    }

    /**
     * The links in its text.
     *
     * @param links the value, not null
     * @return a new draft
     * @throws IllegalArgumentException if it has too few or too many
     */
    public CommentUpdate links(LinkDraft... links) {
        return set("links", Draft.list("links", 1, Integer.MAX_VALUE, links));
    }

    private CommentUpdate set(String member, Object value) {
        return new CommentUpdate(with(member, value));
    }
}
