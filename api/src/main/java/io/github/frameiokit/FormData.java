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
 * <p>It isn't documented whether an untouched field arrives empty, as {@code null} or not at all, so the typed
 * accessors treat the three alike: {@code ""}, {@code false}, an empty list.
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

    /**
     * The values in a record or bean of the app's, bound by the container's JSON Binding (JSON-B).
     *
     * <pre>{@code
     * record Choice(String language, int copies, boolean captions, List<String> tags, Optional<LocalDate> due) {}
     *
     * Choice choice = data.as(Choice.class);
     * }</pre>
     *
     * <p>A component or property gets the field of its name, or of the name in its {@code @JsonbProperty}; a field that
     * has none is left out. Forms send texts, so each is first made what its type wants: {@code "3"} a number,
     * {@code "true"} a boolean, a single text a list of one, and a list of one the number, boolean or character in it.
     * A value is never cut off to fit. What the user left alone is {@code ""}, {@code 0}, {@code false}, an empty list
     * or an empty {@code Optional} in a record, {@code null} where the type has none of these, and what the class
     * itself begins with in a bean.
     *
     * <p>A record may be nested and private. A bean must be public, with a constructor without parameters. What has
     * annotations of JSON-B beyond {@code @JsonbProperty} is bound by JSON-B alone.
     *
     * @param type the record or class, not null
     * @param <T> that type
     * @return a new object, never null
     * @throws FormDataException if a value doesn't fit; where a handler lets it through, the user sees the message of
     *     {@code frameio.action.form-error-description}
     * @throws IllegalArgumentException if JSON-B can't bind to such a class, whatever was submitted
     * @throws IllegalStateException if the app has no JSON Binding
     */
    public <T> T as(Class<T> type) {
        try {
            return FormBinding.bind(json, Objects.requireNonNull(type, "type"));
        } catch (NoClassDefFoundError e) {
            if (String.valueOf(e.getMessage()).contains("jakarta/json/bind/")) {
                throw noBinding(e);
            }
            throw e;
        }
    }

    static IllegalStateException noBinding(Throwable cause) {
        return new IllegalStateException(
                "FormData.as() needs JSON Binding (Jakarta JSON-B), which this app doesn't have; add it (Open Liberty: the"
                        + " feature jsonb; Quarkus: quarkus-jsonb; Helidon: helidon-jsonb, or"
                        + " org.eclipse:yasson), or read the fields with text(), bool() and list().",
                cause);
    }

    static String textOf(JsonValue value) {
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
