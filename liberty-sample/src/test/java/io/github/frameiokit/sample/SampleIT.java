package io.github.frameiokit.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The README's first five minutes, against the sample on its server. */
class SampleIT {

    @Test
    void sendsRealSignedEventsAndShowsTheAnswers() throws IOException, InterruptedException {
        Process send = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        "api/target/classes",
                        "liberty-sample/src/send/Send.java",
                        System.getProperty("sample.url"))
                .directory(new File(System.getProperty("project.root")))
                .redirectErrorStream(true)
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
    void warHoldsNoJarButTheKitsTwo() throws IOException {
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
}
