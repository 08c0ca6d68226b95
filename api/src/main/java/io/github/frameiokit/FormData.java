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
 * The values that a user submitted with a form, by field name. Immutable and thread-safe.
 *
 * <p>Frame.io doesn't document whether an untouched field arrives empty, as {@code null} or not at all. The typed
 * methods treat the three alike and return {@code ""}, {@code false} or an empty list.
 */
public final class FormData {

    private final JsonObject json;

    private FormData(JsonObject json) {
        this.json = Objects.requireNonNull(json, "json");
    }

    /**
     * Wraps the {@code data} of a submitted form.
     *
     * @param json field names and values, not null
     * @return the values
     */
    public static FormData of(JsonObject json) {
        return new FormData(json);
    }

    /**
     * The names of the submitted fields.
     *
     * @return the names, unmodifiable
     */
    public Set<String> names() {
        return json.keySet();
    }

    /**
     * A field's value as text: the entered text, or the selected option's value. For a number or boolean, its JSON
     * text.
     *
     * @param name the field's name, not null
     * @return the text; {@code ""} if the field has no value
     */
    public String text(String name) {
        return value(name).map(FormData::textOf).orElse("");
    }

    /**
     * A checkbox's value.
     *
     * @param name the field's name, not null
     * @return true if the value is {@code true} or the text {@code "true"}, in upper or lower case
     */
    public boolean bool(String name) {
        return Boolean.parseBoolean(text(name));
    }

    /**
     * A field's value as a list, for a field with several selected options.
     *
     * @param name the field's name, not null
     * @return the items of an array, or a list of one if the field has a single text; without empty texts; unmodifiable
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
     * A field's value as Frame.io sent it.
     *
     * @param name the field's name, not null
     * @return the value; empty if it is absent or {@code null}
     */
    public Optional<JsonValue> value(String name) {
        return Optional.ofNullable(json.get(Objects.requireNonNull(name, "name")))
                .filter(value -> value != JsonValue.NULL);
    }

    /**
     * The values as a record or bean of the app. The server's JSON-B (Jakarta JSON Binding) converts them.
     *
     * <pre>{@code
     * record Choice(String language, int copies, boolean captions, List<String> tags, Optional<LocalDate> due) {}
     *
     * Choice choice = data.as(Choice.class);
     * }</pre>
     *
     * <p>A component or property gets the value of the field with its name, or with the name in its
     * {@code @JsonbProperty}. Fields without a component or property are ignored. Forms send texts, so the kit first
     * converts each value to what its type needs: {@code "3"} to a number, {@code "true"} to a boolean, a single text
     * to a list of one, and a list of one to the number, boolean or character in it. It never truncates a value to make
     * it fit. For a field without a value, a record gets {@code ""}, {@code 0}, {@code false}, an empty list or an
     * empty {@code Optional}, or {@code null} if its type has none of these; a bean keeps its initial value.
     *
     * <p>A record can be nested and private. A bean must be public and have a constructor without parameters. JSON-B
     * alone binds a class that has other annotations of JSON-B than {@code @JsonbProperty}.
     *
     * @param type the record or class, not null
     * @param <T> that type
     * @return a new object
     * @throws FormDataException if a value doesn't fit; if the handler lets the exception pass, the user sees the
     *     message {@code frameio.action.form-error-description}
     * @throws IllegalArgumentException if JSON-B can't create such an object, whatever the values
     * @throws IllegalStateException if the app doesn't have JSON-B
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
                "FormData.as() needs JSON-B (Jakarta JSON Binding), which this app doesn't have; add it (Open Liberty: the"
                        + " feature jsonb; Quarkus: quarkus-jsonb; Helidon: helidon-jsonb or"
                        + " org.eclipse:yasson), or read the fields with text(), bool() and list().",
                cause);
    }

    static String textOf(JsonValue value) {
        if (value == JsonValue.NULL) {
            return "";
        }
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    /** The names of the fields without their values, so that it is safe to log. */
    @Override
    public String toString() {
        return "FormData" + names().stream().map(Payload::loggable).toList();
    }
}
