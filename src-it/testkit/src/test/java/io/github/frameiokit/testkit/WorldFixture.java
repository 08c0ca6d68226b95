package io.github.frameiokit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** Fakes with a world, an app, and calls in the app's own name. */
class WorldFixture {

    static final String SECRET = "the-secret-of-a-test";
    static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Catalogue CATALOGUE = new Catalogue();

    final Fakes fakes = Fakes.start();
    final World world = fakes.world();
    final ReceivingApp app = new ReceivingApp();
    final String account = "/v4/accounts/" + world.accountId();
    final String workspace = account + "/workspaces/" + world.workspaceId();
    final String folder = account + "/folders/" + world.folderId();
    private final String token = App.json(new App(fakes.ims()).asksForItself()).getString("access_token");

    WorldFixture() {
        world.timeScale(0.001);
    }

    @AfterEach
    void stop() {
        app.close();
        fakes.close();
    }

    HttpResponse<String> call(String method, String path, String... body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(fakes.frameio().url() + path))
                .header("Authorization", "Bearer " + token)
                .method(
                        method,
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString("{\"data\": " + body[0] + "}"));
        if (body.length > 0) {
            request.header("Content-Type", "application/json");
        }
        return App.send(request);
    }

    /** The answer of a call that succeeds, which has the form that Frame.io documents. */
    JsonObject json(String method, String path, String... body) {
        HttpResponse<String> answer = call(method, path, body);
        Operation operation =
                CATALOGUE.find(method, path.replaceAll("\\?.*", "")).orElseThrow();
        assertEquals(operation.status(), answer.statusCode(), answer.body());
        JsonObject json = read(answer.body());
        operation
                .answer()
                .orElseThrow()
                .check(
                        json,
                        Schema.Place.ROOT,
                        (pointer, what) -> {
                            throw new AssertionError(operation.name() + ": " + pointer + " " + what + " in " + json);
                        },
                        new HashSet<>());
        return json;
    }

    /** The member {@code data} of such an answer. */
    JsonObject data(String method, String path, String... body) {
        return json(method, path, body).getJsonObject("data");
    }

    /** The names in such an answer's list. */
    List<String> names(String path) {
        return json("GET", path).getJsonArray("data").getValuesAs(JsonObject.class).stream()
                .map(it -> it.getString("name"))
                .toList();
    }

    static JsonObject read(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    /** The id of the file, folder or version stack with a name. */
    String id(String name) {
        return List.of(World.Kind.FILE, World.Kind.FOLDER, World.Kind.VERSION_STACK).stream()
                .flatMap(kind -> world.all(kind).stream())
                .filter(it -> it.getString("name").equals(name))
                .map(it -> it.getString("id"))
                .findFirst()
                .orElseThrow();
    }

    String file(String name) {
        return account + "/files/" + id(name);
    }
}
