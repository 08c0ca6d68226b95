package io.github.frameiokit.internal.json;

import io.github.frameiokit.client.model.Timestamp;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values that have no parts, in all forms whose meaning is clear. Each method returns null if a value has
 * none of them: a page of a list has thousands of values, so they return no {@code Optional}s.
 */
final class Scalars {

    /** No number of Frame.io's needs more digits, and arithmetic with many more would exhaust the memory. */
    private static final int MOST_DIGITS = 1000;

    private static final int LONGEST_NUMBER = 100;
    /** Hours, minutes, seconds and frames; drop-frame timecodes have a semicolon or a dot before the frames. */
    private static final Pattern TIMECODE = Pattern.compile("\\d{1,3}([:;.]\\d{1,3}){2,4}");

    private Scalars() {}

    /** A text; a number or a boolean counts as one. */
    static @Nullable String text(JsonValue json) {
        if (json instanceof JsonString string) {
            return string.getString();
        }
        return switch (json.getValueType()) {
            case NULL, OBJECT, ARRAY -> null;
            default -> json.toString();
        };
    }

    /** A boolean, also as text. */
    static @Nullable Boolean choice(JsonValue json) {
        return switch (json.getValueType()) {
            case TRUE -> Boolean.TRUE;
            case FALSE -> Boolean.FALSE;
            case STRING ->
                switch (((JsonString) json).getString().strip().toLowerCase(Locale.ROOT)) {
                    case "true" -> Boolean.TRUE;
                    case "false" -> Boolean.FALSE;
                    default -> null;
                };
            default -> null;
        };
    }

    /** A number of one of the types that models have. */
    static @Nullable Number number(Class<?> type, JsonValue json) {
        if (type == int.class || type == Integer.class) {
            Long whole = whole(json, Integer.MAX_VALUE);
            return whole == null ? null : (Number) whole.intValue(); // without the cast, it would become a long again
        }
        if (type == long.class || type == Long.class) {
            return whole(json, Long.MAX_VALUE);
        }
        BigDecimal number = decimal(json);
        if (type != double.class || number == null) {
            return number;
        }
        double rounded = number.doubleValue();
        return Double.isFinite(rounded) ? rounded : null;
    }

    /** A whole number; none of Frame.io's is negative. */
    static @Nullable Long whole(JsonValue json, long largest) {
        try {
            long number;
            if (json instanceof JsonNumber known && known.isIntegral()) {
                number = known.longValueExact();
            } else {
                BigDecimal decimal = decimal(json);
                if (decimal == null) {
                    return null;
                }
                number = decimal.longValueExact();
            }
            return number >= 0 && number <= largest ? number : null;
        } catch (ArithmeticException | NumberFormatException | UnsupportedOperationException e) {
            return null; // a fraction, or out of range
        }
    }

    private static @Nullable BigDecimal decimal(JsonValue json) {
        try {
            BigDecimal number;
            if (json instanceof JsonNumber known) {
                number = known.bigDecimalValue();
            } else if (json instanceof JsonString string && string.getString().length() <= LONGEST_NUMBER) {
                number = new BigDecimal(string.getString().strip());
            } else {
                return null;
            }
            return number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS ? number : null;
        } catch (ArithmeticException | NumberFormatException | UnsupportedOperationException e) {
            return null; // an exponent that is out of range
        }
    }

    /** The number of a frame, or a timecode. */
    static @Nullable Timestamp timestamp(JsonValue json) {
        Long frame = whole(json, Integer.MAX_VALUE);
        if (frame != null) {
            return Timestamp.ofFrame(frame.intValue());
        }
        return json instanceof JsonString text
                        && TIMECODE.matcher(text.getString()).matches()
                ? Timestamp.ofTimecode(text.getString())
                : null;
    }
}
