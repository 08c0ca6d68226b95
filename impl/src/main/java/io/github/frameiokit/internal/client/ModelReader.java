package io.github.frameiokit.internal.client;

import io.github.frameiokit.client.model.Timestamp;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads models from Frame.io's JSON. What it doesn't know it ignores or keeps, and what has another form than documented
 * it reads as well as it can, so that a change at Frame.io breaks no app that doesn't depend on it.
 *
 * <p>JSON-B would do for what is documented, but not the same on all servers: Johnzon 1.2 gives records neither Optionals
 * nor a naming strategy, and neither it nor Yasson keeps an unknown kind of a sealed type.
 */
final class ModelReader {

    private final Map<Class<?>, Members> known = new ConcurrentHashMap<>();

    /** What a method returns, from the {@code data} of its answer. */
    Object read(JsonValue data, Type type) {
        Class<?> raw = raw(type);
        if (raw == List.class) {
            return list(data, argument(type));
        }
        if (raw == Optional.class) {
            return data instanceof JsonObject
                    ? Optional.ofNullable(value(data, argument(type), null))
                    : Optional.empty();
        }
        if (data instanceof JsonObject object) {
            return value(object, type, object);
        }
        throw new JsonException("The answer has no data.");
    }

    List<Object> list(JsonValue json, Type item) {
        return json instanceof JsonArray array
                ? array.stream()
                        .map(element -> value(element, item, JsonValue.EMPTY_JSON_OBJECT))
                        .filter(Objects::nonNull)
                        .toList()
                : List.of();
    }

    Optional<Long> number(JsonValue json) {
        return decimal(json).map(BigDecimal::longValue);
    }

    private Object value(JsonValue json, Type type, JsonObject parent) {
        Class<?> raw = raw(type);
        if (raw == Optional.class) {
            return absent(json) ? Optional.empty() : Optional.ofNullable(value(json, argument(type), parent));
        }
        if (raw == List.class) {
            return list(json, argument(type));
        }
        if (raw == String.class) {
            return text(json).orElse(null);
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return text(json).map(Boolean::valueOf).orElse(raw == boolean.class ? false : null);
        }
        if (raw == Instant.class) {
            return text(json).map(ModelReader::instant).orElse(null);
        }
        if (raw == Timestamp.class) {
            return timestamp(json);
        }
        if (raw == JsonObject.class) {
            return parent;
        }
        if (raw.isPrimitive() || Number.class.isAssignableFrom(raw)) {
            return number(raw, decimal(json));
        }
        return model(json, raw, parent);
    }

    private Object model(JsonValue json, Class<?> type, JsonObject parent) {
        if (type.isSealed()) {
            return json instanceof JsonObject object
                    ? Unions.kind(type, object, parent)
                            .map(kind -> record(object, kind))
                            .orElse(null)
                    : null;
        }
        Members members = known.computeIfAbsent(type, Members::new);
        if (members.isName()) {
            return text(json).<Object>map(members::make).orElse(null);
        }
        return json instanceof JsonObject object ? record(object, type) : null;
    }

    private Object record(JsonObject json, Class<?> type) {
        Members members = known.computeIfAbsent(type, Members::new);
        return members.make(members.all().stream()
                .map(member -> value(json.get(member.name()), member.type(), json))
                .toArray());
    }

    private static Object number(Class<?> type, Optional<BigDecimal> value) {
        if (type == int.class || type == Integer.class) {
            return value.map(BigDecimal::intValue).orElse(type.isPrimitive() ? 0 : null);
        }
        if (type == long.class || type == Long.class) {
            return value.map(BigDecimal::longValue).orElse(type.isPrimitive() ? 0L : null);
        }
        if (type == double.class) {
            return value.map(BigDecimal::doubleValue).orElse(0.0);
        }
        return value.orElse(null);
    }

    private static boolean absent(JsonValue json) {
        return json == null || json == JsonValue.NULL;
    }

    private static Optional<String> text(JsonValue json) {
        if (json instanceof JsonString string) {
            return Optional.of(string.getString());
        }
        return absent(json) || json instanceof JsonObject || json instanceof JsonArray
                ? Optional.empty()
                : Optional.of(json.toString());
    }

    private static Optional<BigDecimal> decimal(JsonValue json) {
        if (json instanceof JsonNumber number) {
            return Optional.of(number.bigDecimalValue());
        }
        try {
            return json instanceof JsonString string
                    ? Optional.of(new BigDecimal(string.getString()))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Frame.io writes times with their zone; where it doesn't, it is UTC. */
    private static Instant instant(String text) {
        String time = text.strip().replace(' ', 'T');
        try {
            return OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException withoutZone) {
            try {
                return LocalDateTime.parse(time).toInstant(ZoneOffset.UTC);
            } catch (DateTimeException e) {
                return null;
            }
        }
    }

    private static Timestamp timestamp(JsonValue json) {
        if (json instanceof JsonNumber number && number.intValue() >= 0) {
            return Timestamp.ofFrame(number.intValue());
        }
        return json instanceof JsonString timecode ? Timestamp.ofTimecode(timecode.getString()) : null;
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    private static Type argument(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments()[0];
    }
}
