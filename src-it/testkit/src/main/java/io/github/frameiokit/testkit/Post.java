package io.github.frameiokit.testkit;

import io.github.frameiokit.signing.Signature;
import io.github.frameiokit.signing.SigningKey;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Sends signed requests as Frame.io does, and only to this machine. Thread-safe. */
final class Post {

    private static final int NO_STATUS = 0;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** The attempt, and the body of its answer. */
    record Sent(Delivery.Attempt attempt, String answer) {}

    /** Sends a request, signed with the current time. */
    CompletableFuture<Sent> send(String url, SigningKey key, JsonObject body, Duration timeout) {
        Instant at = Instant.now();
        if (!isHere(url)) {
            return CompletableFuture.completedFuture(
                    failed(at, "not sent: a fake sends to http://localhost and other loopback addresses only"));
        }
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        String timestamp = Long.toString(at.getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .header("User-Agent", "Frame.io V4 API")
                .header(Signature.TIMESTAMP_HEADER, timestamp)
                .header(Signature.HEADER, key.sign(timestamp, bytes))
                .timeout(timeout)
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).handle((answer, failure) -> {
            if (failure == null) {
                return new Sent(
                        new Delivery.Attempt(at, Duration.between(at, Instant.now()), answer.statusCode(), ""),
                        answer.body());
            }
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            return failed(
                    at,
                    cause instanceof HttpTimeoutException
                            ? "no answer within " + timeout.toSeconds() + " seconds"
                            : "nothing answers at this address");
        });
    }

    private static Sent failed(Instant at, String problem) {
        return new Sent(new Delivery.Attempt(at, Duration.between(at, Instant.now()), NO_STATUS, problem), "");
    }

    /** Whether an address is on this machine, so that no test can send anything elsewhere by mistake. */
    static boolean isHere(String url) {
        try {
            URI uri = URI.create(url);
            String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
            return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    && host.matches("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
