package io.github.frameiokit.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.internal.client.RestClientScenario.Mine;
import io.github.frameiokit.testkit.FakeFrameio;
import io.github.frameiokit.testkit.Scripted;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Where calls of an app's own interface send the token. */
class RestClientTokenTest extends RestClientScenario {

    @AutoClose
    private final FakeFrameio elsewhere = FakeFrameio.start();

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
    void isNotSentToTheInterfacesOwnBaseUrl() {
        frameio.api(Registered.class).me();
        assertEquals("Bearer the-token", last("users.show").headers().get("authorization"));
    }

    @Test
    void isNotSentToAnotherHostInAPath() {
        frameio.api(Absolute.class).me(elsewhere.url().getAuthority());
        assertEquals(List.of(), elsewhere.requests());
    }

    @Test
    void isTheClientsOwnEvenIfTheInterfaceHasAnother() {
        frameio.api(Pretending.class).me();
        assertEquals("Bearer the-token", last("users.show").headers().get("authorization"));
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
}
