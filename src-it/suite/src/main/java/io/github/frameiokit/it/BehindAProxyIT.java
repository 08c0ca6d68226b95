package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.app.UserHandlers;
import io.github.frameiokit.it.support.Answers;
import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.Http;
import io.github.frameiokit.it.support.Needs;
import io.github.frameiokit.it.support.SignedInUser;
import io.github.frameiokit.it.support.Trait;
import io.github.frameiokit.it.support.Wars;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where a sign-in leads if a trusted proxy sends the address at which the app is reached. */
@Tag("kit")
@ExtendWith(ArquillianExtension.class)
public class BehindAProxyIT {

    private static final SignedInUser USER = new SignedInUser();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive app() {
        return Wars.withSecretsAnd(
                "proxied",
                USER.config() + "frameio.oauth.trust-forwarded-headers=true",
                TestApplication.class,
                UserHandlers.class);
    }

    @Test
    @Needs(Trait.LEAVES_FORWARDED_HEADERS_TO_THE_APP)
    public void theBrowserIsSentToTheAddressOfTheProxy() {
        URI link = link(action().header("X-Forwarded-Proto", "https, http")
                .header("X-Forwarded-Host", "app.example.com, inner:8080"));
        assertEquals("app.example.com", link.getRawAuthority());
        assertEquals("https", link.getScheme());
        assertEquals(base.getPath() + "frameio/oauth/login", link.getPath());
        HttpResponse<String> login = Http.answer(URI.create(base + "frameio/oauth/login?" + link.getRawQuery()));
        assertTrue(
                login.headers()
                        .firstValue("Location")
                        .orElseThrow()
                        .contains("redirect_uri=https%3A%2F%2Fapp.example.com"),
                "where Adobe leads back to");
        assertTrue(
                login.headers().firstValue("Set-Cookie").orElseThrow().endsWith("; Secure"),
                "the cookie is for HTTPS only");
    }

    @Test
    @Needs(Trait.LEAVES_FORWARDED_HEADERS_TO_THE_APP)
    public void theBrowserIsSentToANormalizedAddress() {
        URI link =
                link(action().header("X-Forwarded-Proto", "HTTPS").header("X-Forwarded-Host", "App.example.com:443"));
        assertEquals(
                "https://app.example.com" + base.getPath() + "frameio/oauth/login",
                link.toString().replaceAll("[?].*", ""));
    }

    @Test
    public void whatNeedsNoAddressWorksBehindAnyNumberOfProxies() {
        HttpResponse<String> answer = Delivery.action(
                        base, "sign.out", UUID.randomUUID().toString())
                .header("X-Forwarded-Proto", "https, http")
                .send();
        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("Signed out"), answer.body());
    }

    @Test
    public void withoutAProxyTheAddressIsThatOfTheRequest() {
        assertTrue(link(action()).toString().startsWith(base.toString()));
    }

    private Delivery action() {
        return Delivery.action(base, "export.asset", UUID.randomUUID().toString());
    }

    private static URI link(Delivery action) {
        return USER.assertAsked(Answers.json(action.send()));
    }
}
