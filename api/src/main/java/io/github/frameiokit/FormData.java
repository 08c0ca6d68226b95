package io.github.frameiokit;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The values a user submitted with a form, by field name. Immutable and thread-safe.
 *
 * <p>It isn't documented whether an untouched field arrives empty, as {@code null} or not at all, so the typed accessors
 * treat the three alike: {@code ""}, {@code false}, an empty list.
 */
public final class FormData {

    private final JsonObject json;

    private FormData(JsonObject json) {
        this.json = Objects.requireNonNull(json, "json");
    }

    /**
     * Wraps the {@code data} of a submission.
     *
     * @param json field names and values, not null
     * @return the values
     */
    public static FormData of(JsonObject json) {
        return new FormData(json);
    }

    /**
     * The names of the fields that were submitted.
     *
     * @return the names, unmodifiable
     */
    public Set<String> names() {
        return json.keySet();
    }

    /**
     * A field's value as text: what was typed, or the selected option's value. A number or boolean gives its JSON text.
     *
     * @param name the field's name
     * @return the text, {@code ""} where there is none; never null
     */
    public String text(String name) {
        return value(name).map(FormData::textOf).orElse("");
    }

    /**
     * A checkbox's value.
     *
     * @param name the field's name
     * @return whether it is {@code true}, or the text {@code "true"} in any case
     */
    public boolean bool(String name) {
        return Boolean.parseBoolean(text(name));
    }

    /**
     * A field's value as a list, for a selection of several options.
     *
     * @param name the field's name
     * @return the items of an array, or the single text where the field holds one; unmodifiable
     */
    public List<String> list(String name) {
        return value(name)
                .map(value -> value instanceof JsonArray array
                        ? array.stream().map(FormData::textOf).toList()
                        : List.of(textOf(value)))
                .orElse(List.of())
                .stream()
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /**
     * A field's value as it was sent.
     *
     * @param name the field's name
     * @return the value; empty where it is absent or {@code null}
     */
    public Optional<JsonValue> value(String name) {
        return Optional.ofNullable(json.get(name)).filter(value -> value != JsonValue.NULL);
    }

    private static String textOf(JsonValue value) {
        if (value == JsonValue.NULL) {
            return "";
        }
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    /** Names the fields, not their values, so that it is safe to log. */
    @Override
    public String toString() {
        return "FormData" + names().stream().map(Payload::loggable).toList();
    }
}
