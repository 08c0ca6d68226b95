package io.github.frameiokit.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.client.model.Asset;
import io.github.frameiokit.client.model.FieldConfiguration;
import io.github.frameiokit.client.model.MetadataValue;
import io.github.frameiokit.client.model.SearchResult;
import io.github.frameiokit.client.model.Timestamp;
import io.github.frameiokit.client.model.UnknownAsset;
import io.github.frameiokit.client.model.UnknownConfiguration;
import io.github.frameiokit.client.model.UnknownResult;
import io.github.frameiokit.client.model.UnknownValue;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Nothing of a model is ever null or made up, whatever Frame.io sends. */
class ModelsTest {

    /** What tells the kinds of the sealed types apart. */
    private static final Map<Class<?>, Map.Entry<String, String>> KINDS = Map.of(
            Asset.class, Map.entry("type", "file"),
            SearchResult.class, Map.entry("type", "project_result"),
            FieldConfiguration.class, Map.entry("field_type", "number"),
            MetadataValue.class, Map.entry("field_type", "text"));

    private static final Set<Class<?>> OF_UNKNOWN_KINDS =
            Set.of(UnknownAsset.class, UnknownConfiguration.class, UnknownResult.class, UnknownValue.class);

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "5",
            "-1",
            "1.5",
            "1e400",
            "99999999999999999999",
            "\"x\"",
            "\"\"",
            "[]",
            "[null]",
            "[5]",
            "[{}]",
            "{}",
            "{\"a\": 1}");

    private static final int DEEPEST = 4;

    private final ModelReader reader = new ModelReader();

    @TestFactory
    Stream<DynamicTest> anEmptyObjectIsAModelOfOptionalsOrNone() {
        return models().map(model -> DynamicTest.dynamicTest(model.getSimpleName(), () -> {
            boolean allOptional = Arrays.stream(model.getRecordComponents())
                    .allMatch(it -> it.getType() == Optional.class
                            || it.getType() == List.class
                            || it.getType() == JsonObject.class);
            assertEquals(allOptional, read(JsonValue.EMPTY_JSON_OBJECT, model).isPresent());
        }));
    }

    @TestFactory
    Stream<DynamicTest> noMemberOfAnyFormIsNullOrMadeUp() {
        return models().map(model -> DynamicTest.dynamicTest(model.getSimpleName(), () -> {
            JsonObject example = example(model, 0);
            assertTrue(read(example, model).isPresent(), "the example is read: " + example);
            for (RecordComponent component : model.getRecordComponents()) {
                for (String json : VALUES) {
                    JsonValue value = parsed(json);
                    String member = member(component);
                    JsonObject changed =
                            Json.createObjectBuilder(example).add(member, value).build();
                    Optional<Record> read = read(changed, model);
                    if (component.getType() != JsonObject.class) {
                        read.ifPresent(it -> assertTrue(
                                isTrue(value, get(component, it), component.getGenericType()),
                                () -> model.getSimpleName() + "." + component.getName() + " of " + json + ": "
                                        + get(component, it)));
                    }
                }
            }
        }));
    }

    @Test
    void allModelsAreTested() {
        assertTrue(models().count() > 40, models().toList().toString());
        assertTrue(models().toList().containsAll(OF_UNKNOWN_KINDS));
    }

    /** The model; empty if the reader refuses it, which names the place. */
    private Optional<Record> read(JsonObject json, Class<?> type) {
        Record model;
        try {
            model = (Record) reader.read(json, type, false);
        } catch (Unreadable e) {
            assertTrue(e.getMessage().matches("'data\\.\\w[^']*' (is missing|isn't .*)"), e.getMessage());
            return Optional.empty();
        }
        for (RecordComponent component : type.getRecordComponents()) {
            assertNotNull(get(component, model), component.getName());
        }
        return Optional.of(model);
    }

    /** Whether what was read is what was sent, or says that it isn't known. */
    private static boolean isTrue(JsonValue sent, Object read, Type type) {
        if (type instanceof ParameterizedType generic) {
            Object inner = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == Optional.class) {
                return read.equals(Optional.empty())
                        || sent != JsonValue.NULL && isTrue(sent, ((Optional<?>) read).orElseThrow(), (Type) inner);
            }
            return sent == JsonValue.NULL
                    ? read.equals(List.of())
                    : sent instanceof List<?> array && array.size() == ((List<?>) read).size();
        }
        if (read instanceof Integer || read instanceof Long) {
            return sent.toString().equals(read.toString()) && ((Number) read).longValue() >= 0;
        }
        if (read instanceof Number number) {
            return Double.parseDouble(sent.toString()) == number.doubleValue();
        }
        if (read instanceof Boolean) {
            return sent.toString().equals(read.toString());
        }
        if (read instanceof String
                || ((Class<?>) type).isRecord()
                        && ((Class<?>) type).getRecordComponents().length == 1
                        && ((Class<?>) type).getRecordComponents()[0].getName().equals("value")) {
            return !(sent instanceof JsonObject) && !(sent instanceof List) && sent != JsonValue.NULL;
        }
        if (read instanceof Timestamp timestamp) {
            return timestamp.frame().map(String::valueOf).equals(Optional.of(sent.toString()));
        }
        return !(read instanceof Instant) && sent instanceof JsonObject;
    }

    private static Object get(RecordComponent component, Object model) {
        try {
            return component.getAccessor().invoke(model);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String member(RecordComponent component) {
        return new RecordBinding(component.getDeclaringRecord())
                .all().stream()
                        .filter(it -> it.accessor().equals(component.getAccessor()))
                        .findFirst()
                        .orElseThrow()
                        .name();
    }

    private static JsonValue parsed(String json) {
        return Json.createReader(new StringReader(json)).readValue();
    }

    /** All records that an operation can answer with. */
    static Stream<Class<?>> models() {
        Set<Class<?>> found = new LinkedHashSet<>();
        Arrays.stream(FrameioClient.class.getMethods())
                .filter(group -> group.getReturnType().getSimpleName().endsWith("Api"))
                .flatMap(group -> Arrays.stream(group.getReturnType().getMethods()))
                .forEach(operation -> collect(operation.getGenericReturnType(), found));
        return found.stream();
    }

    private static void collect(Type type, Set<Class<?>> found) {
        if (type instanceof ParameterizedType generic) {
            collect(generic.getActualTypeArguments()[0], found);
        } else if (type instanceof Class<?> known && known.isSealed()) {
            Arrays.stream(known.getPermittedSubclasses()).forEach(kind -> collect(kind, found));
        } else if (type instanceof Class<?> known
                && known.isRecord()
                && known != Timestamp.class
                && !new RecordBinding(known).isName()
                && found.add(known)) {
            Arrays.stream(known.getRecordComponents()).forEach(it -> collect(it.getGenericType(), found));
        }
    }

    static JsonObject example(Class<?> record, int depth) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        for (RecordComponent component : record.getRecordComponents()) {
            if (component.getType() != JsonObject.class) {
                object.add(member(component), value(component.getGenericType(), depth + 1));
            }
        }
        return object.build();
    }

    private static JsonValue value(Type type, int depth) {
        if (type instanceof ParameterizedType generic) {
            Type inner = generic.getActualTypeArguments()[0];
            if (depth > DEEPEST) {
                return generic.getRawType() == List.class ? JsonValue.EMPTY_JSON_ARRAY : JsonValue.NULL;
            }
            JsonValue value = value(inner, depth);
            return generic.getRawType() == List.class
                    ? Json.createArrayBuilder(List.of(value)).build()
                    : value;
        }
        Class<?> known = (Class<?>) type;
        if (KINDS.containsKey(known)) {
            Class<?> kind = Objects.requireNonNull(Unions.kind(
                    known,
                    Json.createObjectBuilder()
                            .add(KINDS.get(known).getKey(), KINDS.get(known).getValue())
                            .build(),
                    JsonValue.EMPTY_JSON_OBJECT));
            return Json.createObjectBuilder(example(kind, depth))
                    .add(KINDS.get(known).getKey(), KINDS.get(known).getValue())
                    .build();
        }
        if (known == boolean.class || known == Boolean.class) {
            return JsonValue.TRUE;
        }
        if (known == Instant.class) {
            return Json.createValue("2026-11-02T09:30:00Z");
        }
        if (known.isPrimitive() || Number.class.isAssignableFrom(known) || known == Timestamp.class) {
            return Json.createValue(7);
        }
        return known == String.class || new RecordBinding(known).isName()
                ? Json.createValue("text")
                : example(known, depth);
    }
}
