package io.github.frameiokit.internal;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;

/** Reads and writes JSON as text, or as bytes that are always UTF-8; not all providers write UTF-8 by default. */
public final class JsonText {

    /**
     * Looked up once, since the methods of {@code jakarta.json.Json} look it up at each call. The kit is loaded by the
     * app's class loader, so this is the app's provider; it is thread-safe.
     */
    private static final JsonProvider PROVIDER = JsonProvider.provider();

    private JsonText() {}

    /**
     * Reads a body.
     *
     * @throws JsonException if it isn't a JSON object
     */
    public static JsonObject object(byte[] body) {
        return object(new String(body, StandardCharsets.UTF_8));
    }

    /**
     * Reads a text.
     *
     * @throws JsonException if it isn't a JSON object
     */
    public static JsonObject object(String text) {
        if (value(text) instanceof JsonObject object) {
            return object;
        }
        throw new JsonException("This isn't a JSON object.");
    }

    /**
     * Reads a body.
     *
     * @throws JsonException if it isn't JSON
     */
    public static JsonValue value(byte[] body) {
        return value(new String(body, StandardCharsets.UTF_8));
    }

    private static JsonValue value(String text) {
        try (JsonReader reader = PROVIDER.createReader(new StringReader(text))) {
            return reader.readValue();
        } catch (JsonException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            // Johnzon throws others for an empty text, and for numbers that are too long or too large for it; for deep
            // nesting, Parsson throws a plain RuntimeException, and other providers use up the stack
            throw new JsonException("This isn't JSON.", e);
        }
    }

    /** A member's text; empty if the member is missing or isn't a string. */
    public static Optional<String> text(JsonObject object, String member) {
        return object.get(member) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    /** A builder of an object. */
    public static JsonObjectBuilder builder() {
        return PROVIDER.createObjectBuilder();
    }

    /** A builder of an array. */
    public static JsonArrayBuilder array() {
        return PROVIDER.createArrayBuilder();
    }

    /** A builder of an array of texts. */
    public static JsonArrayBuilder array(Collection<String> texts) {
        JsonArrayBuilder array = array();
        texts.forEach(array::add);
        return array;
    }

    /** Writes JSON as UTF-8. */
    public static byte[] bytes(JsonValue json) {
        StringWriter out = new StringWriter();
        try (JsonWriter writer = PROVIDER.createWriter(out)) {
            writer.write(json);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
