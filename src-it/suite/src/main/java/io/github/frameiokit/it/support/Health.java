package io.github.frameiokit.it.support;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Predicate;

/** The server's health checks, as an orchestrator sees them. */
public final class Health {

    private static final String ADDRESS = System.getProperty("server.health");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Health() {}

    /**
     * An answer to a probe.
     *
     * @param status of HTTP
     * @param check the check of that name
     */
    public record Answer(int status, JsonObject check) {

        public boolean isUp() {
            return status == 200 && check.getString("status").equals("UP");
        }

        public boolean isDown() {
            return status == 503 && check.getString("status").equals("DOWN");
        }

        /** A text or number of its data; empty if there is none. */
        public String data(String name) {
            JsonValue value = check.getJsonObject("data").get(name);
            return value == null ? "" : value.toString().replace("\"", "");
        }
    }

    public static Answer ready() {
        return ask("ready", "frameio");
    }

    public static Answer live() {
        return ask("live", "frameio-delivery");
    }

    /** Whether it is ready, or why not, once that is as expected or the time is up. */
    public static Answer ready(Predicate<Answer> expected) {
        return Eventually.read(PATIENCE, Health::ready, expected);
    }

    private static Answer ask(String kind, String name) {
        HttpResponse<String> answer = Http.answer(URI.create(ADDRESS + "/" + kind));
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            JsonObject check = reader.readObject().getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                    .filter(it -> it.getString("name").equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + name + " in " + answer.body()));
            return new Answer(answer.statusCode(), check);
        }
    }
}
