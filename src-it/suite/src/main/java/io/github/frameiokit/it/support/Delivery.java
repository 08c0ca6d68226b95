package io.github.frameiokit.it.support;

import io.github.frameiokit.signing.Signature;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A request as Frame.io sends it. It is valid unless a test changes it. */
public final class Delivery {

    private final URL base;
    private String path = "frameio";
    private byte[] body;
    private String secret;
    private String timestamp = Long.toString(Instant.now().getEpochSecond());
    private String contentType = "application/json";
    private String signature;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private boolean signed = true;
    private boolean timestamped = true;
    private boolean chunked;

    private Delivery(URL base, String secret, String body) {
        this.base = base;
        this.secret = secret;
        this.body = body.getBytes(StandardCharsets.UTF_8);
    }

    /** A webhook with the documented payload. */
    public static Delivery webhook(URL base, String type, String resourceId) {
        return new Delivery(base, Wars.WEBHOOK_SECRET, Payloads.webhook(type, resourceId));
    }

    /** An action with the documented payload. */
    public static Delivery action(URL base, String type, String interactionId) {
        return new Delivery(base, Wars.ACTION_SECRET, Payloads.action(type, interactionId, "file"));
    }

    /** Sends it to another path below the app's address. */
    public Delivery at(String other) {
        path = other;
        return this;
    }

    public Delivery body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    public Delivery body(byte[] bytes) {
        body = bytes;
        return this;
    }

    public Delivery secret(String other) {
        secret = other;
        return this;
    }

    public Delivery timestamp(String other) {
        timestamp = other;
        return this;
    }

    public Delivery sentAgo(Duration ago) {
        return timestamp(Long.toString(Instant.now().minus(ago).getEpochSecond()));
    }

    public Delivery signature(String other) {
        signature = other;
        return this;
    }

    /** Adds a query to the address, as an app may have registered it. */
    public Delivery query(String query) {
        path = path + "?" + query;
        return this;
    }

    public Delivery unsigned() {
        signed = false;
        return this;
    }

    public Delivery withoutTimestamp() {
        timestamped = false;
        return this;
    }

    public Delivery contentType(String other) {
        contentType = other;
        return this;
    }

    public Delivery header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Delivery chunked() {
        chunked = true;
        return this;
    }

    public HttpResponse<String> send() {
        return Http.send(request());
    }

    public CompletableFuture<HttpResponse<String>> sendAsync() {
        return Http.CLIENT
                .sendAsync(request(), HttpResponse.BodyHandlers.ofString())
                .thenApply(Secrets::in);
    }

    private HttpRequest request() {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
        headers.forEach(request::header);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (timestamped) {
            request.header(Signature.TIMESTAMP_HEADER, timestamp);
        }
        if (signed) {
            request.header(Signature.HEADER, signature != null ? signature : Signature.sign(secret, timestamp, body));
        }
        return request.POST(
                        chunked
                                ? HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
                                : HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }
}
