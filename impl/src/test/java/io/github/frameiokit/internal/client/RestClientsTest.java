package io.github.frameiokit.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.internal.ims.Credentials;
import io.github.frameiokit.testkit.FakeFrameio;
import io.github.frameiokit.testkit.Received;
import io.github.frameiokit.testkit.Scripted;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Interfaces of an app's own, called with Jersey's MicroProfile Rest Client. */
class RestClientsTest {

    private final TestClient tested = new TestClient();
    private final FrameioClient frameio = tested.client();

    @AfterEach
    void close() {
        tested.close();
    }

    public interface Mine extends AutoCloseable {

        @GET
        @Path("/v4/me")
        @Produces(MediaType.APPLICATION_JSON)
        Wrapped me();

        @POST
        @Path("/v4/accounts/{account_id}/files/{file_id}/comments")
        @Consumes(MediaType.APPLICATION_JSON)
        @Produces(MediaType.APPLICATION_JSON)
        JsonObject comment(
                @PathParam("account_id") String accountId, @PathParam("file_id") String fileId, Wrapped comment);

        @DELETE
        @Path("v4/accounts/{account_id}/files/{file_id}")
        void delete(@PathParam("account_id") String accountId, @PathParam("file_id") String fileId);

        default String email() {
            return me().data.email;
        }

        @Override
        void close();
    }

    /** As an app's types are bound by JSON-B. */
    public static class Wrapped {
        public Data data;
    }

    public static class Data {
        public String email;
        public String text;
    }

    private Received last(String operation) {
        List<Received> requests = tested.fake.requests(operation);
        return requests.get(requests.size() - 1);
    }

    @Test
    void answersAndBodiesAreTheAppsTypes() {
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
    void eachActsAsTheClientItIsOf() {
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
    void anIdThatCouldLeadElsewhereIsRefused(String id) {
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
    void anIdInABeanOrOfAnotherTypeThatLeadsElsewhereIsRefused(String id) {
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
    void whatIsNoInterfaceIsRefused() {
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

    @Nested
    class Failing {

        @ParameterizedTest
        @CsvSource({
            "302, FrameioApiException",
            "400, Invalid",
            "401, Unauthorized",
            "403, Forbidden",
            "404, NotFound",
            "409, FrameioApiException",
            "422, Invalid",
            "429, RateLimited",
            "503, Unavailable"
        })
        void isTheSameAsElsewhere(int status, String type) {
            tested.fake.answer("files.delete", Scripted.error(status).header("Retry-After", "40"));
            FrameioApiException failure = assertThrows(
                    FrameioApiException.class, () -> frameio.api(Mine.class).delete("a", "f"));
            assertEquals(type, failure.getClass().getSimpleName());
            assertEquals(
                    "DELETE /v4/accounts/a/files/f was answered " + status + ": Refused at /data/name",
                    failure.getMessage());
            assertEquals("as the test wants it", failure.errors().get(0).detail());
            if (failure instanceof FrameioApiException.RateLimited limited) {
                assertEquals(Duration.ofSeconds(40), limited.retryAfter());
            }
            assertEquals(1, tested.fake.requests("files.delete").size(), "nothing is tried again");
        }

        @Test
        void withoutAnAnswerIsUnreachable() {
            tested.fake.close();
            FrameioApiException.Unreachable failure = assertThrows(
                    FrameioApiException.Unreachable.class,
                    () -> frameio.api(Mine.class).me());
            assertEquals("GET /v4/me got no answer", failure.getMessage());
        }

        @Test
        void withAnAnswerOfAnotherFormIsUnreadableAndShowsNothingOfIt() {
            tested.fake.answer("users.show", new Scripted(200, Map.of(), "{\"data\": \"s3cret\"}"));
            FrameioApiException.Unreadable failure = assertThrows(
                    FrameioApiException.Unreadable.class,
                    () -> frameio.api(Mine.class).me());
            assertEquals("GET /v4/me was answered 200: the answer isn't what the method returns", failure.getMessage());
            assertNull(failure.getCause());
        }

        @Test
        void withoutCredentialsSaysWhichAreMissing() {
            try (TestClient bare = new TestClient("frameio.token", "")) {
                assertTrue(assertThrows(
                                IllegalStateException.class,
                                () -> bare.client().api(Mine.class).me())
                        .getMessage()
                        .startsWith("There are no credentials for Frame.io"));
                assertEquals(List.of(), bare.fake.requests());
            }
        }

        @Test
        void isTheAppsOwnExceptionWhereItMapsIt() {
            tested.fake.answer("users.show", Scripted.error(404));
            assertThrows(
                    UnsupportedOperationException.class,
                    () -> frameio.api(Mapped.class).me());
        }

        @Test
        void aTokenThatIsRefusedIsReplacedOnce() {
            int[] refusals = {0};
            Credentials credentials = new Credentials() {
                @Override
                public String token() {
                    return "token-" + refusals[0];
                }

                @Override
                public boolean rejected(String token) {
                    assertEquals(token(), token);
                    refusals[0]++;
                    return true;
                }

                @Override
                public RuntimeException unauthorized(FrameioApiException refusal) {
                    return new IllegalArgumentException(refusal);
                }
            };
            try (RestClients clients =
                    new RestClients(tested.fake.url(), Duration.ofSeconds(5), Duration.ofSeconds(5), tested.clock)) {
                Mine mine = clients.of(Mine.class, credentials, false);
                tested.fake.answer("users.show", Scripted.error(401));
                mine.me();
                assertEquals("Bearer token-1", last("users.show").headers().get("authorization"));
                tested.fake.answer("users.show", Scripted.error(401), Scripted.error(401));
                assertThrows(IllegalArgumentException.class, mine::me);
            }
            assertEquals(2, refusals[0]);
            assertEquals(4, tested.fake.requests("users.show").size());
        }
    }

    @RegisterProvider(Mapped.Mapper.class)
    public interface Mapped {

        @GET
        @Path("/v4/me")
        JsonObject me();

        class Mapper implements ResponseExceptionMapper<RuntimeException> {

            @Override
            public RuntimeException toThrowable(Response response) {
                return new UnsupportedOperationException();
            }

            @Override
            public int getPriority() {
                return 1;
            }
        }
    }

    @Nested
    class TheToken {

        private final FakeFrameio elsewhere = FakeFrameio.start();

        @AfterEach
        void stop() {
            elsewhere.close();
        }

        @Test
        void doesNotFollowARedirect() {
            tested.fake.answer("users.show", Scripted.error(307).header("Location", elsewhere.url() + "/v4/me"));
            FrameioApiException failure = assertThrows(
                    FrameioApiException.class, () -> frameio.api(Mine.class).me());
            assertEquals(307, failure.status());
            assertEquals(List.of(), elsewhere.requests());
        }

        @Test
        void doesNotFollowAFilterThatLeadsElsewhere() {
            Elsewhere.TO.put("to", elsewhere.url());
            assertThrows(
                    FrameioApiException.Unauthorized.class,
                    () -> frameio.api(Elsewhere.class).me());
            assertNull(elsewhere.requests().get(0).headers().get("authorization"));
            assertEquals(List.of(), tested.fake.requests());
        }

        @Test
        void isNotSentWhereTheInterfaceSaysItIs() {
            frameio.api(Registered.class).me();
            assertEquals("Bearer the-token", last("users.show").headers().get("authorization"));
        }

        @Test
        void isNotSentToAnotherHostInAPath() {
            frameio.api(Absolute.class).me(elsewhere.url().getAuthority());
            assertEquals(List.of(), elsewhere.requests());
        }

        @Test
        void isTheClientsOwnWhateverTheInterfaceSays() {
            frameio.api(Pretending.class).me();
            assertEquals("Bearer the-token", last("users.show").headers().get("authorization"));
        }
    }

    @RegisterProvider(Elsewhere.Turn.class)
    public interface Elsewhere {

        /** Set by the test. */
        Map<String, URI> TO = new ConcurrentHashMap<>();

        @GET
        @Path("/v4/me")
        JsonObject me();

        class Turn implements ClientRequestFilter {

            @Override
            public void filter(ClientRequestContext request) {
                request.setUri(TO.get("to").resolve(request.getUri().getRawPath()));
            }
        }
    }

    @RegisterRestClient(baseUri = "http://elsewhere.invalid")
    public interface Registered {

        @GET
        @Path("/v4/me")
        JsonObject me();
    }

    public interface Absolute {

        @GET
        @Path("//{host}/v4/me")
        JsonObject me(@PathParam("host") String host);
    }

    @ClientHeaderParam(name = "Authorization", value = "Bearer another")
    public interface Pretending {

        @GET
        @Path("/v4/me")
        JsonObject me();
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
                        + " quarkus-rest-client."),
                output);
    }
}
