package io.github.frameiokit.testkit;

import static java.util.Objects.requireNonNull;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Type;

/**
 * Creates models from JSON, as the kit does. An app's tests use it instead of the models' constructors, which get a
 * parameter more whenever Frame.io adds a member.
 *
 * <pre>{@code
 * File file = Models.read(File.class, """
 *         {"id": "1", "name": "cut.mov", "type": "file", … }""");
 * }</pre>
 *
 * <p>The kit, {@code io.github.frameiokit:frameio-kit}, must be on the class path of the tests, as it is in every app
 * that uses it.
 */
public final class Models {

    /** By its name, because the kit's own tests need the test kit, so this module is built before the kit. */
    private static final String READER = "io.github.frameiokit.internal.json.ModelReader";

    private Models() {}

    /**
     * Reads a model.
     *
     * @param <T> the model
     * @param type the model's class in {@code io.github.frameiokit.client.model}; a sealed type, such as {@code Asset},
     *     gives the kind that the JSON names, or the type for unknown kinds
     * @param json the JSON object of the model, without the {@code data} that is around it in Frame.io's answers; the
     *     model ignores members that it doesn't know
     * @return the model, never null
     * @throws NullPointerException if a parameter is null; the message is its name
     * @throws IllegalArgumentException if the type isn't a model, or the text isn't a JSON object, or a member that the
     *     model needs is missing or has another form than documented; the message names the member
     * @throws IllegalStateException if the kit isn't on the class path
     */
    public static <T> T read(Class<T> type, String json) {
        requireNonNull(type, "type");
        requireNonNull(json, "json");
        if (!type.isRecord() && !type.isSealed()) {
            throw new IllegalArgumentException(
                    type.getName() + " isn't a model; use a class of io.github.frameiokit.client.model.");
        }
        Object model = model(type, parsed(type, json));
        if (model == null) {
            throw new IllegalArgumentException("This JSON has no " + type.getSimpleName() + "; its kind has none.");
        }
        return type.cast(model);
    }

    private static JsonObject parsed(Class<?> type, String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            if (reader.readValue() instanceof JsonObject object) {
                return object;
            }
        } catch (JsonException e) {
            throw new IllegalArgumentException(
                    "A " + type.getSimpleName() + " can't be read, because the text isn't JSON: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException(
                "A " + type.getSimpleName() + " can't be read, because the JSON isn't an object.");
    }

    private static Object model(Class<?> type, JsonObject json) {
        try {
            Class<?> reader = Class.forName(READER);
            return reader.getMethod("read", JsonValue.class, Type.class, boolean.class)
                    .invoke(reader.getConstructor().newInstance(), json, type, false);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    "A " + type.getSimpleName() + " can't be read: "
                            + e.getCause().getMessage().replace("'data.", "'") + ".",
                    e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "Models.read needs io.github.frameiokit:frameio-kit in the test kit's version on the class path;"
                            + " add that dependency.",
                    e);
        }
    }
}
