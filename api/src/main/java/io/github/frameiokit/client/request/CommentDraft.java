package io.github.frameiokit.client.request;

import io.github.frameiokit.client.model.Comment;
import io.github.frameiokit.client.model.TextReviewAnnotation;
import io.github.frameiokit.client.model.Timestamp;

/** A comment to create. Immutable: each method returns a copy. */
public final class CommentDraft extends RequestParameters<CommentDraft> {

    private CommentDraft() {}

    /**
     * Creates a draft with everything that Frame.io requires.
     *
     * @param text what it says, not blank, at most 40,000 characters
     * @return the draft
     * @throws IllegalArgumentException if an argument is outside these bounds
     */
    public static CommentDraft of(String text) {
        return new CommentDraft().setText("text", text, 40000);
    }

    /**
     * Sets the place in the file that the comment is about.
     *
     * @param timestamp the place, not null
     * @return a copy with this change
     */
    public CommentDraft timestamp(Timestamp timestamp) {
        return setGiven("timestamp", timestamp);
    }

    /**
     * Sets how many frames the comment covers.
     *
     * @param duration the number of frames, at least 1
     * @return a copy with this change
     * @throws IllegalArgumentException if it is less than 1
     */
    public CommentDraft duration(int duration) {
        return setNumber("duration", duration, 1, Integer.MAX_VALUE);
    }

    /**
     * Sets the page of a document that the comment is about.
     *
     * @param page the page, at least 1
     * @return a copy with this change
     * @throws IllegalArgumentException if it is less than 1
     */
    public CommentDraft page(int page) {
        return setNumber("page", page, 1, Integer.MAX_VALUE);
    }

    /**
     * Sets a drawing.
     *
     * @param annotation the drawing as JSON, not blank, at most 200,000 characters
     * @return a copy with this change
     * @throws IllegalArgumentException if it is null, blank or longer than 200,000 characters
     */
    public CommentDraft annotation(String annotation) {
        return setText("annotation", annotation, 200000);
    }

    /**
     * Sets the point that the comment is pinned to.
     *
     * @param anchor the point, not null
     * @return a copy with this change
     */
    public CommentDraft anchor(Comment.Anchor anchor) {
        return setGiven("anchor", anchor);
    }

    /**
     * Sets a mark in a document's text.
     *
     * @param textReviewAnnotation the mark, not null
     * @return a copy with this change
     */
    public CommentDraft textReviewAnnotation(TextReviewAnnotation textReviewAnnotation) {
        return setGiven("text_review_annotation", textReviewAnnotation);
    }

    /**
     * Sets whether the comment is completed.
     *
     * @param completed true if it is completed
     * @return a copy with this change
     */
    public CommentDraft completed(boolean completed) {
        return set("completed", completed);
    }

    /**
     * Sets the links in the comment's text.
     *
     * @param links one or more links
     * @return a copy with this change
     * @throws IllegalArgumentException if there are none
     */
    public CommentDraft links(LinkDraft... links) {
        return setList("links", 1, Integer.MAX_VALUE, links);
    }

    /**
     * Sets the files to attach. The new comment says where to upload their parts.
     *
     * @param attachments one or more files
     * @return a copy with this change
     * @throws IllegalArgumentException if there are none
     */
    public CommentDraft attachments(AttachmentDraft... attachments) {
        return setList("attachments", 1, Integer.MAX_VALUE, attachments);
    }
}
