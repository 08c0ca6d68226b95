package io.github.frameiokit.internal.json;

import io.github.frameiokit.client.model.Timestamp;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads models from Frame.io's JSON. It ignores unknown members, and keeps unknown names and kinds. It reads other
 * forms than the documented ones where their meaning is clear: a number or a boolean as text, a time in any form of ISO
 * 8601. Anything else counts as missing: an {@code Optional} is then empty, and without one the response is unreadable,
 * since a null, a zero or an empty list would mean something that Frame.io didn't say. Thread-safe.
 *
 * <p>JSON-B would do for the documented forms, but differs between servers: Johnzon 1.2 supports neither Optionals nor
 * a naming strategy in records, and neither it nor Yasson keeps an unknown kind of a sealed type.
 */
public final class ModelReader {

    private static final System.Logger LOG = System.getLogger(ModelReader.class.getName());
    /** No number of Frame.io's needs more digits, and arithmetic with many more would exhaust the memory. */
    private static final int MOST_DIGITS = 1000;

    private static final int LONGEST_NUMBER = 100;
    /** Hours, minutes, seconds and frames; drop-frame timecodes have a semicolon or a dot before the frames. */
    private static final Pattern TIMECODE = Pattern.compile("\\d{1,3}([:;.]\\d{1,3}){2,4}");

    private final Map<Class<?>, RecordBinding> known = new ConcurrentHashMap<>();

    /**
     * Reads what a method returns from the {@code data} of its response.
     *
     * @param accepted whether Frame.io may carry out the call later; the response then may have no data
     * @throws Unreadable if the data is missing, or lacks something that the model requires
     */
    public @Nullable Object read(@Nullable JsonValue data, Type type, boolean accepted) {
        boolean later = accepted && absent(data);
        if (raw(type) == List.class) {
            return later ? List.of() : items(data, argument(type));
        }
        if (raw(type) == Optional.class) {
            return later ? Optional.empty() : Optional.ofNullable(read(data, argument(type), accepted));
        }
        try {
            if (data instanceof JsonObject object) {
                return value(object, type, object);
            }
            throw wrong(data, "an object");
        } catch (Unreadable e) {
            throw e.in("data");
        }
    }

    /**
     * Reads a page's items from the {@code data} of its response.
     *
     * @throws Unreadable if it isn't a list of such items
     */
    public List<Object> items(@Nullable JsonValue data, Type item) {
        try {
            if (absent(data)) {
                throw wrong(data, "a list");
            }
            return list(data, item);
        } catch (Unreadable e) {
            throw e.in("data");
        }
    }

    /** A number of items; empty if the value isn't one. */
    public Optional<Long> count(@Nullable JsonValue json) {
        return whole(json, Long.MAX_VALUE);
    }

    private List<Object> list(@Nullable JsonValue json, Type item) {
        if (absent(json)) {
            return List.of();
        }
        if (!(json instanceof JsonArray array)) {
            throw wrong(json, "a list");
        }
        List<Object> items = new ArrayList<>(array.size());
        for (JsonValue element : array) {
            try {
                items.add(value(element, item, JsonValue.EMPTY_JSON_OBJECT));
            } catch (Unreadable e) {
                throw e.in(items.size());
            }
        }
        return Collections.unmodifiableList(items);
    }

    private @Nullable Object value(@Nullable JsonValue json, Type type, JsonObject parent) {
        Class<?> raw = raw(type);
        if (raw == Optional.class) {
            return optional(json, argument(type), parent);
        }
        if (raw == List.class) {
            return list(json, argument(type));
        }
        if (raw == JsonObject.class) {
            // a component json() holds the whole object that the record is read from, not a member of it
            return parent;
        }
        if (raw == String.class) {
            return text(json).orElseThrow(() -> wrong(json, "a text"));
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return choice(json).orElseThrow(() -> wrong(json, "true or false"));
        }
        if (raw == Instant.class) {
            return text(json).flatMap(Times::of).orElseThrow(() -> wrong(json, "a time"));
        }
        if (raw == Timestamp.class) {
            return timestamp(json).orElseThrow(() -> wrong(json, "a frame or a timecode"));
        }
        if (raw.isPrimitive() || Number.class.isAssignableFrom(raw)) {
            return number(raw, json).orElseThrow(() -> wrong(json, "a number that can be here"));
        }
        return model(json, raw, parent);
    }

    private Optional<?> optional(@Nullable JsonValue json, Type type, JsonObject parent) {
        if (absent(json)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(value(json, type, parent));
        } catch (Unreadable e) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    () -> "An optional value can't be read and counts as missing: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Null only for a text field's configuration, which is empty. */
    private @Nullable Object model(@Nullable JsonValue json, Class<?> type, JsonObject parent) {
        if (type.isSealed()) {
            if (json instanceof JsonObject object) {
                return Unions.kind(type, object, parent)
                        .map(kind -> record(object, kind))
                        .orElse(null);
            }
            throw wrong(json, "an object");
        }
        RecordBinding members = members(type);
        if (members.isName()) {
            return members.create(text(json).orElseThrow(() -> wrong(json, "a text")));
        }
        if (json instanceof JsonObject object) {
            return record(object, type);
        }
        throw wrong(json, "an object");
    }

    private Object record(JsonObject json, Class<?> type) {
        RecordBinding members = members(type);
        List<RecordBinding.Member> all = members.all();
        Object[] values = new Object[all.size()];
        for (int i = 0; i < values.length; i++) {
            RecordBinding.Member member = all.get(i);
            try {
                values[i] = value(json.get(member.name()), member.type(), json);
            } catch (Unreadable e) {
                throw e.in(member.name());
            }
        }
        return members.create(values);
    }

    private RecordBinding members(Class<?> type) {
        return known.computeIfAbsent(type, RecordBinding::new);
    }

    private static Unreadable wrong(@Nullable JsonValue json, String expected) {
        return new Unreadable(absent(json) ? "is missing" : "isn't " + expected);
    }

    private static boolean absent(@Nullable JsonValue json) {
        return json == null || json == JsonValue.NULL;
    }

    private static Optional<String> text(@Nullable JsonValue json) {
        if (json instanceof JsonString string) {
            return Optional.of(string.getString());
        }
        return json == null || absent(json) || json instanceof JsonObject || json instanceof JsonArray
                ? Optional.empty()
                : Optional.of(json.toString());
    }

    private static Optional<Boolean> choice(@Nullable JsonValue json) {
        return text(json)
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> text.equals("true") || text.equals("false"))
                .map(Boolean::valueOf);
    }

    private static Optional<?> number(Class<?> type, @Nullable JsonValue json) {
        if (type == int.class || type == Integer.class) {
            return whole(json, Integer.MAX_VALUE).map(Long::intValue);
        }
        if (type == long.class || type == Long.class) {
            return whole(json, Long.MAX_VALUE);
        }
        return type == double.class
                ? decimal(json).map(BigDecimal::doubleValue).filter(Double::isFinite)
                : decimal(json);
    }

    /** None of Frame.io's whole numbers is negative. */
    private static Optional<Long> whole(@Nullable JsonValue json, long largest) {
        return decimal(json)
                .filter(number -> number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(largest)) <= 0)
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::longValueExact);
    }

    private static Optional<BigDecimal> decimal(@Nullable JsonValue json) {
        try {
            Optional<BigDecimal> number = Optional.empty();
            if (json instanceof JsonNumber known) {
                number = Optional.of(known.bigDecimalValue());
            } else if (json instanceof JsonString string && string.getString().length() <= LONGEST_NUMBER) {
                number = Optional.of(new BigDecimal(string.getString().strip()));
            }
            return number.filter(it -> it.precision() <= MOST_DIGITS && Math.abs((long) it.scale()) <= MOST_DIGITS);
        } catch (ArithmeticException | NumberFormatException | UnsupportedOperationException e) {
            return Optional.empty(); // an exponent that is out of range
        }
    }

    private static Optional<Timestamp> timestamp(@Nullable JsonValue json) {
        Optional<Timestamp> frame =
                whole(json, Integer.MAX_VALUE).map(Long::intValue).map(Timestamp::ofFrame);
        return json instanceof JsonString text && frame.isEmpty()
                ? Optional.of(text.getString())
                        .filter(timecode -> TIMECODE.matcher(timecode).matches())
                        .map(Timestamp::ofTimecode)
                : frame;
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    private static Type argument(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments()[0];
    }
}
