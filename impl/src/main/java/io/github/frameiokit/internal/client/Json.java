package io.github.frameiokit.internal.client;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** JSON from and to bytes, always UTF-8; left to themselves, not all providers write that. */
final class Json {

    private Json() {}

    /** The object that a body holds; a {@link JsonException} if it holds something else. */
    static JsonObject object(byte[] body) {
        try (JsonReader reader =
                jakarta.json.Json.createReader(new StringReader(new String(body, StandardCharsets.UTF_8)))) {
            if (reader.readValue() instanceof JsonObject object) {
                return object;
            }
        } catch (IllegalStateException e) {
            throw new JsonException("The answer is no JSON.", e); // Johnzon's way to say that it is empty
        }
        throw new JsonException("The answer is no JSON object.");
    }

    static byte[] bytes(JsonValue json) {
        StringWriter out = new StringWriter();
        try (JsonWriter writer = jakarta.json.Json.createWriter(out)) {
            writer.write(json);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
