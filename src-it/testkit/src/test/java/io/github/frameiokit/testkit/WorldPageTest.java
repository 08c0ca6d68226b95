package io.github.frameiokit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person sees the world on its page, and acts in it. */
class WorldPageTest extends WorldFixture {

    private HttpResponse<String> opens(String path) {
        return App.send(HttpRequest.newBuilder(URI.create(fakes.frameio().url() + path)));
    }

    private HttpResponse<String> submits(String path, String... form) {
        return submits(path, Map.of(), form);
    }

    private HttpResponse<String> submits(String path, Map<String, String> headers, String... form) {
        String body = Stream.iterate(0, i -> i < form.length, i -> i + 2)
                .map(i -> form[i] + "=" + URLEncoder.encode(form[i + 1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(fakes.frameio().url() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return App.send(request);
    }

    private static String location(HttpResponse<String> answer) {
        assertEquals(303, answer.statusCode(), answer.body());
        return answer.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void theFirstPageLeadsToTheWorld() {
        assertEquals("/world", location(opens("/")));
    }

    @Test
    void everythingIsShown() {
        world.addWebhook("A webhook", app.url(), SECRET, "file.ready");
        world.addAction("an.action", "An action", app.url(), SECRET);
        String page = opens("/world").body();
        for (String text : List.of(
                "Example Films",
                "Spring campaign",
                "Trailer.mov",
                "version stack",
                "The logo comes too early.",
                "Grace Hopper",
                "A webhook",
                "An action",
                "ada@example.com")) {
            assertTrue(page.contains(text), text);
        }
        assertFalse(page.contains(SECRET));
    }

    @Test
    void textIsShownAsText() {
        String nasty = "<script>alert(1)</script>\"'&";
        world.comment(id("Trailer.mov"), nasty, FakeIms.ADA);
        data("PATCH", file("Trailer.mov"), "{\"name\": \"<img src=x onerror=alert(1)>.mov\"}");
        world.addAction("\"><b>", "<i>", app.url(), SECRET);
        String page = opens("/world").body();
        assertFalse(page.contains("<script"), page);
        assertFalse(page.contains("<img"), page);
        assertFalse(page.contains("<b>"), page);
        assertFalse(page.contains("<i>"), page);
        assertTrue(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;'&amp;"), page);
    }

    @Test
    void thePageMayLoadNothingButItsStyle() {
        HttpResponse<String> page = opens("/world");
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.startsWith("default-src 'none'; style-src 'self'"), policy);
        assertFalse(page.body().contains("style="), page.body());
        Matcher style = Pattern.compile("href=\"([^\"]+\\.css)\"").matcher(page.body());
        assertTrue(style.find());
        assertEquals(
                "text/css; charset=utf-8",
                opens(style.group(1)).headers().firstValue("Content-Type").orElseThrow());
    }

    @Test
    void idsAreUniqueAndLabelsAreThere() {
        world.addAction("an.action", "An action", app.url(), SECRET);
        String page = opens("/world").body();
        List<String> ids = Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(it -> it.group(1))
                .toList();
        assertEquals(ids.stream().distinct().toList(), ids);
        Pattern.compile("<(select|input)")
                .matcher(page)
                .results()
                .forEach(field -> assertTrue(
                        page.lastIndexOf("<label", field.start()) > page.lastIndexOf("</label>", field.start()),
                        page.substring(field.start())));
    }

    @Test
    void aCommentIsAddedAndSent() {
        world.addWebhook("A webhook", app.url(), SECRET, "comment.created");
        String there = location(submits(
                "/world/comments",
                "file",
                id("Trailer.mov"),
                "text",
                "From the page",
                "user",
                World.GRACE.frameioId()));
        world.settle(PATIENCE);
        JsonObject comment = world.comments(id("Trailer.mov")).get(1);
        assertEquals("From the page", comment.getString("text"));
        assertEquals("/world#" + comment.getString("id"), there);
        assertTrue(opens("/world").body().contains("accepted"));
    }

    @Test
    void aFileIsAdded() {
        location(submits(
                "/world/files",
                "folder",
                world.folderId(),
                "name",
                "notes.txt",
                "content",
                "é",
                "user",
                FakeIms.ADA.frameioId()));
        assertEquals("é", new String(fakes.frameio().content(id("notes.txt")).orElseThrow(), StandardCharsets.UTF_8));
    }

    @Test
    void anEventIsSent() {
        world.addWebhook("A webhook", app.url(), SECRET, "share.viewed", "file.ready");
        String user = FakeIms.ADA.frameioId();
        location(submits("/world/events", "type", "share.viewed", "resource", "", "user", user));
        location(submits("/world/events", "type", "file.ready", "resource", id("Trailer.mov"), "user", user));
        world.settle(PATIENCE);
        assertEquals(
                List.of("file", "share"),
                app.events().stream()
                        .map(it -> it.json().getJsonObject("resource").getString("type"))
                        .sorted()
                        .toList());
    }

    @Test
    void anActionIsRunThroughItsForm() {
        String action = world.addAction("an.action", "An action", app.url(), SECRET);
        app.answers(ReceivingApp.json("""
                {"title": "Choose", "description": "What?", "fields": [
                  {"type": "text", "name": "title", "label": "Title", "value": "<b>"},
                  {"type": "textarea", "name": "notes", "label": "Notes"},
                  {"type": "select", "name": "language", "label": "Language", "value": "es",
                   "options": [{"name": "English", "value": "en"}, {"name": "Spanish", "value": "es"}]},
                  {"type": "checkbox", "name": "real", "label": "Real", "value": true},
                  {"type": "boolean", "name": "text", "label": "Text", "value": "false"},
                  {"type": "multi", "name": "tags", "label": "Tags", "value": ["b"],
                   "options": [{"name": "A", "value": "a"}, {"name": "B", "value": "b"}]},
                  {"type": "link", "name": "help", "label": "Help", "value": "https://example.com/"},
                  {"type": "link", "name": "odd", "label": "Odd", "value": "javascript:alert(1)"}]}"""));
        String run = location(submits(
                "/world/run",
                "action",
                action,
                "user",
                FakeIms.ADA.frameioId(),
                "asset." + id("Trailer.mov"),
                "on",
                "asset." + id("Dailies"),
                "on"));
        String form = opens(run).body();
        assertTrue(form.contains("value=\"es\" selected>Spanish"), form);
        assertTrue(form.contains("value=\"&lt;b&gt;\""), form);
        assertTrue(form.contains("name=\"field.tags.b\" checked"), form);
        assertTrue(form.contains("href=\"https://example.com/\""), form);
        assertFalse(form.contains("href=\"javascript"), form);
        app.answers(ReceivingApp.json("{\"title\": \"Thank you\", \"description\": \"Done.\"}"));
        assertEquals(
                run,
                location(submits(
                        run,
                        "field.title",
                        "New",
                        "field.notes",
                        "",
                        "field.language",
                        "en",
                        "field.text",
                        "on",
                        "field.tags.a",
                        "on")));
        assertTrue(opens(run).body().contains("Thank you"));
        assertEquals(read("""
                        {"title": "New", "notes": "", "language": "en", "real": false, "text": "true", "tags": ["a"],
                         "help": "https://example.com/", "odd": "javascript:alert(1)"}"""), app.events().get(1).json().getJsonObject("data"));
    }

    @Test
    void aFailedActionSaysWhy() {
        String action = world.addAction("an.action", "An action", app.url(), SECRET);
        app.answers(new Scripted(500, Map.of(), ""));
        String run = location(submits(
                "/world/run", "action", action, "user", FakeIms.ADA.frameioId(), "asset." + id("Trailer.mov"), "on"));
        assertTrue(opens(run).body().contains("the app answered 500"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/world/run",
                "/world/run action={action}",
                "/world/comments text=x file={file}",
                "/world/comments user={user} file={file}",
                "/world/comments user={user} text=x file=another",
                "/world/files user={user} name=x folder=another",
                "/world/events user={user}",
                "/world/events %=x"
            })
    void whatIsMissingIsSaid(String request) {
        String filled = request.replace("{action}", world.addAction("an.action", "An action", app.url(), SECRET))
                .replace("{file}", id("Trailer.mov"))
                .replace("{user}", FakeIms.ADA.frameioId());
        String[] parts = filled.split("[ =]");
        HttpResponse<String> answer = submits(parts[0], Arrays.copyOfRange(parts, 1, parts.length));
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("That didn't work"), answer.body());
    }

    @Test
    void anotherPageOrMethodIsRefused() {
        assertEquals(404, opens("/world/runs/another").statusCode());
        assertEquals(404, submits("/world/runs/another").statusCode());
        assertEquals(
                405,
                App.send(HttpRequest.newBuilder(URI.create(fakes.frameio().url() + "/world"))
                                .DELETE())
                        .statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.evil.example", ""})
    void anotherHostIsForbidden(String host) throws IOException {
        URI url = fakes.frameio().url();
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream()
                    .write(("GET /world HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 403 "), answer);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: https://evil.example",
                "Origin: null",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site"
            })
    void aFormOfAnotherPageIsForbidden(String header) {
        String[] pair = header.split(": ");
        HttpResponse<String> answer = submits(
                "/world/comments",
                Map.of(pair[0], pair[1]),
                "file",
                id("Trailer.mov"),
                "text",
                "x",
                "user",
                FakeIms.ADA.frameioId());
        assertEquals(403, answer.statusCode());
        assertEquals(1, world.comments(id("Trailer.mov")).size());
    }

    @Test
    void aFakeWithoutAWorldHasNoPage() {
        try (FakeFrameio alone = FakeFrameio.start()) {
            HttpResponse<String> answer = App.send(HttpRequest.newBuilder(URI.create(alone.url() + "/world")));
            assertEquals(401, answer.statusCode());
        }
    }

    @Test
    void whatAPersonDoesIsNoCallOfTheApp() {
        int before = fakes.frameio().requests().size();
        opens("/world");
        assertEquals(before, fakes.frameio().requests().size());
    }
}
