package io.github.frameiokit.client.request;

import io.github.frameiokit.client.model.Comment;
import io.github.frameiokit.client.model.TextReviewAnnotation;
import io.github.frameiokit.client.model.Timestamp;

/** Changes to a comment. Immutable: each method returns a copy. */
public final class CommentUpdate extends RequestParameters<CommentUpdate> {

    /** An update that changes nothing yet. */
    public CommentUpdate() {}

    /**
     * Sets what the comment says.
     *
     * @param text the text, not blank, at most 40,000 characters
     * @return a copy with this change
     * @throws IllegalArgumentException if it is null, blank or longer than 40,000 characters
     */
    public CommentUpdate text(String text) {
        return setText("text", text, 40000);
    }

    /**
     * Sets the place in the file that the comment is about.
     *
     * @param timestamp the place, not null
     * @return a copy with this change
     */
    public CommentUpdate timestamp(Timestamp timestamp) {
        return setGiven("timestamp", timestamp);
    }

    /**
     * Removes the timestamp.
     *
     * @return a copy with this change
     */
    public CommentUpdate noTimestamp() {
        return set("timestamp", null);
    }

    /**
     * Sets how many frames the comment covers.
     *
     * @param duration the number of frames, at least 1
     * @return a copy with this change
     * @throws IllegalArgumentException if it is less than 1
     */
    public CommentUpdate duration(int duration) {
        return setNumber("duration", duration, 1, Integer.MAX_VALUE);
    }

    /**
     * Removes the duration.
     *
     * @return a copy with this change
     */
    public CommentUpdate noDuration() {
        return set("duration", null);
    }

    /**
     * Sets the page of a document that the comment is about.
     *
     * @param page the page, at least 1
     * @return a copy with this change
     * @throws IllegalArgumentException if it is less than 1
     */
    public CommentUpdate page(int page) {
        return setNumber("page", page, 1, Integer.MAX_VALUE);
    }

    /**
     * Sets a drawing.
     *
     * @param annotation the drawing as JSON, not blank, at most 200,000 characters
     * @return a copy with this change
     * @throws IllegalArgumentException if it is null, blank or longer than 200,000 characters
     */
    public CommentUpdate annotation(String annotation) {
        return setText("annotation", annotation, 200000);
    }

    /**
     * Removes the drawing.
     *
     * @return a copy with this change
     */
    public CommentUpdate noAnnotation() {
        return set("annotation", null);
    }

    /**
     * Sets the point that the comment is pinned to.
     *
     * @param anchor the point, not null
     * @return a copy with this change
     */
    public CommentUpdate anchor(Comment.Anchor anchor) {
        return setGiven("anchor", anchor);
    }

    /**
     * Removes the anchor.
     *
     * @return a copy with this change
     */
    public CommentUpdate noAnchor() {
        return set("anchor", null);
    }

    /**
     * Sets a mark in a document's text.
     *
     * @param textReviewAnnotation the mark, not null
     * @return a copy with this change
     */
    public CommentUpdate textReviewAnnotation(TextReviewAnnotation textReviewAnnotation) {
        return setGiven("text_review_annotation", textReviewAnnotation);
    }

    /**
     * Sets whether the comment is completed.
     *
     * @param completed true if it is completed
     * @return a copy with this change
     */
    public CommentUpdate completed(boolean completed) {
        return set("completed", completed);
    }

    /**
     * Sets the links in the comment's text.
     *
     * @param links one or more links
     * @return a copy with this change
     * @throws IllegalArgumentException if there are none
     */
    public CommentUpdate links(LinkDraft... links) {
        return setList("links", 1, Integer.MAX_VALUE, links);
    }
}
