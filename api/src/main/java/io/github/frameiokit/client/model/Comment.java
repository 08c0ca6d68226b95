package io.github.frameiokit.client.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A comment on a file.
 *
 * @param id its id
 * @param fileId the file
 * @param text what it says
 * @param timestamp the place in the file that it is about
 * @param duration how many frames it covers
 * @param page the page of a document that it is about
 * @param annotation a drawing, as JSON
 * @param anchor the point it is pinned to
 * @param textReviewAnnotation a mark in a document's text
 * @param links the links in its text
 * @param mentions the users mentioned in its text
 * @param attachments the files attached to it
 * @param completedAt when it was completed
 * @param completerId the user who completed it
 * @param textEditedAt when its text was last edited
 * @param createdAt when it was written
 * @param updatedAt when it last changed
 * @param owner its author; only with {@link io.github.frameiokit.client.request.Include#OWNER}
 * @param replies its replies; only with {@link io.github.frameiokit.client.request.Include#REPLIES}
 */
public record Comment(
        String id,
        String fileId,
        String text,
        Optional<Timestamp> timestamp,
        Optional<Integer> duration,
        Optional<Integer> page,
        Optional<String> annotation,
        Optional<Comment.Anchor> anchor,
        Optional<TextReviewAnnotation> textReviewAnnotation,
        List<Comment.Link> links,
        List<Comment.Mention> mentions,
        List<Attachment> attachments,
        Optional<Instant> completedAt,
        Optional<String> completerId,
        Optional<Instant> textEditedAt,
        Instant createdAt,
        Instant updatedAt,
        Optional<User> owner,
        List<Comment> replies) {

    /** Checks that nothing is null, and copies the lists. */
    public Comment {
        Checks.notNull(
                Comment.class,
                id,
                fileId,
                text,
                timestamp,
                duration,
                page,
                annotation,
                anchor,
                textReviewAnnotation,
                links,
                mentions,
                attachments,
                completedAt,
                completerId,
                textEditedAt,
                createdAt,
                updatedAt,
                owner,
                replies);
        links = Checks.copy("links", links);
        mentions = Checks.copy("mentions", mentions);
        attachments = Checks.copy("attachments", attachments);
        replies = Checks.copy("replies", replies);
    }

    @Override
    public String toString() {
        return "Comment[" + id + "]";
    }

    /**
     * A point in a picture.
     *
     * @param x the distance from the left edge, from 0 to 1
     * @param y the distance from the upper edge, from 0 to 1
     */
    public record Anchor(double x, double y) {

        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if one is infinite or NaN
         */
        public Anchor {
            Checks.finite("x", x);
            Checks.finite("y", y);
        }
    }

    /**
     * A link in a comment's text.
     *
     * @param startIndex where it starts in the text, at least 0
     * @param endIndex where it ends in the text
     * @param text the part of the text that it covers
     * @param url its target
     */
    public record Link(int startIndex, int endIndex, String text, String url) {

        /** Checks that nothing is null. */
        public Link {
            Checks.notNull(Link.class, text, url);
        }

        @Override
        public String toString() {
            return "Link[]";
        }
    }

    /**
     * A user mentioned in a comment's text.
     *
     * @param startIndex where it starts in the text, at least 0
     * @param endIndex where it ends in the text
     * @param text the part of the text that it covers
     * @param userId the user
     */
    public record Mention(int startIndex, int endIndex, String text, String userId) {

        /** Checks that nothing is null. */
        public Mention {
            Checks.notNull(Mention.class, text, userId);
        }

        @Override
        public String toString() {
            return "Mention[]";
        }
    }
}
