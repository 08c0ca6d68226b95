package io.github.frameiokit;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbProperty;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names and types of a record's or bean's members. {@link #fit} converts submitted values to what JSON-B needs for
 * these types. A form sends texts. It sends an untouched field as an empty text, as {@code null} or not at all, and
 * JSON-B's providers treat each of these differently.
 */
final class FormShape {

    private static final String JSONB = "jakarta.json.bind.annotation.";
    private static final int LONGEST_NUMBER = 64;
    private static final int LARGEST_EXPONENT = 400;
    private static final Map<Class<?>, Class<?>> BOXES = Map.of(
            int.class, Integer.class,
            long.class, Long.class,
            short.class, Short.class,
            byte.class, Byte.class,
            double.class, Double.class,
            float.class, Float.class,
            boolean.class, Boolean.class,
            char.class, Character.class);
    private static final Set<Class<?>> NUMBERS = Set.of(
            Integer.class,
            Long.class,
            Short.class,
            Byte.class,
            Double.class,
            Float.class,
            BigDecimal.class,
            BigInteger.class,
            Number.class);
    private static final Map<Class<?>, Class<?>> OPTIONAL_NUMBERS = Map.of(
            OptionalInt.class, Integer.class, OptionalLong.class, Long.class, OptionalDouble.class, Double.class);

    private final Class<?> owner;
    private final Map<String, Type> members = new HashMap<>();
    private boolean custom;

    private FormShape(Class<?> owner) {
        this.owner = owner;
    }

    static FormShape of(Class<?> type) {
        FormShape shape = new FormShape(type);
        if (type.isInterface() || type.isArray() || type.getName().startsWith("java.")) {
            shape.custom = true;
            return shape;
        }
        shape.look(type);
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                shape.look(component.getAccessor());
                shape.look(fieldOf(component));
                shape.members.put(nameOf(component), component.getGenericType());
            }
            return shape;
        }
        for (Class<?> level = type; level != null && level != Object.class; level = level.getSuperclass()) {
            shape.readFields(level);
            shape.readSetters(level);
        }
        return shape;
    }

    /** Whether only JSON-B can bind the type: it has annotations of JSON-B other than names, or it has no members. */
    boolean isCustom() {
        return custom;
    }

    /** The JSON name of a record's component. */
    static String nameOf(RecordComponent component) {
        return name(component.getAccessor(), name(fieldOf(component), component.getName()));
    }

    /** The field has the component's annotations even if the record declares the accessor, which then lacks them. */
    private static Field fieldOf(RecordComponent component) {
        try {
            return component.getDeclaringRecord().getDeclaredField(component.getName());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e); // every component has one
        }
    }

    /** The values of the members, each converted to what its member's type needs. Other values are left out. */
    JsonObject fit(JsonObject data) {
        JsonObjectBuilder fitted = Json.createObjectBuilder();
        data.forEach((name, value) -> (members.containsKey(name)
                        ? fit(name, members.get(name), value)
                        : Optional.<JsonValue>empty())
                .ifPresent(it -> fitted.add(name, it)));
        return fitted.build();
    }

    /** The value of a record's component for an untouched field. */
    static Object zero(Class<?> type) {
        if (type == String.class) {
            return "";
        }
        if (type == Boolean.class) {
            return false;
        }
        if (type == List.class || type == Collection.class || type == Iterable.class) {
            return List.of();
        }
        if (type == Set.class) {
            return Set.of();
        }
        if (type.isArray()) {
            return Array.newInstance(type.getComponentType(), 0);
        }
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }

    static Class<?> raw(Type type) {
        if (type instanceof Class<?> it) {
            return it;
        }
        if (type instanceof ParameterizedType it) {
            return (Class<?>) it.getRawType();
        }
        return type instanceof GenericArrayType ? Object[].class : Object.class;
    }

    /** The type in a list or {@code Optional}. */
    static Type argument(Type type) {
        return type instanceof ParameterizedType it ? it.getActualTypeArguments()[0] : Object.class;
    }

    static Type boxed(Type type) {
        return type instanceof Class<?> it ? BOXES.getOrDefault(it, it) : type;
    }

    static FormDataException misfit(String field, Class<?> type, Class<?> owner) {
        return new FormDataException(
                "The submitted value of the field '" + Payload.loggable(field) + "' can't be read as "
                        + type.getSimpleName() + " for " + owner.getName() + ".",
                field);
    }

    private Optional<JsonValue> fit(String field, Type type, JsonValue value) {
        Class<?> raw = (Class<?>) boxed(raw(type));
        if (value == JsonValue.NULL) {
            return Optional.empty();
        }
        if (raw == Optional.class) {
            return value instanceof JsonString string && string.getString().isBlank()
                    ? Optional.empty()
                    : fit(field, argument(type), value);
        }
        if (Collection.class.isAssignableFrom(raw) || raw == Iterable.class || raw.isArray()) {
            return Optional.of(list(field, raw.isArray() ? item(raw, type) : argument(type), value));
        }
        if (raw == String.class) {
            return Optional.of(Json.createValue(FormData.textOf(value)));
        }
        Class<?> scalar = OPTIONAL_NUMBERS.getOrDefault(raw, raw);
        boolean isScalar = NUMBERS.contains(scalar) || scalar == Boolean.class || scalar == Character.class;
        if (isScalar && value instanceof JsonArray array && array.size() <= 1) {
            return array.isEmpty() ? Optional.empty() : fit(field, type, array.get(0));
        }
        if (value instanceof JsonObject || value instanceof JsonArray) {
            if (isScalar) {
                throw misfit(field, raw, owner);
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
            throw misfit(field, char.class, owner); // a provider may take only the first character
        }
        return Optional.of(NUMBERS.contains(scalar) ? number(field, scalar, text) : value);
    }

    private static Type item(Class<?> array, Type type) {
        return type instanceof GenericArrayType generic ? generic.getGenericComponentType() : array.getComponentType();
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
        throw misfit(field, boolean.class, owner);
    }

    /** Converts exactly, because a provider may truncate a number that is too large or has a fraction. */
    private JsonNumber number(String field, Class<?> type, String text) {
        try {
            if (text.length() > LONGEST_NUMBER) {
                throw new ArithmeticException();
            }
            BigDecimal number = new BigDecimal(text);
            if (Math.abs((long) number.scale()) > LARGEST_EXPONENT) {
                throw new ArithmeticException();
            }
            if (type == Integer.class) {
                return Json.createValue(number.intValueExact());
            }
            if (type == Long.class) {
                return Json.createValue(number.longValueExact());
            }
            if (type == Short.class) {
                return Json.createValue(number.shortValueExact());
            }
            if (type == Byte.class) {
                return Json.createValue(number.byteValueExact());
            }
            if (type == BigInteger.class) {
                return Json.createValue(number.toBigIntegerExact());
            }
            if (type == Double.class && Double.isInfinite(number.doubleValue())
                    || type == Float.class && Float.isInfinite(number.floatValue())) {
                throw new ArithmeticException();
            }
            return Json.createValue(number);
        } catch (ArithmeticException | NumberFormatException e) {
            throw misfit(field, type, owner);
        }
    }

    private void readFields(Class<?> level) {
        for (Field field : level.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                look(field);
                members.putIfAbsent(name(field, field.getName()), field.getGenericType());
            }
        }
    }

    private void readSetters(Class<?> level) {
        for (Method method : level.getDeclaredMethods()) {
            look(method);
            String name = method.getName();
            if (name.length() > 3 && name.startsWith("set") && method.getParameterCount() == 1) {
                String property = Character.toLowerCase(name.charAt(3)) + name.substring(4);
                members.putIfAbsent(name(method, property), method.getGenericParameterTypes()[0]);
            }
        }
        Arrays.stream(level.getDeclaredConstructors()).forEach(this::look);
    }

    private void look(AnnotatedElement element) {
        for (Annotation annotation : element.getAnnotations()) {
            Class<?> type = annotation.annotationType();
            custom |= type.getName().startsWith(JSONB) && type != JsonbProperty.class;
        }
    }

    private static String name(AnnotatedElement element, String otherwise) {
        JsonbProperty property = element.getAnnotation(JsonbProperty.class);
        return property == null || property.value().isEmpty() ? otherwise : property.value();
    }
}
