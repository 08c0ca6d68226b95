package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.app.IdentityHandlers;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.support.Answers;
import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.Http;
import io.github.frameiokit.it.support.Journal;
import io.github.frameiokit.it.support.Payloads;
import io.github.frameiokit.it.support.SignedInUser;
import io.github.frameiokit.it.support.Wars;
import io.github.frameiokit.testkit.FakeIms;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which user an app acts for. */
@ExtendWith(ArquillianExtension.class)
public class IdentityIT {

    private static final SignedInUser USER = new SignedInUser();
    private static final String ADA = FakeIms.ADA.frameioId();
    private static final String OTHER_ACCOUNT = "0b5a7c1e-3f0e-4a52-9d3c-5d8c1f6f7a10";

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive app() {
        return Wars.withSecretsAnd("identity", USER.config(), TestApplication.class, IdentityHandlers.class);
    }

    @AfterEach
    public void signInAsGraceAgain() {
        USER.adobe().signIn("grace");
    }

    private JsonObject action(String type, String accountId, String userId) {
        return action(type, accountId, userId, UUID.randomUUID().toString());
    }

    private JsonObject action(String type, String accountId, String userId, String interactionId) {
        return Answers.json(Delivery.action(base, type, interactionId)
                .body(Payloads.action(type, interactionId, "file")
                        .replace(Payloads.ACCOUNT, accountId)
                        .replace(Payloads.USER, userId))
                .send());
    }

    private void signIn(JsonObject form) {
        String page = USER.open(USER.authorize(Answers.link(form))).join().body();
        assertTrue(page.contains("You are signed in"), page);
    }

    private void signInBoth() {
        USER.adobe().signIn("ada");
        ensureSignedIn(ADA);
        USER.adobe().signIn("grace");
        ensureSignedIn(Payloads.USER);
    }

    private void ensureSignedIn(String userId) {
        JsonObject answer = action("who", Payloads.ACCOUNT, userId);
        if (answer.containsKey("fields")) {
            signIn(answer);
        }
    }

    @Test
    public void anInjectedClientActsAsTheUserOfEachRequest() {
        signInBoth();
        for (int i = 0; i < 2; i++) {
            assertEquals(
                    "grace@example.com " + Payloads.USER,
                    action("who", Payloads.ACCOUNT, Payloads.USER).getString("description"));
            assertEquals(
                    "ada@example.com " + ADA,
                    action("who", Payloads.ACCOUNT, ADA).getString("description"));
        }
    }

    @Test
    public void anAuthorizationForOneAccountIsNoneForAnother() {
        signInBoth();
        assertTrue(action("who", OTHER_ACCOUNT, Payloads.USER).containsKey("fields"));
        assertTrue(action("now", OTHER_ACCOUNT, Payloads.USER).containsKey("fields"));
    }

    @Test
    public void workAfterTheRequestActsAsItsUser() {
        signInBoth();
        String interaction = UUID.randomUUID().toString();
        action("later", Payloads.ACCOUNT, ADA, interaction);
        List<String> done = List.of(FakeIms.ADA.email());
        assertEquals(done, new Journal(base).about(interaction, done::equals));
    }

    @Test
    public void aTokenThatFrameioRejectsIsReplacedAndIfThatIsRejectedTheUserSignsInAgain() {
        signInBoth();
        assertEquals(
                "grace@example.com",
                action("now", Payloads.ACCOUNT, Payloads.USER).getString("description"));
        USER.adobe().expireAccessTokens();
        assertEquals(
                "grace@example.com",
                action("now", Payloads.ACCOUNT, Payloads.USER).getString("description"));
        USER.adobe().revoke(new FakeIms.User("grace@adobe", Payloads.USER, "Grace Hopper", "grace@example.com"));
        JsonObject form = action("now", Payloads.ACCOUNT, Payloads.USER);
        assertTrue(form.containsKey("fields"), form::toString);
        signIn(form);
        assertEquals(
                "grace@example.com",
                action("now", Payloads.ACCOUNT, Payloads.USER).getString("description"));
    }

    @Test
    public void theButtonOfTheOpenSignInFormRunsTheAction() {
        String account = UUID.randomUUID().toString();
        String interaction = UUID.randomUUID().toString();
        JsonObject form = action("who", account, Payloads.USER, interaction);
        String field = form.getJsonArray("fields").getJsonObject(0).getString("name");
        signIn(form);
        for (String value : List.of("\"" + Answers.link(form) + "\"", "null", "\"\"")) {
            String body = Payloads.action("who", interaction, "file")
                    .replace(Payloads.ACCOUNT, account)
                    .replaceFirst("}$", ",\"data\":{\"" + field + "\":" + value + "}}");
            JsonObject answer = Answers.json(
                    Delivery.action(base, "who", interaction).body(body).send());
            assertEquals("You are", answer.getString("title"), answer::toString);
        }
    }

    @Test
    public void cookiesOfOtherAppsOnTheHostDoNoHarm() {
        URI link = Answers.link(action("who", UUID.randomUUID().toString(), Payloads.USER));
        HttpResponse<String> login = Http.answer(link);
        URI back = Answers.location(Http.answer(Answers.location(login)));
        String cookie = login.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        HttpResponse<String> page = Http.answer(back, "Cookie", "empty=; flag; quoted=\"a;b\"; " + cookie);
        assertEquals(200, page.statusCode(), page.body());
        assertTrue(page.body().contains("You are signed in"), page.body());
    }
}
