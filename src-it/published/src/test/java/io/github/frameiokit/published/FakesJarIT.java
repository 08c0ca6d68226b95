package io.github.frameiokit.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The test kit's jar with the classifier {@code fakes} runs alone. */
class FakesJarIT {

    @Test
    void servesTheWorldWithoutAnyOtherJar() throws Exception {
        Process fakes = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-jar",
                        jar().toString(),
                        "frameio-port=0",
                        "ims-port=0",
                        "app=http://localhost:1/frameio",
                        "secret=the-secret-of-an-app",
                        "actions=greeting=Greeting")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = fakes.inputReader()) {
            String line = output.readLine();
            assertTrue(line != null && line.contains("http://localhost:"), line);
            URI page = URI.create(line.substring(line.indexOf("http://")) + "/world");
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
            assertEquals(200, answer.statusCode());
            assertTrue(answer.body().contains("Greeting"), answer.body());
        } finally {
            fakes.destroy();
        }
    }

    private static Path jar() throws IOException {
        Path target = Path.of(System.getProperty("project.root"), "src-it/testkit/target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith("-fakes.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
