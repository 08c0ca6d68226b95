package io.github.frameiokit.client.model;

import java.util.Optional;

/**
 * How a date is shown.
 *
 * @param displayFormat in which form
 * @param includeTime whether with the time of day
 * @param timeFormat in which form the time of day is shown
 * @param displayTimezone whether with the time zone
 */
public record DateConfiguration(
        DateConfiguration.Format displayFormat,
        Optional<Boolean> includeTime,
        Optional<DateConfiguration.TimeFormat> timeFormat,
        Optional<Boolean> displayTimezone)
        implements FieldConfiguration {

    /** Checks that nothing is null. */
    public DateConfiguration {
        Checks.notNull(DateConfiguration.class, displayFormat, includeTime, timeFormat, displayTimezone);
    }

    /**
     * In which form a date is shown. An open set: Frame.io may add to it, and what it adds is kept.
     *
     * @param value the name that Frame.io uses
     */
    public record Format(String value) {

        /** Checks that nothing is null. */
        public Format {
            Checks.notNull(Format.class, value);
        }

        /** {@code local}. */
        public static final Format LOCAL = new Format("local");

        /** {@code friendly}. */
        public static final Format FRIENDLY = new Format("friendly");

        /** {@code usa}. */
        public static final Format USA = new Format("usa");

        /** {@code euro}. */
        public static final Format EURO = new Format("euro");

        /** {@code iso}. */
        public static final Format ISO = new Format("iso");

        @Override
        public String toString() {
            return value;
        }
    }

    /**
     * In which form a time of day is shown. An open set: Frame.io may add to it, and what it adds is kept.
     *
     * @param value the name that Frame.io uses
     */
    public record TimeFormat(String value) {

        /** Checks that nothing is null. */
        public TimeFormat {
            Checks.notNull(TimeFormat.class, value);
        }

        /** {@code twelve_hour}. */
        public static final TimeFormat TWELVE_HOUR = new TimeFormat("twelve_hour");

        /** {@code twenty_four_hour}. */
        public static final TimeFormat TWENTY_FOUR_HOUR = new TimeFormat("twenty_four_hour");

        @Override
        public String toString() {
            return value;
        }
    }
}
