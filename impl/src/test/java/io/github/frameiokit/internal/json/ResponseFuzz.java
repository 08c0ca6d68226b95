package io.github.frameiokit.internal.json;

import io.github.frameiokit.internal.JsonText;
import io.github.frameiokit.internal.fuzz.Choices;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Any response of the API: it is read, or it is unreadable in the documented way. */
public final class ResponseFuzz {

    private static final ModelReader READER = new ModelReader();
    private static final List<Class<?>> MODELS = ModelsTest.models().toList();
    private static final List<String> NAMES =
            List.of("data", "links", "next", "total_count", "type", "field_type", "id", "name", "options", "value");

    private ResponseFuzz() {}

    /** Reads a response as a model, as a page, and as a page's cursor. */
    public static void run(Choices choices) {
        Class<?> model = choices.one(MODELS);
        byte[] body = switch (choices.below(6)) {
            case 0 -> choices.raw();
            case 1 -> "{\"data\":[".repeat(choices.below(2) * 100_000).getBytes(StandardCharsets.UTF_8);
            default -> JsonText.bytes(response(choices, model));
        };
        JsonObject json;
        try {
            json = JsonText.object(body);
        } catch (JsonException e) {
            return;
        }
        READER.count(json.get("total_count"));
        attempt(() -> String.valueOf(READER.read(json.get("data"), model, choices.yes())));
        attempt(() -> String.valueOf(READER.items(json.get("data"), model)));
        attempt(() -> Cursor.of(json.get("links"), Optional.of("abc=")));
    }

    /** An example, of which some members have any value. */
    private static JsonObject response(Choices choices, Class<?> model) {
        JsonObject example = ModelsTest.example(model, 0);
        List<String> members = List.copyOf(example.keySet());
        JsonObjectBuilder data = Json.createObjectBuilder(example);
        for (int changes = members.isEmpty() ? 0 : choices.below(4); changes > 0; changes--) {
            data.add(choices.one(members), choices.json(NAMES));
        }
        JsonObjectBuilder response =
                Json.createObjectBuilder(choices.object(NAMES).asJsonObject());
        return switch (choices.below(4)) {
            case 0 -> response.build();
            case 1 -> response.add("data", Json.createArrayBuilder().add(data)).build();
            default -> response.add("data", data).build();
        };
    }

    private static void attempt(Runnable read) {
        try {
            read.run();
        } catch (Unreadable e) {
            // documented
        }
    }
}
