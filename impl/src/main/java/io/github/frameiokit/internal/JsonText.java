package io.github.frameiokit.internal;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** JSON from and to texts and bytes, those always UTF-8; left to themselves, not all providers write that. */
public final class JsonText {

    private JsonText() {}

    /** The object that a body holds; a {@link JsonException} if it holds something else. */
    public static JsonObject object(byte[] body) {
        return object(new String(body, StandardCharsets.UTF_8));
    }

    /** The object that a text holds; a {@link JsonException} if it holds something else. */
    public static JsonObject object(String text) {
        if (value(text) instanceof JsonObject object) {
            return object;
        }
        throw new JsonException("This is no JSON object.");
    }

    /** Whatever a body holds; a {@link JsonException} if that is no JSON. */
    public static JsonValue value(byte[] body) {
        return value(new String(body, StandardCharsets.UTF_8));
    }

    private static JsonValue value(String text) {
        try (JsonReader reader = jakarta.json.Json.createReader(new StringReader(text))) {
            return reader.readValue();
        } catch (IllegalStateException
                | ArithmeticException
                | NumberFormatException
                | UnsupportedOperationException e) {
            // Johnzon's way to say that it is empty, and numbers that are too long or large for a provider
            throw new JsonException("This is no JSON.", e);
        }
    }

    /** An object to be filled. */
    public static JsonObjectBuilder builder() {
        return jakarta.json.Json.createObjectBuilder();
    }

    /** The JSON as UTF-8. */
    public static byte[] bytes(JsonValue json) {
        StringWriter out = new StringWriter();
        try (JsonWriter writer = jakarta.json.Json.createWriter(out)) {
            writer.write(json);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
