package io.github.frameiokit.client.model;

import java.util.Optional;

/**
 * How a date is shown.
 *
 * @param displayFormat the format of the date
 * @param includeTime whether the time of day is shown as well
 * @param timeFormat the format of the time of day
 * @param displayTimezone whether the time zone is shown as well
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
     * The format of a date. Names that Frame.io adds are kept.
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
     * The format of a time of day. Names that Frame.io adds are kept.
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
