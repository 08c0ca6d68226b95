package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.app.HomeResource;
import io.github.frameiokit.it.app.NotingHandlers;
import io.github.frameiokit.it.app.RequestHandlers;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.app.UserHandlers;
import io.github.frameiokit.it.support.Answers;
import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.Http;
import io.github.frameiokit.it.support.Journal;
import io.github.frameiokit.it.support.SignedInUser;
import io.github.frameiokit.it.support.Wars;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An app with addresses of its own: events arrive at its root, and users sign in below {@code auth}. */
@ExtendWith(ArquillianExtension.class)
public class MovedIT {

    private static final SignedInUser USER = new SignedInUser();

    private final String id = UUID.randomUUID().toString();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive app() {
        return Wars.withSecretsAnd(
                "moved",
                USER.config() + "frameio.path=/\nframeio.oauth.path=auth\n",
                TestApplication.class,
                NotingHandlers.class,
                RequestHandlers.class,
                UserHandlers.class,
                HomeResource.class);
    }

    @Test
    public void eventsArriveAtTheRoot() {
        assertEquals(200, Delivery.webhook(base, "file.ready", id).at("").send().statusCode());
        assertTrue(new Journal(base).about(id).contains("ready"));
        assertTrue(Delivery.action(base, "greeting", id).at("").send().body().contains("Hello"), "the action's answer");
        assertEquals(
                401,
                Delivery.webhook(base, "file.ready", id)
                        .at("")
                        .secret("another")
                        .send()
                        .statusCode());
    }

    @Test
    public void nothingIsServedAtTheDefaultAddresses() {
        assertEquals(404, Delivery.webhook(base, "file.ready", id).send().statusCode());
        assertEquals(404, answer("frameio/oauth/login?ticket=x").statusCode());
        assertEquals(404, answer("frameio/oauth/callback?state=x").statusCode());
    }

    @Test
    public void usersSignInBelowTheOtherPath() {
        for (String path : new String[] {"auth/login?ticket=x", "auth/callback?state=x&code=y"}) {
            HttpResponse<String> answer = answer(path);
            assertTrue(answer.body().contains("<title>"), answer.statusCode() + " " + answer.body());
            assertTrue(answer.body().contains("This app"), answer.body());
        }
    }

    @Test
    public void theSignInLinkAndTheRedirectUriAreThere() {
        URI link = Answers.link(
                Answers.json(Delivery.action(base, "export.asset", id).at("").send()));
        assertTrue(link.toString().startsWith(base + "auth/login?"), link.toString());
        String adobe = Answers.location(Http.answer(link)).getQuery();
        assertTrue(adobe.contains("redirect_uri=" + base + "auth/callback"), adobe);
    }

    @Test
    public void handlersGetTheAddressThatWasCalled() {
        String answer = Delivery.action(base, "address", id)
                .at("")
                .query("tenant=a%20b")
                .send()
                .body();
        assertTrue(answer.contains("\"" + base.getPath() + " Optional[a b]"), answer);
        assertTrue(answer.contains("tenant=a%20b\""), answer);
    }

    @Test
    public void theAppsOwnPagesStay() {
        assertEquals("home", Http.get(base));
    }

    private HttpResponse<String> answer(String path) {
        return Http.answer(URI.create(base + path));
    }
}
