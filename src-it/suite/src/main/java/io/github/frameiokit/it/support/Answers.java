package io.github.frameiokit.it.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;

/** Reads the answers of apps. */
public final class Answers {

    private Answers() {}

    /** The JSON of an action's answer. */
    public static JsonObject json(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    /** The address of the link that is a form's first field. */
    public static URI link(JsonObject form) {
        JsonObject field = form.getJsonArray("fields").getJsonObject(0);
        assertEquals("link", field.getString("type"));
        return URI.create(field.getString("value"));
    }

    /** The target of a redirect. */
    public static URI location(HttpResponse<?> redirect) {
        return URI.create(redirect.headers().firstValue("Location").orElseThrow());
    }
}
