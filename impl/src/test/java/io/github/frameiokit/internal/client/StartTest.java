package io.github.frameiokit.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.client.FrameioClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jboss.weld.environment.se.Weld;
import org.junit.jupiter.api.Test;

/** What an app that injects the client pays for it when it starts. */
class StartTest {

    /** An app. */
    @ApplicationScoped
    static class App {

        @Inject
        FrameioClient frameio;
    }

    /** Starts the app in a JVM of its own, which tells the classes that it loads. */
    static final class Starts {

        public static void main(String... arguments) {
            try (SeContainer container = new Weld().addBeanClass(App.class).initialize()) {
                System.out.println("started " + container.isRunning());
            }
        }
    }

    @Test
    void noInterfaceOfTheClientIsLoaded() throws IOException, InterruptedException {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starts.class.getName())
                .redirectErrorStream(true)
                .start();
        List<String> lines = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        jvm.waitFor();
        assertTrue(lines.contains("started true"), () -> String.join("\n", lines));
        assertTrue(lines.stream().anyMatch(line -> line.contains(" " + FrameioClient.class.getName() + " ")));
        assertEquals(
                List.of(),
                lines.stream()
                        .filter(line -> line.matches(
                                ".* io\\.github\\.frameiokit\\.client\\.(\\w+Api|model\\..*|request\\..*) .*"))
                        .toList());
    }
}
