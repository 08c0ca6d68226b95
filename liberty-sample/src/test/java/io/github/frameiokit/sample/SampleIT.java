package io.github.frameiokit.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Runs the README's first five minutes with the sample on its server. The server has a port and a folder of its own, so
 * that it doesn't disturb a sample that you have started.
 */
class SampleIT {

    private static final String PORT = "9280";

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
        server.environment().put("WLP_OUTPUT_DIR", System.getProperty("server.output"));
        server.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return server.start();
    }
}
