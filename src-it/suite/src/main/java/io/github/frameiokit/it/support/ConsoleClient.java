package io.github.frameiokit.it.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls the development console of an app, as its page does. */
public final class ConsoleClient {

    /** The header with the key. */
    public static final String KEY = "X-Frameio-Console-Key";

    private final URL base;
    private final String key;

    private ConsoleClient(URL base, String key) {
        this.base = base;
        this.key = key;
    }

    /** Opens the page, and reads the key in the address that the log then shows. */
    public static ConsoleClient open(URL base) throws IOException {
        assertEquals(200, Http.answer(URI.create(base + "frameio/console")).statusCode());
        Pattern address = Pattern.compile(Pattern.quote("The development console is at ") + "\\S+"
                + Pattern.quote(base.getPath()) + "frameio/console#([\\w-]{40,})$");
        String key = LogWatch.kitLog().stream()
                .map(address::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        return new ConsoleClient(base, key);
    }

    /** The key. */
    public String key() {
        return key;
    }

    /** What the console has at a path below its interface. */
    public JsonObject get(String path) {
        HttpResponse<String> answer = Http.answer(uri(path), KEY, key);
        assertEquals(200, answer.statusCode(), answer.body());
        return json(answer.body());
    }

    /** The answer to JSON that is sent to a path below its interface. */
    public HttpResponse<String> post(String path, JsonObject json) {
        return Http.send(HttpRequest.newBuilder(uri(path))
                .header(KEY, key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.toString()))
                .build());
    }

    /** Has a request signed. */
    public JsonObject sign(JsonObject request) {
        HttpResponse<String> answer = post("sign", request);
        assertEquals(200, answer.statusCode(), answer.body());
        return json(answer.body());
    }

    /** Sends a signed request to where it belongs. */
    public HttpResponse<String> send(JsonObject signed) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base.toString()).resolve(signed.getString("path")));
        signed.getJsonObject("headers")
                .keySet()
                .forEach(name ->
                        request.header(name, signed.getJsonObject("headers").getString(name)));
        return Http.send(request.POST(HttpRequest.BodyPublishers.ofString(signed.getString("body")))
                .build());
    }

    /** All there is about what was sent with this mark. */
    public JsonObject delivery(JsonObject signed) {
        int id = get("deliveries").getJsonArray("deliveries").getValuesAs(JsonObject.class).stream()
                .filter(it ->
                        it.get("send").toString().equals(signed.get("send").toString()))
                .findFirst()
                .orElseThrow()
                .getInt("id");
        return get("deliveries/" + id);
    }

    /** The same, once all asynchronous handlers have ended. */
    public JsonObject ended(JsonObject signed) {
        return Eventually.read(
                Duration.ofSeconds(30), () -> delivery(signed), delivery -> delivery.getInt("running") == 0);
    }

    private URI uri(String path) {
        return URI.create(base + "frameio/console/api/" + path);
    }

    /** Reads JSON. */
    public static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
