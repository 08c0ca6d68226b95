package io.github.frameiokit.internal.console;

import io.github.frameiokit.internal.JsonText;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes what the console shows as JSON: maps, collections, texts, numbers, flags, and nulls for empty optionals. */
final class Tree {

    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    /** Adds a member. */
    Tree add(String name, @Nullable Object value) {
        members.put(name, value);
        return this;
    }

    /** The members so far, in their order. */
    Map<String, @Nullable Object> members() {
        return members;
    }

    static JsonValue of(@Nullable Object value) {
        // an array takes values of all kinds, so that no factory of single values is needed
        JsonArrayBuilder one = JsonText.array();
        add(one, value);
        return one.build().get(0);
    }

    private static void add(JsonArrayBuilder array, @Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            add(array, optional.orElse(null));
        } else if (value instanceof Tree tree) {
            add(array, tree.members);
        } else if (value instanceof Map<?, ?> map) {
            JsonObjectBuilder object = JsonText.builder();
            map.forEach((name, member) -> object.add(String.valueOf(name), of(member)));
            array.add(object);
        } else if (value instanceof Collection<?> collection) {
            JsonArrayBuilder inner = JsonText.array();
            collection.forEach(element -> add(inner, element));
            array.add(inner);
        } else if (value instanceof Boolean flag) {
            array.add(flag);
        } else if (value instanceof Number number) {
            array.add(number.longValue());
        } else if (value == null) {
            array.addNull();
        } else {
            array.add(value.toString());
        }
    }
}
