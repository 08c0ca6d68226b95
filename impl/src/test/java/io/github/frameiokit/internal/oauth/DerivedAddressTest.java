package io.github.frameiokit.internal.oauth;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.internal.Paths;
import io.github.frameiokit.internal.events.CurrentRequest;
import io.github.frameiokit.oauth.UserAuthorizations;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without a configured redirect URI, the address of the sign-in comes from the request. */
class DerivedAddressTest extends OAuthScenario {

    private String derived(String trusted, Map<String, String> headers) {
        return derived(trusted, headers, "http://10.0.0.1:8080/app/");
    }

    private String derived(String trusted, Map<String, String> headers, String base) {
        System.clearProperty("frameio.oauth.redirect-uri");
        System.setProperty("frameio.oauth.trust-forwarded-headers", trusted);
        properties.put("frameio.oauth.trust-forwarded-headers", trusted);
        WeldContainer other = node();
        return inRequest(other, () -> {
            other.select(CurrentRequest.class)
                    .get()
                    .note(
                            stub(UriInfo.class, name -> URI.create(base)),
                            stub(HttpHeaders.class, headers::get),
                            new Paths("frameio", "frameio/oauth"));
            return other.select(UserAuthorizations.class)
                    .get()
                    .signInUrl(action(ADA))
                    .toString();
        });
    }

    private static <T> T stub(Class<T> type, Function<String, Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.apply(arguments == null ? "" : (String) arguments[0])));
    }

    private final Map<String, String> forwarded =
            Map.of("X-Forwarded-Proto", "https, http", "X-Forwarded-Host", "app.example.com");

    @Test
    void asTheRequestWas() {
        String url = derived("false", forwarded);
        assertTrue(url.startsWith("http://10.0.0.1:8080/app/frameio/oauth/login?ticket="), url);
    }

    @Test
    void asTheProxySaysWhereItIsTrusted() {
        String url = derived("true", forwarded);
        assertTrue(url.startsWith("https://app.example.com/app/frameio/oauth/login?ticket="), url);
    }

    /** Java takes such a name for no host, but browsers and name servers know it. */
    @ParameterizedTest
    @ValueSource(strings = {"false", "true"})
    void asTheRequestWasThoughItsHostHasAnUnderscore(String trusted) {
        String url = derived(trusted, Map.of(), "http://my_app:8080/app/");
        assertTrue(url.startsWith("http://my_app:8080/app/frameio/oauth/login?ticket="), url);
    }

    @Test
    void neverAsNonsenseSays() {
        String url = derived("true", Map.of("X-Forwarded-Proto", "javascript", "X-Forwarded-Host", "x/../@evil"));
        assertTrue(url.startsWith("http://10.0.0.1:8080/app/frameio/oauth/login?ticket="), url);
    }
}
