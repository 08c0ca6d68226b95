package io.github.frameiokit.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.testkit.FakeFrameio;
import io.github.frameiokit.testkit.FakeIms;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command-line tool that calls Frame.io, in a JVM with the five jars that the guide names and no others. */
class StandaloneIT {

    @AutoClose
    private final FakeFrameio frameio = FakeFrameio.start();

    @AutoClose
    private final FakeIms ims = FakeIms.start();

    @TempDir
    private Path folder;

    @BeforeEach
    void writeProgram() throws Exception {
        frameio.trust(ims);
        Files.writeString(folder.resolve("movie.txt"), "a movie");
        Files.writeString(folder.resolve("Tool.java"), """
                import io.github.frameiokit.client.*;
                import io.github.frameiokit.client.model.*;
                import io.github.frameiokit.client.request.*;
                import java.net.URI;
                import java.nio.file.Path;

                class Tool {
                    public static void main(String[] args) {
                        try (StandaloneClient frameio = FrameioClient.builder()
                                .clientCredentials("%s", "%s")
                                .apiUrl(URI.create("%s"))
                                .imsUrl(URI.create("%s"))
                                .build()) {
                            System.out.println(frameio.users().show().email());
                            frameio.accounts().index().forEach(account -> System.out.println(account.getClass().getSimpleName()));
                            frameio.comments().create("an-account", "a-file", CommentDraft.of("Nice cut!"));
                            File file = frameio.upload("an-account", "a-folder", Upload.of(Path.of("movie.txt")));
                            frameio.download("an-account", file.id(), Download.to(Path.of("copy.txt")));
                        }
                    }
                }
                """.formatted(
                        FakeIms.CLIENT_ID, FakeIms.CLIENT_SECRET, frameio.url(), ims.url()));
    }

    @Test
    void callsFrameioWithFiveJars() throws Exception {
        String classPath = Programs.jarsNamed(
                "frameio-kit-api",
                "frameio-kit",
                "parsson",
                "jakarta.json-api",
                "jakarta.ws.rs-api",
                "microprofile-rest-client-api");

        assertEquals(
                "%s%nAccount%n".formatted(FakeIms.SERVICE_ACCOUNT.email()),
                Programs.jdk(folder, "java", "-cp", classPath, "Tool.java"));
        assertEquals(1, frameio.requests("comments.create").size());
        assertEquals("a movie", Files.readString(folder.resolve("copy.txt")));
    }

    @Test
    void saysThatMicroProfileRestClientIsMissing() throws Exception {
        String classPath = Programs.jarsNamed(
                "frameio-kit-api", "frameio-kit", "parsson", "jakarta.json-api", "jakarta.ws.rs-api");

        String output = Programs.jdk(folder, "java", "-cp", classPath, "Tool.java");
        assertTrue(output.contains("FrameioClient needs the API of MicroProfile Rest Client"), output);
    }

    @Test
    void saysWhatCallsWithoutTheClientNeed() throws Exception {
        Files.writeString(folder.resolve("Calls.java"), """
                import io.github.frameiokit.client.*;

                class Calls {
                    interface Own {}

                    public static void main(String[] args) {
                        try (StandaloneClient frameio = FrameioClient.builder().token("a-token").build()) {
                            say(() -> frameio.http());
                            say(() -> frameio.api(Own.class));
                        }
                    }

                    static void say(Runnable call) {
                        try {
                            call.run();
                        } catch (IllegalStateException e) {
                            System.out.println(e.getMessage());
                        }
                    }
                }
                """);
        String classPath = Programs.jarsNamed(
                "frameio-kit-api",
                "frameio-kit",
                "parsson",
                "jakarta.json-api",
                "jakarta.ws.rs-api",
                "microprofile-rest-client-api");

        String output = Programs.jdk(folder, "java", "-cp", classPath, "Calls.java");
        assertTrue(output.contains("FrameioClient.http() needs an implementation of Jakarta REST"), output);
        assertTrue(output.contains("org.glassfish.jersey.core:jersey-client"), output);
        assertTrue(output.contains("FrameioClient.api(…) needs an implementation of MicroProfile Rest Client"), output);
    }

    @Test
    void saysThatTheKitIsMissing() throws Exception {
        String classPath = Programs.jarsNamed(
                "frameio-kit-api", "parsson", "jakarta.json-api", "jakarta.ws.rs-api", "microprofile-rest-client-api");

        String output = Programs.jdk(folder, "java", "-cp", classPath, "Tool.java");
        assertTrue(output.contains("FrameioClient.builder() needs io.github.frameiokit:frameio-kit"), output);
    }
}
