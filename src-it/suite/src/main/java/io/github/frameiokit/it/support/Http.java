package io.github.frameiokit.it.support;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Plain requests to a test's own apps. */
public final class Http {

    static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private Http() {}

    public static String get(URL url) {
        return send(HttpRequest.newBuilder(URI.create(url.toString())).GET().build())
                .body();
    }

    public static void delete(URL url) {
        send(HttpRequest.newBuilder(URI.create(url.toString())).DELETE().build());
    }

    /** The answer; redirects aren't followed. */
    public static HttpResponse<String> answer(URI uri) {
        return send(HttpRequest.newBuilder(uri).GET().build());
    }

    /** The answer to a request with a header. */
    public static HttpResponse<String> answer(URI uri, String header, String value) {
        return send(HttpRequest.newBuilder(uri).header(header, value).GET().build());
    }

    public static int status(URL url, String method) {
        return send(HttpRequest.newBuilder(URI.create(url.toString()))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build())
                .statusCode();
    }

    static HttpResponse<String> send(HttpRequest request) {
        try {
            return Secrets.in(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new IllegalStateException("No answer from " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
