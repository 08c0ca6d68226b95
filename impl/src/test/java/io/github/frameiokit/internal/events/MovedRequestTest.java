package io.github.frameiokit.internal.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.frameiokit.internal.Paths;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a handler is told of a request that was led to the kit's resource from a configured path. */
class MovedRequestTest {

    private static UriInfo led(String requested) {
        return (UriInfo) Proxy.newProxyInstance(
                UriInfo.class.getClassLoader(), new Class<?>[] {UriInfo.class}, (proxy, method, arguments) -> {
                    if (requested == null) {
                        if (method.getName().equals("getPath")) {
                            return "frameio";
                        }
                        throw new IllegalArgumentException();
                    }
                    return URI.create(method.getName().equals("getBaseUri") ? "http://h:8080/app/" : requested);
                });
    }

    private static CurrentRequest request(String requested, String events) {
        CurrentRequest request = new CurrentRequest();
        HttpHeaders none = (HttpHeaders) Proxy.newProxyInstance(
                HttpHeaders.class.getClassLoader(),
                new Class<?>[] {HttpHeaders.class},
                (proxy, method, arguments) -> null);
        request.note(led(requested), none, new Paths(events, "auth"));
        return request;
    }

    @ParameterizedTest
    @CsvSource({
        "http://h:8080/app/frameio?tenant=%7Ba%7D, hooks, http://h:8080/app/hooks?tenant=%7Ba%7D, /app/hooks",
        "http://h:8080/app/frameio, v1/in, http://h:8080/app/v1/in, /app/v1/in",
        "http://h:8080/app/frameio?a, '', http://h:8080/app/?a, /app/",
        "http://h:8080/app/frameio/?a, frameio, http://h:8080/app/frameio/?a, /app/frameio/"
    })
    void requestOfTheMovedPathIsTheOneThatWasCalled(String led, String events, String address, String path) {
        CurrentRequest request = request(led, events);
        assertEquals(Optional.of(URI.create(address)), request.address());
        assertEquals(path, request.path());
    }

    @Test
    void requestKeepsItsPathIfItsAddressIsMalformed() {
        assertEquals("/hooks", request(null, "hooks").path());
        assertEquals("/frameio", request(null, "frameio").path());
    }
}
