package io.github.frameiokit.client.model;

import java.util.List;
import java.util.Optional;

/**
 * A mark in a document's text: a highlight, or a suggestion to insert, remove or replace text.
 *
 * @param textReviewAnnotationType the type of mark
 * @param selectionText the marked text
 * @param suggestedText the suggested text
 * @param bounds the rectangles that it covers, at least one
 */
public record TextReviewAnnotation(
        TextReviewAnnotation.Type textReviewAnnotationType,
        Optional<String> selectionText,
        Optional<String> suggestedText,
        List<TextReviewAnnotation.Bounds> bounds) {

    /** Checks that nothing is null, and copies the lists. */
    public TextReviewAnnotation {
        Checks.notNull(TextReviewAnnotation.class, textReviewAnnotationType, selectionText, suggestedText, bounds);
        bounds = Checks.copy("bounds", bounds);
    }

    @Override
    public String toString() {
        return "TextReviewAnnotation[" + textReviewAnnotationType + "]";
    }

    /**
     * The type of a mark in a document's text. Names that Frame.io adds are kept.
     *
     * @param value the name that Frame.io uses
     */
    public record Type(String value) {

        /** Checks that nothing is null. */
        public Type {
            Checks.notNull(Type.class, value);
        }

        /** {@code highlight}. */
        public static final Type HIGHLIGHT = new Type("highlight");

        /** {@code insert}. */
        public static final Type INSERT = new Type("insert");

        /** {@code remove}. */
        public static final Type REMOVE = new Type("remove");

        /** {@code replace}. */
        public static final Type REPLACE = new Type("replace");

        @Override
        public String toString() {
            return value;
        }
    }

    /**
     * A rectangle on a page.
     *
     * @param x its left edge
     * @param y its upper edge
     * @param width its width
     * @param height its height
     */
    public record Bounds(double x, double y, double width, double height) {

        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if one is infinite or NaN
         */
        public Bounds {
            Checks.finite("x", x);
            Checks.finite("y", y);
            Checks.finite("width", width);
            Checks.finite("height", height);
        }
    }
}
