package io.github.frameiokit.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.internal.client.RestClientScenario.Mine;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How interfaces of an app's own are called. */
class RestClientsTest extends RestClientScenario {

    @Test
    void bodiesAreTheAppsTypes() {
        assertEquals("some email", frameio.api(Mine.class).me().data.email);
        Wrapped comment = new Wrapped();
        comment.data = new Data();
        comment.data.text = "Très bien";
        frameio.api(Mine.class).comment("a", "f", comment);
        assertEquals(
                "{\"data\":{\"text\":\"Très bien\"}}",
                last("comments.create").body().orElseThrow().toString());
        frameio.api(Mine.class).delete("a", "f");
        assertEquals("/v4/accounts/a/files/f", last("files.delete").path());
    }

    @Test
    void defaultMethodsWork() {
        assertEquals("some email", frameio.api(Mine.class).email());
    }

    @Test
    void eachActsAsItsClient() {
        Mine app = frameio.api(Mine.class);
        Mine user = frameio.as("a-user").api(Mine.class);
        user.me();
        assertEquals("Bearer a-user", last("users.show").headers().get("authorization"));
        app.me();
        assertEquals("Bearer the-token", last("users.show").headers().get("authorization"));
        assertNull(last("users.show").headers().get("api-version"));
        frameio.experimental().api(Mine.class).me();
        assertEquals("experimental", last("users.show").headers().get("api-version"));
        assertEquals("Bearer the-token", last("users.show").headers().get("authorization"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", ".", "..", "../../me", "f/..", "/f", "f/", "f//g"})
    void anIdThatCouldLeadElsewhereIsRejected(String id) {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> frameio.api(Mine.class).delete("a", id));
        assertEquals("'file_id' must be an id, and not blank.", refusal.getMessage());
        assertEquals(List.of(), tested.fake.requests());
    }

    public static class Ids {

        @PathParam("file_id")
        public String fileId;
    }

    public record Id(String text) {

        @Override
        public String toString() {
            return text;
        }
    }

    public interface OtherIds {

        @DELETE
        @Path("/v4/accounts/a/files/{file_id}")
        void delete(@BeanParam Ids ids);

        @DELETE
        @Path("/v4/accounts/a/files/{file_id}")
        void delete(@PathParam("file_id") Id id);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void anIdInABeanOrOfAnotherTypeThatLeadsElsewhereIsRejected(String id) {
        Ids ids = new Ids();
        ids.fileId = id;
        OtherIds other = frameio.api(OtherIds.class);
        assertThrows(IllegalArgumentException.class, () -> other.delete(ids));
        assertThrows(IllegalArgumentException.class, () -> other.delete(new Id(id)));
        assertEquals(List.of(), tested.fake.requests());
    }

    @Test
    void behavesAsAnObjectAndIsClosedWithTheApp() {
        Mine mine = frameio.api(Mine.class);
        assertEquals("Mine", mine.toString());
        assertEquals(mine, mine);
        mine.close();
        assertEquals("some email", mine.email());
    }

    @Test
    void aTypeThatIsNoInterfaceIsRejected() {
        assertEquals(
                "'type' must be an interface whose methods have Jakarta REST's annotations.",
                assertThrows(IllegalArgumentException.class, () -> frameio.api(String.class))
                        .getMessage());
        assertEquals(
                "'type' must have no method that returns a CompletionStage, as Later.me does: who acts is known on the"
                        + " caller's thread only. Let it return its result, and call it on another thread.",
                assertThrows(IllegalArgumentException.class, () -> frameio.api(Later.class))
                        .getMessage());
    }

    public interface Later {

        @GET
        @Path("/v4/me")
        CompletionStage<JsonObject> me();
    }

    @Test
    void callsOnSeveralThreadsAtOnceDoNotMix() {
        List<String> users = IntStream.range(0, 200).mapToObj(i -> "user-" + i).toList();
        users.parallelStream().forEach(user -> frameio.as(user).api(Mine.class).me());
        assertEquals(
                new TreeSet<>(users),
                tested.fake.requests("users.show").stream()
                        .map(request -> request.headers().get("authorization").replace("Bearer ", ""))
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertEquals(200, tested.fake.requests("users.show").size());
    }

    /** An app on a server without an implementation. */
    static final class Bare {

        public static void main(String... arguments) {
            try (TestClient tested = new TestClient()) {
                System.out.println(tested.client().users().show().email());
                tested.client().api(Mine.class);
            } catch (IllegalStateException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    void withoutAnImplementationTheFailureSaysWhatToAdd() throws IOException, InterruptedException {
        String others = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> !jar.contains("jersey"))
                .collect(Collectors.joining(File.pathSeparator));
        Process jvm = new ProcessBuilder(
                        java.nio.file.Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString(),
                        "-cp",
                        others,
                        Bare.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jvm.waitFor();
        assertTrue(output.contains("some email"), output);
        assertTrue(
                output.contains("FrameioClient.api(…) needs an implementation of MicroProfile Rest Client, which isn't"
                        + " there; add the server's feature or extension for it, such as mpRestClient or"
                        + " quarkus-rest-client, or in Java SE"),
                output);
    }
}
