package io.github.frameiokit;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Binds submitted values to an object of the app. JSON-B converts the values, but the kit creates the records: Yasson
 * can't create a record that isn't public, and Johnzon can't create one with an {@code Optional}.
 *
 * <p>This class is loaded when it is first used, because an app may not have JSON-B. Each form has a {@link Jsonb} of
 * its own, which is closed afterwards, so that nothing that outlives the app keeps the app's classes in memory. A form
 * is one click of a user, so the cost doesn't matter.
 */
final class FormBinding {

    private final Jsonb jsonb;

    FormBinding(Jsonb jsonb) {
        this.jsonb = jsonb;
    }

    static <T> T bind(JsonObject data, Class<T> type) {
        Jsonb jsonb = create();
        try {
            return new FormBinding(jsonb).bound(data, type);
        } finally {
            close(jsonb);
        }
    }

    private static void close(Jsonb jsonb) {
        try {
            jsonb.close();
        } catch (Exception e) {
            throw new IllegalStateException("JSON-B couldn't be closed.", e);
        }
    }

    private static Jsonb create() {
        try {
            return JsonbBuilder.create();
        } catch (JsonbException e) {
            throw FormData.noBinding(e);
        }
    }

    <T> T bound(JsonObject data, Class<T> type) {
        FormShape shape = FormShape.of(type);
        if (shape.isCustom()) {
            return converted(data, type, type);
        }
        JsonObject fitted = new FormFitting(type).fit(data, shape.members());
        if (type.isRecord()) {
            return created(fitted, type);
        }
        if (!Modifier.isPublic(type.getModifiers())) {
            throw new IllegalArgumentException(
                    type.getName() + " isn't public, so JSON-B can't create one; make it public, or use a record.");
        }
        return converted(fitted, type, type);
    }

    private <T> T created(JsonObject fitted, Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            String name = FormShape.nameOf(components[i]);
            values[i] = value(fitted.get(name), components[i].getGenericType(), name, type);
        }
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            // the record's own check: its message may show the value
            throw new FormDataException("The constructor of " + type.getName() + " rejected the submitted values ("
                    + e.getTargetException().getClass().getName() + ").");
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IllegalArgumentException(
                    type.getName() + " can't be created; open its package to reflection.", e);
        }
    }

    private @Nullable Object value(@Nullable JsonValue value, Type type, String field, Class<?> owner) {
        Class<?> raw = FormTypes.raw(type);
        if (raw == Optional.class) {
            return Optional.ofNullable(value).map(it -> value(it, FormTypes.argument(type), field, owner));
        }
        if (raw == OptionalInt.class) {
            return value == null ? OptionalInt.empty() : OptionalInt.of(number(value, Integer.class, field, owner));
        }
        if (raw == OptionalLong.class) {
            return value == null ? OptionalLong.empty() : OptionalLong.of(number(value, Long.class, field, owner));
        }
        if (raw == OptionalDouble.class) {
            return value == null
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(number(value, Double.class, field, owner));
        }
        if (value == null) {
            return untouched(raw);
        }
        if (raw.isRecord() && value instanceof JsonObject object) {
            return bound(object, raw);
        }
        try {
            return converted(value, FormTypes.boxed(type));
        } catch (JsonbException e) {
            throw FormDataException.misfit(field, raw, owner);
        }
    }

    private <N extends Number> N number(JsonValue value, Class<N> type, String field, Class<?> owner) {
        return type.cast(Objects.requireNonNull(value(value, type, field, owner)));
    }

    private <T> T converted(JsonValue value, Type type, Class<T> owner) {
        try {
            return owner.cast(converted(value, type));
        } catch (JsonbException e) {
            throw new FormDataException("The submitted values can't be bound to " + owner.getName()
                    + ": a value doesn't fit, or JSON-B can't create such an object.");
        }
    }

    /** Wraps a single value in an array, because some providers read only JSON objects and arrays. */
    private Object converted(JsonValue value, Type type) {
        try {
            return value instanceof JsonObject || value instanceof JsonArray
                    ? jsonb.fromJson(value.toString(), type)
                    : jsonb.<List<?>>fromJson("[" + value + "]", new ListOf(type))
                            .get(0);
        } catch (JsonbException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new JsonbException("JSON-B failed.", e); // Johnzon also throws other exceptions
        }
    }

    /** The value of a record's component for an untouched field. */
    private static @Nullable Object untouched(Class<?> type) {
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

    /** The type of a list with such items. */
    private record ListOf(Type item) implements ParameterizedType {

        @Override
        public Type[] getActualTypeArguments() {
            return new Type[] {item};
        }

        @Override
        public Type getRawType() {
            return List.class;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return null;
        }
    }
}
