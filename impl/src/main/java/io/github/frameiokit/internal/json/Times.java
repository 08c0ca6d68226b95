package io.github.frameiokit.internal.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads times in the forms of ISO 8601 that services write. Only the date is required. The zone may have any of its
 * forms; without one, the time is UTC. A fraction may have any number of digits.
 */
final class Times {

    private static final Pattern TIME = Pattern.compile(
            "([+-]?\\d{4,9})-(\\d\\d)-(\\d\\d)"
                    + "(?:[T ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d{1,9})\\d*)?)?"
                    + " ?(Z|UTC|GMT|[+-]\\d\\d(?::?\\d\\d)?)?)?",
            Pattern.CASE_INSENSITIVE);

    private Times() {}

    /** The time; empty if the text isn't one. */
    static Optional<Instant> of(String text) {
        String stripped = text.strip();
        Matcher parts = TIME.matcher(stripped);
        if (text.length() > 100 || !parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime day = LocalDate.of(
                            number(stripped, parts, 1), number(stripped, parts, 2), number(stripped, parts, 3))
                    .atStartOfDay();
            return Optional.of(time(day, stripped, parts).toInstant(zone(parts.group(8))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDateTime time(LocalDateTime day, String text, Matcher parts) {
        int hour = number(text, parts, 4);
        int minute = number(text, parts, 5);
        int second = number(text, parts, 6);
        String fraction = parts.group(7) == null ? "" : parts.group(7);
        int nano = Integer.parseInt((fraction + "000000000").substring(0, 9));
        if (hour == 24 && minute == 0 && second == 0 && nano == 0) {
            return day.plusDays(1);
        }
        int leap = second == 60 ? 1 : 0;
        return day.with(LocalTime.of(hour, minute, second - leap, nano)).plusSeconds(leap);
    }

    private static ZoneOffset zone(String zone) {
        return zone == null || Character.isLetter(zone.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(zone);
    }

    private static int number(CharSequence text, Matcher parts, int group) {
        return parts.start(group) < 0 ? 0 : Integer.parseInt(text, parts.start(group), parts.end(group), 10);
    }
}
