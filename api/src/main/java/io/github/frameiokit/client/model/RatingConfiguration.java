package io.github.frameiokit.client.model;

import java.util.Optional;

/**
 * How a rating is shown.
 *
 * @param maxValue the best rating, from 0 to 5
 * @param style the symbol that is shown
 * @param color the colour
 */
public record RatingConfiguration(int maxValue, Optional<RatingConfiguration.Style> style, Optional<String> color)
        implements FieldConfiguration {

    /** Checks that nothing is null. */
    public RatingConfiguration {
        Checks.notNull(RatingConfiguration.class, style, color);
    }

    /**
     * The symbol that shows a rating. Names that Frame.io adds are kept.
     *
     * @param value the name that Frame.io uses
     */
    public record Style(String value) {

        /** Checks that nothing is null. */
        public Style {
            Checks.notNull(Style.class, value);
        }

        /** {@code star}. */
        public static final Style STAR = new Style("star");

        /** {@code heart}. */
        public static final Style HEART = new Style("heart");

        /** {@code thumbs_up}. */
        public static final Style THUMBS_UP = new Style("thumbs_up");

        @Override
        public String toString() {
            return value;
        }
    }
}
