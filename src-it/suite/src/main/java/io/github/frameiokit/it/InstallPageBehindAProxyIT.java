package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.app.InstallPageHandlers;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.support.Answers;
import io.github.frameiokit.it.support.InstallWorld;
import io.github.frameiokit.it.support.Visit;
import io.github.frameiokit.it.support.Visit.Shown;
import io.github.frameiokit.it.support.Wars;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The install page at an https address, whose proxy passes requests on without encryption. */
@ExtendWith(ArquillianExtension.class)
@Tag("once")
public class InstallPageBehindAProxyIT {

    private static final InstallWorld FAKES = new InstallWorld();
    private static final URI SITE = URI.create("https://app.example.com/");
    private static final URI PAGE = SITE.resolve("frameio/install");
    private static final String COOKIE = "__Host-frameio-install-[0-9a-f]{8}=";
    private static final String ATTRIBUTES = "; Path=/; HttpOnly; SameSite=Lax; Secure";

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive app() {
        return Wars.withConfig(
                "install-page-behind-a-proxy", FAKES.config(SITE), TestApplication.class, InstallPageHandlers.class);
    }

    @Test
    public void theSessionIsInACookieThatOnlyThisHostCanSetAndDelete() {
        FAKES.fakes().ims().signIn("ada");
        Visit ada = new Visit(SITE, base);
        URI adobe = Answers.location(ada.answer(URI.create(PAGE + "/sign-in")));
        URI back = Answers.location(ada.answer(adobe));
        assertEquals(SITE.resolve("frameio/oauth/callback").getRawPath(), back.getRawPath());
        assertEquals(SITE.getRawAuthority(), back.getRawAuthority());
        HttpResponse<String> signedIn = ada.answer(back);
        assertTrue(cookie(signedIn).matches(COOKIE + "[\\w-]+; Max-Age=1800" + ATTRIBUTES), cookie(signedIn));
        assertEquals(PAGE, Answers.location(signedIn));

        Shown choice = ada.open(PAGE);
        assertEquals("Choose a workspace", choice.heading());
        Map<String, String> form = Map.of("form", choice.hidden("form"));
        URI inner = URI.create(base.toString());
        assertEquals(
                403, ada.answer(URI.create(PAGE + "/sign-out"), inner, form).statusCode());
        HttpResponse<String> signedOut = ada.answer(URI.create(PAGE + "/sign-out"), PAGE, form);
        assertTrue(cookie(signedOut).matches(COOKIE + "; Max-Age=0" + ATTRIBUTES), cookie(signedOut));
        assertEquals("Install Dailies & Co", ada.open(PAGE).heading());
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(it -> it.startsWith("__Host-"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(answer.headers().map()));
    }
}
