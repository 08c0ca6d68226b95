package io.github.frameiokit.client.model;

import java.util.Optional;

/**
 * How a number is shown.
 *
 * @param scale the number of decimal places, from 0 to 3
 * @param numberFormat the format, or the unit, of the number
 */
public record NumberConfiguration(int scale, Optional<NumberConfiguration.Format> numberFormat)
        implements FieldConfiguration {

    /** Checks that nothing is null. */
    public NumberConfiguration {
        Checks.notNull(NumberConfiguration.class, numberFormat);
    }

    /**
     * The format, or the unit, of a number. Names that Frame.io adds are kept.
     *
     * @param value the name that Frame.io uses
     */
    public record Format(String value) {

        /** Checks that nothing is null. */
        public Format {
            Checks.notNull(Format.class, value);
        }

        /** {@code bitrate}. */
        public static final Format BITRATE = new Format("bitrate");

        /** {@code bits}. */
        public static final Format BITS = new Format("bits");

        /** {@code duration}. */
        public static final Format DURATION = new Format("duration");

        /** {@code framerate}. */
        public static final Format FRAMERATE = new Format("framerate");

        /** {@code frequency}. */
        public static final Format FREQUENCY = new Format("frequency");

        /** {@code storage}. */
        public static final Format STORAGE = new Format("storage");

        /** {@code timecode}. */
        public static final Format TIMECODE = new Format("timecode");

        @Override
        public String toString() {
            return value;
        }
    }
}
