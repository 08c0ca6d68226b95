package io.github.frameiokit;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Converts submitted values to what JSON-B needs for the types of their members. A form sends texts. It sends an
 * untouched field as an empty text, as {@code null} or not at all, and JSON-B's providers treat each of these
 * differently.
 */
final class FormFitting {

    private static final int LONGEST_NUMBER = 64;
    private static final int LARGEST_EXPONENT = 400;
    private static final Map<Class<?>, Class<?>> OPTIONAL_NUMBERS = Map.of(
            OptionalInt.class, Integer.class, OptionalLong.class, Long.class, OptionalDouble.class, Double.class);

    /** Exact conversions, since a provider may truncate a number that is too large or has a fraction. */
    private static final Map<Class<?>, UnaryOperator<BigDecimal>> NUMBERS = Map.of(
            Integer.class, number -> BigDecimal.valueOf(number.intValueExact()),
            Long.class, number -> BigDecimal.valueOf(number.longValueExact()),
            Short.class, number -> BigDecimal.valueOf(number.shortValueExact()),
            Byte.class, number -> BigDecimal.valueOf(number.byteValueExact()),
            BigInteger.class, number -> new BigDecimal(number.toBigIntegerExact()),
            Double.class, number -> finite(number, number.doubleValue()),
            Float.class, number -> finite(number, number.floatValue()),
            BigDecimal.class, UnaryOperator.identity(),
            Number.class, UnaryOperator.identity());

    private final Class<?> owner;

    FormFitting(Class<?> owner) {
        this.owner = owner;
    }

    /** The values of the members, each converted to what its member's type needs. Other values are left out. */
    JsonObject fit(JsonObject data, Map<String, Type> members) {
        JsonObjectBuilder fitted = Json.createObjectBuilder();
        data.forEach((name, value) -> {
            if (members.containsKey(name)) {
                fit(name, members.get(name), value).ifPresent(it -> fitted.add(name, it));
            }
        });
        return fitted.build();
    }

    private Optional<JsonValue> fit(String field, Type type, JsonValue value) {
        Class<?> raw = (Class<?>) FormTypes.boxed(FormTypes.raw(type));
        if (value == JsonValue.NULL) {
            return Optional.empty();
        }
        if (raw == Optional.class) {
            return value instanceof JsonString string && string.getString().isBlank()
                    ? Optional.empty()
                    : fit(field, FormTypes.argument(type), value);
        }
        if (Collection.class.isAssignableFrom(raw) || raw == Iterable.class || raw.isArray()) {
            return Optional.of(list(field, FormTypes.item(type), value));
        }
        if (raw == String.class) {
            return Optional.of(Json.createValue(FormData.textOf(value)));
        }
        Class<?> scalar = OPTIONAL_NUMBERS.getOrDefault(raw, raw);
        boolean isScalar = NUMBERS.containsKey(scalar) || scalar == Boolean.class || scalar == Character.class;
        if (isScalar && value instanceof JsonArray array && array.size() <= 1) {
            return array.isEmpty() ? Optional.empty() : fit(field, type, array.get(0));
        }
        if (value instanceof JsonObject || value instanceof JsonArray) {
            if (isScalar) {
                throw misfit(field, raw);
            }
            return Optional.of(value);
        }
        String text = FormData.textOf(value).strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (scalar == Boolean.class) {
            return Optional.of(truth(field, text));
        }
        if (scalar == Character.class && text.length() > 1) {
            throw misfit(field, char.class); // a provider may take only the first character
        }
        return Optional.of(NUMBERS.containsKey(scalar) ? number(field, scalar, text) : value);
    }

    private JsonValue list(String field, Type item, JsonValue value) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        (value instanceof JsonArray array ? array.stream() : Stream.of(value))
                .filter(it -> it != JsonValue.NULL && !FormData.textOf(it).isEmpty())
                .flatMap(it -> fit(field, item, it).stream())
                .forEach(items::add);
        return items.build();
    }

    private JsonValue truth(String field, String text) {
        if (text.equalsIgnoreCase("true")) {
            return JsonValue.TRUE;
        }
        if (text.equalsIgnoreCase("false")) {
            return JsonValue.FALSE;
        }
        throw misfit(field, boolean.class);
    }

    private JsonNumber number(String field, Class<?> type, String text) {
        try {
            if (text.length() > LONGEST_NUMBER) {
                throw new ArithmeticException();
            }
            BigDecimal number = new BigDecimal(text);
            if (Math.abs((long) number.scale()) > LARGEST_EXPONENT) {
                throw new ArithmeticException();
            }
            return Json.createValue(Objects.requireNonNull(NUMBERS.get(type)).apply(number));
        } catch (ArithmeticException | NumberFormatException e) {
            throw misfit(field, type);
        }
    }

    private static BigDecimal finite(BigDecimal number, double value) {
        if (Double.isInfinite(value)) {
            throw new ArithmeticException();
        }
        return number;
    }

    private FormDataException misfit(String field, Class<?> type) {
        return FormDataException.misfit(field, type, owner);
    }
}
