package io.github.frameiokit.jmh;

import io.github.frameiokit.testkit.FakeFrameio;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Responses of Frame.io, made of the fake's examples. */
public final class Samples {

    private static final String FOLDER = "/v4/accounts/a/folders/f/files";
    private static final String FILE = "/v4/accounts/a/files/f";

    private Samples() {}

    /** A response with one file. */
    public static JsonObject file() {
        return example(FILE);
    }

    /**
     * A page of a list of assets.
     *
     * @param next the path of the next page; null on the last page
     */
    public static JsonObject page(int assets, String next) {
        JsonObject example = example(FOLDER);
        JsonObject asset = example.getJsonArray("data").getJsonObject(0);
        JsonArrayBuilder data = Json.createArrayBuilder();
        for (int i = 0; i < assets; i++) {
            data.add(Json.createObjectBuilder(asset).add("id", "asset-" + i).add("name", "Shot " + i + ".mov"));
        }
        return Json.createObjectBuilder(example)
                .add("data", data)
                .add(
                        "links",
                        Json.createObjectBuilder().add("next", next == null ? JsonValue.NULL : Json.createValue(next)))
                .build();
    }

    private static JsonObject example(String path) {
        try (FakeFrameio fake = FakeFrameio.start()) {
            HttpRequest request = HttpRequest.newBuilder(fake.url().resolve(path))
                    .header("Authorization", "Bearer token")
                    .build();
            InputStream body = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofInputStream())
                    .body();
            try (JsonReader reader = Json.createReader(body)) {
                return reader.readObject();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
