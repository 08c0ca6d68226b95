package io.github.frameiokit.internal.interaction;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import java.io.StringReader;
import java.util.function.Function;

/**
 * Writes beans of the app as JSON and reads them. This class is loaded when it is first used, because an app may not
 * have JSON-B. Each use has a {@link Jsonb} of its own, so that nothing that outlives the app keeps the app's classes
 * in memory.
 */
final class BeanJson {

    private BeanJson() {}

    /** Whether the app has an implementation of JSON-B. */
    static boolean isThere() {
        try {
            return with(jsonb -> true);
        } catch (JsonbException e) {
            return false;
        }
    }

    static Object read(JsonObject json, Class<?> type) {
        return with(jsonb -> jsonb.<Object>fromJson(json.toString(), type));
    }

    static JsonObject write(Object bean, Class<?> type) {
        String json = with(jsonb -> jsonb.toJson(bean, type));
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    private static <T> T with(Function<Jsonb, T> use) {
        Jsonb jsonb = JsonbBuilder.create();
        try {
            return use.apply(jsonb);
        } finally {
            close(jsonb);
        }
    }

    private static void close(Jsonb jsonb) {
        try {
            jsonb.close();
        } catch (Exception e) {
            throw new IllegalStateException("JSON-B couldn't be closed.", e);
        }
    }
}
