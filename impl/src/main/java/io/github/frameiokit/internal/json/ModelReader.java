package io.github.frameiokit.internal.json;

import io.github.frameiokit.client.model.Timestamp;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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

    private final Map<Type, ValueReader> readers = new ConcurrentHashMap<>();

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
                return reader(type).read(object, object);
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
            return list(data, reader(item));
        } catch (Unreadable e) {
            throw e.in("data");
        }
    }

    /** A number of items; empty if the value isn't one. */
    public Optional<Long> count(@Nullable JsonValue json) {
        return json == null ? Optional.empty() : Optional.ofNullable(Scalars.whole(json, Long.MAX_VALUE));
    }

    /** Reads the values of one type. It is built once per type, so that a value costs no look at its type. */
    @FunctionalInterface
    private interface ValueReader {

        /**
         * Reads a value. The result is null only for a text field's configuration, which is empty.
         *
         * @param json the value; null if there is none
         * @param parent the object that has it as a member
         */
        @Nullable
        Object read(@Nullable JsonValue json, JsonObject parent);
    }

    /** Without a lock: readers of types that contain each other are built while others read. */
    private ValueReader reader(Type type) {
        ValueReader known = readers.get(type);
        if (known == null) {
            known = newReader(type);
            readers.put(type, known);
        }
        return known;
    }

    private ValueReader newReader(Type type) {
        Class<?> raw = raw(type);
        if (raw == Optional.class) {
            ValueReader value = reader(argument(type));
            return (json, parent) -> optional(json, value, parent);
        }
        if (raw == List.class) {
            ValueReader item = reader(argument(type));
            return (json, parent) -> list(json, item);
        }
        if (raw == JsonObject.class) {
            // a component json() holds the whole object that the record is read from, not a member of it
            return (json, parent) -> parent;
        }
        if (raw == String.class) {
            return scalar("a text", Scalars::text);
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return scalar("true or false", Scalars::choice);
        }
        if (raw == Instant.class) {
            return scalar("a time", ModelReader::time);
        }
        if (raw == Timestamp.class) {
            return scalar("a frame or a timecode", Scalars::timestamp);
        }
        if (raw.isPrimitive() || Number.class.isAssignableFrom(raw)) {
            return scalar("a number that can be here", json -> Scalars.number(raw, json));
        }
        if (raw.isSealed()) {
            return (json, parent) -> union(json, raw, parent);
        }
        RecordBinding binding = new RecordBinding(raw);
        return binding.isName() ? scalar("a text", json -> name(json, binding)) : new RecordReader(binding);
    }

    private static ValueReader scalar(String expected, Function<JsonValue, @Nullable Object> form) {
        return (json, parent) -> {
            Object value = json == null ? null : form.apply(json);
            if (value == null) {
                throw wrong(json, expected);
            }
            return value;
        };
    }

    private static @Nullable Instant time(JsonValue json) {
        String text = Scalars.text(json);
        return text == null ? null : Times.of(text).orElse(null);
    }

    private static @Nullable Object name(JsonValue json, RecordBinding binding) {
        String text = Scalars.text(json);
        return text == null ? null : binding.create(text);
    }

    private static List<Object> list(@Nullable JsonValue json, ValueReader item) {
        if (json == null || absent(json)) {
            return List.of();
        }
        if (!(json instanceof JsonArray array)) {
            throw wrong(json, "a list");
        }
        List<Object> items = new ArrayList<>(array.size());
        for (JsonValue element : array) {
            try {
                items.add(item.read(element, JsonValue.EMPTY_JSON_OBJECT));
            } catch (Unreadable e) {
                throw e.in(items.size());
            }
        }
        return Collections.unmodifiableList(items);
    }

    private static Optional<?> optional(@Nullable JsonValue json, ValueReader value, JsonObject parent) {
        if (absent(json)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(value.read(json, parent));
        } catch (Unreadable e) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    () -> "An optional value can't be read and counts as missing: " + e.getMessage());
            return Optional.empty();
        }
    }

    private @Nullable Object union(@Nullable JsonValue json, Class<?> type, JsonObject parent) {
        if (json instanceof JsonObject object) {
            Class<?> kind = Unions.kind(type, object, parent);
            return kind == null ? null : reader(kind).read(object, parent);
        }
        throw wrong(json, "an object");
    }

    /** Reads a record from the members of an object. */
    private final class RecordReader implements ValueReader {

        private final RecordBinding binding;

        /** Built when the first record is read, since a record may contain others of its own type. */
        private volatile ValueReader @Nullable [] components;

        RecordReader(RecordBinding binding) {
            this.binding = binding;
        }

        @Override
        public Object read(@Nullable JsonValue json, JsonObject parent) {
            if (!(json instanceof JsonObject object)) {
                throw wrong(json, "an object");
            }
            List<RecordBinding.Member> members = binding.all();
            ValueReader[] readers = components();
            Object[] values = new Object[readers.length];
            for (int i = 0; i < values.length; i++) {
                String name = members.get(i).name();
                try {
                    values[i] = readers[i].read(object.get(name), object);
                } catch (Unreadable e) {
                    throw e.in(name);
                }
            }
            return binding.create(values);
        }

        private ValueReader[] components() {
            ValueReader[] known = components;
            if (known == null) {
                known = binding.all().stream()
                        .map(member -> reader(member.type()))
                        .toArray(ValueReader[]::new);
                components = known;
            }
            return known;
        }
    }

    private static Unreadable wrong(@Nullable JsonValue json, String expected) {
        return new Unreadable(absent(json) ? "is missing" : "isn't " + expected);
    }

    private static boolean absent(@Nullable JsonValue json) {
        return json == null || json == JsonValue.NULL;
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    private static Type argument(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments()[0];
    }
}
