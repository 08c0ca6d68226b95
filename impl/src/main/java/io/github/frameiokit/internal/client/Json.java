package io.github.frameiokit.internal.client;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;

/** JSON from and to bytes, always UTF-8. */
final class Json {

    private Json() {}

    /** The object that a body holds; a {@link JsonException} if it holds something else. */
    static JsonObject object(byte[] body) {
        try (JsonReader reader = jakarta.json.Json.createReader(new ByteArrayInputStream(body))) {
            if (reader.readValue() instanceof JsonObject object) {
                return object;
            }
            throw new JsonException("The answer is no JSON object.");
        }
    }

    static byte[] bytes(JsonValue json) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter writer = jakarta.json.Json.createWriter(out)) {
            writer.write(json);
        }
        return out.toByteArray();
    }
}
