package io.github.frameiokit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fake takes what Frame.io documents, and nothing else. */
class FakeFrameioTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final FakeFrameio fake = FakeFrameio.start();

    @AfterEach
    void stop() {
        fake.close();
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(fake.url() + path))
                .header("Authorization", "Bearer a-token")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonObject json(HttpResponse<String> answer) {
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    private static String pointer(HttpResponse<String> answer) {
        return json(answer)
                .getJsonArray("errors")
                .getJsonObject(0)
                .getJsonObject("source")
                .getString("pointer");
    }

    @Test
    void takesWhatIsDocumented() throws Exception {
        HttpResponse<String> answer = send("POST", "/v4/accounts/a/files/f/comments", "{\"data\": {\"text\": \"x\"}}");
        assertEquals(201, answer.statusCode());
        assertEquals("some text", json(answer).getJsonObject("data").getString("text"));
        assertTrue(answer.headers().firstValue("x-ratelimit-window").isPresent());
        assertEquals("comments.create", fake.requests().get(0).operation());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v4/accounts/a/nothing",
        "GET, /v4/files/f",
        "PUT, /v4/accounts/a/files/f",
        "DELETE, /v4/me",
        "GET, /v4/accounts/a/files/f/g/h"
    })
    void refusesAnotherPathOrMethod(String method, String path) throws Exception {
        assertEquals(404, send(method, path, "").statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "filter=x, /filter",
        "page_size=0, /page_size",
        "page_size=501, /page_size",
        "page_size=many, /page_size",
        "sort=size, /sort",
        "include_total_count=yes, /include_total_count"
    })
    void refusesAnotherParameterOrValue(String query, String pointer) throws Exception {
        HttpResponse<String> answer = send("GET", "/v4/accounts/a/folders/f/files?" + query, "");
        assertEquals(422, answer.statusCode());
        assertEquals(pointer, pointer(answer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\": \"x\"} | /data",
                "{\"data\": {}} | /data/text",
                "{\"data\": {\"text\": \"\"}} | /data/text",
                "{\"data\": {\"text\": 1}} | /data/text",
                "{\"data\": {\"text\": null}} | /data/text",
                "{\"data\": {\"text\": \"x\", \"new\": 1}} | /data/new",
                "{\"data\": {\"text\": \"x\", \"anchor\": {\"x\": 0.5}}} | /data/anchor/y",
                "{\"data\": {\"text\": \"x\", \"anchor\": {\"x\": 0.5, \"y\": 2}}} | /data/anchor/y",
                "{\"data\": {\"text\": \"x\", \"links\": [{\"url\": \"u\"}]}} | /data/links/0/end_index",
                "{\"data\": {\"text\": \"x\", \"timestamp\": true}} | /data/timestamp",
                "[] | ''"
            })
    void refusesAnotherBody(String body, String pointer) throws Exception {
        HttpResponse<String> answer = send("POST", "/v4/accounts/a/files/f/comments", body);
        assertEquals(422, answer.statusCode());
        assertEquals(pointer, pointer(answer));
    }

    @Test
    void refusesAMissingBodyAndOneThatDoesNotBelongThere() throws Exception {
        assertEquals(422, send("POST", "/v4/accounts/a/files/f/comments", "").statusCode());
        assertEquals(422, send("GET", "/v4/me", "{}").statusCode());
        assertEquals(400, send("POST", "/v4/accounts/a/files/f/comments", "{").statusCode());
        assertEquals(200, send("POST", "/v4/accounts/a/files/f/copy", "").statusCode());
    }

    @Test
    void wantsTheVersionThatIsDocumented() throws Exception {
        assertEquals(
                200, send("GET", "/v4/me", "", "api-version", "experimental").statusCode());
        assertEquals(422, send("GET", "/v4/me", "", "api-version", "4.0").statusCode());
        assertEquals(422, send("GET", "/v4/accounts/a/audit_logs", "").statusCode());
        assertEquals(
                200,
                send("GET", "/v4/accounts/a/audit_logs", "", "api-version", "4.0")
                        .statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic x", "Bearer another"})
    void wantsAToken(String authorization) throws Exception {
        fake.accept("a-token");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(fake.url() + "/v4/me"));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        assertEquals(
                401,
                CLIENT.send(request.build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode());
        assertEquals(200, send("GET", "/v4/me", "").statusCode());
    }

    @Test
    void tellsWhatWasNeverSent() throws Exception {
        send("GET", "/v4/accounts/a/workspaces/w/projects?page_size=1&sort=name_asc", "");
        assertEquals(
                List.of("?after", "?include", "?include_total_count"), List.copyOf(fake.neverSent("projects.index")));
        send("POST", "/v4/accounts/a/workspaces/w/projects", "{\"data\": {\"name\": \"x\"}}");
        assertEquals(List.of("data.restricted"), List.copyOf(fake.neverSent("projects.create")));
    }

    @Test
    void answersAsItIsTold() throws Exception {
        fake.answer("users.show", Scripted.error(429).header("x", "y"), Scripted.error(503));
        assertEquals(Optional.of("y"), send("GET", "/v4/me", "").headers().firstValue("x"));
        assertEquals(503, send("GET", "/v4/me", "").statusCode());
        assertEquals(200, send("GET", "/v4/me", "").statusCode());
    }

    @Test
    void slowAnswersComeLater() throws Exception {
        fake.slow(Duration.ofMillis(200));
        long before = System.nanoTime();
        assertEquals(200, send("GET", "/v4/me", "").statusCode());
        assertTrue(System.nanoTime() - before >= 200_000_000);
    }

    @Test
    void takesPartsAsTheStorageDoes() throws Exception {
        fake.partSize(3);
        JsonObject file = json(send(
                        "POST",
                        "/v4/accounts/a/folders/f/files/local_upload",
                        "{\"data\": {\"name\": \"a\", \"file_size\": 4}}"))
                .getJsonObject("data");
        String id = file.getString("id");
        String[] urls = file.getJsonArray("upload_urls").stream()
                .map(url -> url.asJsonObject().getString("url"))
                .toArray(String[]::new);
        assertEquals(2, urls.length);
        assertEquals(403, put(urls[0], "abc", "public"));
        assertEquals(Optional.empty(), fake.content(id));
        assertEquals(200, put(urls[0], "abc", "private"));
        assertEquals(200, put(urls[1], "d", "private"));
        assertEquals("abcd", new String(fake.content(id).orElseThrow()));
    }

    @Test
    void givesRangesAsTheStorageDoes() throws Exception {
        String id = "f";
        fake.content(id, "abcd".getBytes());
        String url = downloadUrl(id);
        HttpResponse<String> range = get(url, "Range", "bytes=1-2");
        assertEquals(206, range.statusCode());
        assertEquals("bc", range.body());
        assertEquals(Optional.of("bytes 1-2/4"), range.headers().firstValue("content-range"));
        String etag = range.headers().firstValue("etag").orElseThrow();
        assertEquals(206, get(url, "Range", "bytes=0-0", "If-Match", etag).statusCode());
        assertEquals(416, get(url, "Range", "bytes=4-5").statusCode());
        fake.content(id, "abce".getBytes());
        assertEquals(412, get(url, "Range", "bytes=0-0", "If-Match", etag).statusCode());
        fake.expireLinks();
        assertEquals(403, get(url, "Range", "bytes=0-0").statusCode());
        assertEquals(206, get(downloadUrl(id), "Range", "bytes=0-0").statusCode());
    }

    @Test
    void leadsToAnotherStorage() throws Exception {
        fake.content("f", new byte[1]);
        fake.links("http://localhost:1/");
        assertEquals("http://localhost:1/download/f/0?signature=secret", downloadUrl("f"));
    }

    @Test
    void resetForgetsWhatTheLastTestDid() throws Exception {
        fake.accept("another-token");
        fake.pages(3);
        fake.answer("accounts.index", Scripted.error(500));
        send("GET", "/v4/accounts", "");
        fake.reset();

        assertEquals(List.of(), fake.requests());
        HttpResponse<String> answer = send("GET", "/v4/accounts", "");
        assertEquals(200, answer.statusCode());
        assertTrue(json(answer).getJsonObject("links").isNull("next"));
    }

    private String downloadUrl(String id) throws Exception {
        return json(send("GET", "/v4/accounts/a/files/" + id + "?include=media_links.original", ""))
                .getJsonObject("data")
                .getJsonObject("media_links")
                .getJsonObject("original")
                .getString("download_url");
    }

    private static HttpResponse<String> get(String url, String... headers) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(url)).headers(headers).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static int put(String url, String body, String acl) throws IOException, InterruptedException {
        return CLIENT.send(
                        HttpRequest.newBuilder(URI.create(url))
                                .header("x-amz-acl", acl)
                                .header("Content-Type", "video/quicktime")
                                .PUT(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
