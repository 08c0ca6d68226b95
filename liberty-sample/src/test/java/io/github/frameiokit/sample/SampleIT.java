package io.github.frameiokit.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.testkit.FakeIms;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
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

    private static FakeWorld world;

    @BeforeAll
    static void startServer() throws IOException, InterruptedException {
        assertEquals(0, server("start").waitFor());
        world = new FakeWorld(
                URI.create("http://localhost:" + FAKE_FRAMEIO), URI.create("http://localhost:" + FAKE_IMS));
    }

    @AfterAll
    static void stopServer() throws IOException, InterruptedException {
        if (world != null) {
            world.close();
        }
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
    void logsNoErrorForThem() throws IOException, InterruptedException {
        sendsSignedEventsAndPrintsTheAnswers();
        await(() ->
                log().anyMatch(line -> line.contains("There is no such comment any more: webhook[comment.created")));
        assertEquals(
                List.of(),
                log().filter(line -> line.matches(".* io\\.github\\.frameiokit\\S* +E .*"))
                        .toList());
    }

    @Test
    void aCommentIsAnsweredAndTheAnswerIsNot() throws IOException, InterruptedException {
        String trailer = world.asset(world.rootFolder(), "Trailer.mov");
        long before = timed("CommentReplies.onComment");
        world.comment(trailer, "Nice cut!");
        await(() -> timed("CommentReplies.onComment") >= before + 2);
        assertEquals(
                List.of(
                        "ada@example.com: Nice cut!",
                        FakeIms.SERVICE_ACCOUNT.email() + ": Thank you! We read: Nice cut!"),
                world.comments(trailer).stream()
                        .filter(comment -> comment.contains("Nice cut!"))
                        .toList());
    }

    @Test
    void anActionRunsInTheNameOfAUserWhoHasSignedIn() throws IOException, InterruptedException {
        String script = world.asset(world.rootFolder(), "Script.pdf");
        String shown = world.run("export.asset", script);
        assertTrue(shown.contains("Sign in with Adobe"), shown);
        String signedIn = world.signIn(shown);
        assertTrue(signedIn.contains("You are signed in"), signedIn);
        String exported = world.run("export.asset", script);
        assertTrue(exported.contains("ada@example.com has commented on each file."), exported);
        assertTrue(world.comments(script).contains("ada@example.com: I exported this file."));
    }

    @Test
    void anUploadShowsItsProgressAndCausesItsEvent() throws IOException, InterruptedException {
        String dailies = world.asset(world.rootFolder(), "Dailies");
        String shown = world.run("take.inventory", dailies);
        assertTrue(shown.contains("In progress"), shown);
        await(() -> log().anyMatch(line -> line.matches(".*inventory\\.txt: (\\d+) of \\1 bytes sent.*")));
        await(() -> !world.asset(dailies, "inventory.txt").isEmpty());
        String file = world.asset(dailies, "inventory.txt");
        await(() -> log().anyMatch(line -> line.contains("Ready: webhook[file.ready") && line.contains(file)));
    }

    /** How often the interceptor has timed a handler. */
    private static long timed(String handler) {
        return log().filter(line -> line.contains(handler + " took ")).count();
    }

    private static Stream<String> log() {
        try {
            return Files.readAllLines(Path.of(System.getProperty("server.output"), "defaultServer/logs/messages.log"))
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, () -> "not within " + PATIENCE + ": " + log().toList());
            Thread.sleep(100);
        }
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
    void warHasNothingOfTheFakesAndTheConsole() throws IOException {
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
            assertFalse(config.contains("fakes") || config.contains("localhost") || config.contains("console"), config);
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
