package io.github.frameiokit.internal.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads {@code Retry-After} (RFC 9110, 10.2.3), in seconds or as a date. Frame.io doesn't document the header, but a
 * gateway in front of it may send it.
 */
final class RetryAfter {

    /** Longer waits count as this one, so that a caller can add it to a time without an overflow. */
    static final Duration MOST = Duration.ofSeconds(Integer.MAX_VALUE);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,100}(\\.\\d{1,100})?");

    /** The current form, and the two obsolete ones that RFC 9110, 5.6.7 requires a recipient to read. */
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern("EEEE, dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, LocalDate.of(1990, 1, 1))
                    .appendPattern(" HH:mm:ss 'GMT'")
                    .toFormatter(Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC),
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern("EEE MMM ppd HH:mm:ss yyyy")
                    .toFormatter(Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC));

    private RetryAfter() {}

    /** The longest wait that a response asks for; empty if it asks for none in a readable form. */
    static Optional<Duration> of(RawResponse response, Instant now) {
        Optional<Instant> sent = response.headers().firstValue("Date").flatMap(RetryAfter::date);
        return response.headers().allValues("Retry-After").stream()
                .flatMap(value -> date(value)
                        .map(date -> Stream.of(until(date, sent, now)))
                        .orElseGet(() -> Arrays.stream(value.split(","))
                                .map(RetryAfter::seconds)
                                .flatMap(Optional::stream)))
                .max(Duration::compareTo);
    }

    /** A wait, not longer than {@link #MOST}. */
    static Duration bounded(Duration wait) {
        return wait.compareTo(MOST) < 0 ? wait : MOST;
    }

    /**
     * Counts from the response's own date, since its clock may differ from ours. But that date may be a cache's, so
     * where the two clocks disagree the shorter wait counts. A wait that is too short costs one more try.
     */
    private static Duration until(Instant date, Optional<Instant> sent, Instant now) {
        return Stream.of(now, sent.orElse(now))
                .map(from -> Duration.between(from, date))
                .filter(wait -> !wait.isNegative())
                .min(Duration::compareTo)
                .map(RetryAfter::bounded)
                .orElse(Duration.ZERO);
    }

    private static Optional<Duration> seconds(String value) {
        String number = value.strip();
        if (!SECONDS.matcher(number).matches()) {
            return Optional.empty();
        }
        BigDecimal seconds = new BigDecimal(number).min(BigDecimal.valueOf(MOST.toSeconds()));
        return Optional.of(Duration.ofMillis(
                seconds.movePointRight(3).setScale(0, RoundingMode.CEILING).longValueExact()));
    }

    private static Optional<Instant> date(String value) {
        return DATES.stream()
                .map(format -> {
                    try {
                        return format.parse(value.strip(), Instant::from);
                    } catch (DateTimeException e) {
                        return null;
                    }
                })
                .filter(Objects::nonNull)
                .findFirst();
    }
}
