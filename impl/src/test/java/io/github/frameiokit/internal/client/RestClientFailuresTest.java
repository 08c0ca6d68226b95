package io.github.frameiokit.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.internal.client.RestClientScenario.Mine;
import io.github.frameiokit.internal.ims.Credentials;
import io.github.frameiokit.testkit.Scripted;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which exception a failing call of an app's own interface becomes. */
class RestClientFailuresTest extends RestClientScenario {

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
    void isTheSameAsOfTheKitsOwnInterfaces(int status, String type) {
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
    void withoutAResponseIsUnreachable() {
        tested.fake.close();
        FrameioApiException.Unreachable failure = assertThrows(
                FrameioApiException.Unreachable.class,
                () -> frameio.api(Mine.class).me());
        assertEquals("GET /v4/me got no answer", failure.getMessage());
    }

    @Test
    void withAResponseOfAnotherFormIsUnreadableAndShowsNothingOfIt() {
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
    void isTheAppsOwnExceptionIfItMapsIt() {
        tested.fake.answer("users.show", Scripted.error(404));
        assertThrows(
                UnsupportedOperationException.class,
                () -> frameio.api(Mapped.class).me());
    }

    @Test
    void aRejectedTokenIsReplacedOnce() {
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
}
