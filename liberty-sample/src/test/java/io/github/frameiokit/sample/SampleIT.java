package io.github.frameiokit.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.testkit.FakeIms;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Runs the README's first five minutes with the sample on its server. The server and the fakes beside it have ports and
 * a folder of their own, so that they don't disturb a sample that you have started.
 */
class SampleIT {

    private static final String PORT = "9280";
    private static final String FAKE_FRAMEIO = "9281";
    private static final String FAKE_IMS = "9282";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @BeforeAll
    static void startServer() throws IOException, InterruptedException {
        assertEquals(0, server("start").waitFor());
    }

    @AfterAll
    static void stopServer() throws IOException, InterruptedException {
        server("stop").waitFor();
    }

    @Test
    void sendsSignedEventsAndPrintsTheAnswers() throws IOException, InterruptedException {
        Process send = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        "api/target/classes",
                        "liberty-sample/src/send/Send.java",
                        "http://localhost:" + PORT)
                .directory(new File(System.getProperty("project.root")))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = send.inputReader().lines().toList();
        assertEquals(
                List.of(
                        "webhook file.ready -> 200 ",
                        "webhook comment.created -> 200 ",
                        "action greeting -> 200 {\"title\":\"Greeting\",\"description\":\"Hello, world!\"}",
                        "action transcribe.file -> 200 {\"title\":\"Choose language\",\"description\":\"Which language"
                                + " is spoken in this file?\",\"fields\":[{\"type\":\"select\",\"label\":\"Language\","
                                + "\"name\":\"language\",\"value\":\"en\",\"options\":["
                                + "{\"name\":\"English\",\"value\":\"en\"},{\"name\":\"Spanish\",\"value\":\"es\"}]}]}",
                        "action transcribe.file, submitted -> 200 {\"title\":\"In progress\","
                                + "\"description\":\"Transcribing in Spanish.\"}"),
                lines);
        assertEquals(0, send.waitFor());
    }

    @Test
    void commentsOfTheFakeFrameioReachTheSample() throws IOException, InterruptedException {
        HttpRequest comment = HttpRequest.newBuilder(URI.create("http://localhost:" + FAKE_FRAMEIO + "/world/comments"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "text=Nice&file=" + trailer() + "&user=" + FakeIms.ADA.frameioId()))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(comment, HttpResponse.BodyHandlers.ofString());
        String id = answer.headers().firstValue("Location").orElseThrow().split("#")[1];
        assertTrue(isLogged("Comment: webhook[comment.created", id));
    }

    /** The id of a file, as an app finds it: with a token of its own and through the API. */
    private static String trailer() throws IOException, InterruptedException {
        String token = call(HttpRequest.newBuilder(URI.create("http://localhost:" + FAKE_IMS + "/ims/token/v3"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&client_id="
                                + FakeIms.CLIENT_ID + "&client_secret="
                                + URLEncoder.encode(FakeIms.CLIENT_SECRET, StandardCharsets.UTF_8))))
                .getString("access_token");
        String account = "/v4/accounts/" + first(token, "/v4/accounts").getString("id");
        String folder = first(token, account + "/projects").getString("root_folder_id");
        return first(token, account + "/folders/" + folder + "/files?sort=name_desc")
                .getString("id");
    }

    private static JsonObject first(String token, String path) throws IOException, InterruptedException {
        return call(HttpRequest.newBuilder(URI.create("http://localhost:" + FAKE_FRAMEIO + path))
                        .header("Authorization", "Bearer " + token))
                .getJsonArray("data")
                .getJsonObject(0);
    }

    private static JsonObject call(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    private static boolean isLogged(String what, String id) throws IOException, InterruptedException {
        Path log = Path.of(System.getProperty("server.output"), "defaultServer", "logs", "messages.log");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (Files.readAllLines(log).stream().anyMatch(line -> line.contains(what) && line.contains(id))) {
                return true;
            }
            Thread.sleep(100);
        }
        return false;
    }

    @Test
    void consoleIsOn() throws IOException, InterruptedException {
        HttpRequest page = HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + "/frameio/console"))
                .build();
        assertEquals(
                200,
                HttpClient.newHttpClient()
                        .send(page, HttpResponse.BodyHandlers.discarding())
                        .statusCode());
    }

    @Test
    void warHasNothingOfTheFakes() throws IOException {
        try (ZipFile war = new ZipFile(System.getProperty("sample.war"))) {
            assertEquals(
                    List.of(),
                    war.stream()
                            .map(entry -> entry.getName())
                            .filter(name -> name.contains("fakes") || name.contains("testkit"))
                            .toList());
            String config = new String(
                    war.getInputStream(war.getEntry("WEB-INF/classes/META-INF/microprofile-config.properties"))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            assertFalse(config.contains("fakes") || config.contains("localhost"), config);
        }
    }

    @Test
    void warContainsOnlyTheKitsTwoJars() throws IOException {
        try (ZipFile war = new ZipFile(System.getProperty("sample.war"))) {
            List<String> jars = war.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith("WEB-INF/lib/") && !name.endsWith("/"))
                    .map(name -> name.replaceAll("-\\d.*\\.jar$", ""))
                    .sorted()
                    .toList();
            assertEquals(List.of("WEB-INF/lib/frameio-kit", "WEB-INF/lib/frameio-kit-api"), jars);
        }
    }

    private static Process server(String command) throws IOException {
        ProcessBuilder server = new ProcessBuilder(
                        System.getProperty("server.home") + "/bin/server", command, "defaultServer", "--clean")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        server.environment().put("HTTP_PORT", PORT);
        server.environment().put("FAKES_FRAMEIO_PORT", FAKE_FRAMEIO);
        server.environment().put("FAKES_IMS_PORT", FAKE_IMS);
        server.environment().put("WLP_OUTPUT_DIR", System.getProperty("server.output"));
        server.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return server.start();
    }
}
