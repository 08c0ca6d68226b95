package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.app.UserHandlers;
import io.github.frameiokit.it.support.Answers;
import io.github.frameiokit.it.support.Browser;
import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.Http;
import io.github.frameiokit.it.support.LogWatch;
import io.github.frameiokit.it.support.Needs;
import io.github.frameiokit.it.support.Secrets;
import io.github.frameiokit.it.support.SignedInUser;
import io.github.frameiokit.it.support.Trait;
import io.github.frameiokit.it.support.Wars;
import io.github.frameiokit.testkit.FakeIms;
import io.github.frameiokit.testkit.Scripted;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Users sign in, each in a browser, and the app acts as them. */
@Tag("kit")
@Tag("browser")
@ExtendWith(ArquillianExtension.class)
public class SignInIT {

    private static final SignedInUser USER = new SignedInUser();

    private final String id = UUID.randomUUID().toString();

    @ArquillianResource
    private URL base;

    private Browser browser;

    @Deployment(testable = false)
    public static WebArchive app() {
        USER.adobe().signOut();
        return Wars.withSecretsAnd("sign-in", USER.config() + """
                        frameio.app.name=Dailies & Co
                        frameio.app.color=#0a7d55
                        """, TestApplication.class, UserHandlers.class);
    }

    /** Quarkus' Arquillian adapter calls a test's before and after methods twice. */
    @BeforeEach
    public void open() throws IOException {
        Assumptions.assumeTrue(Browser.available(), "Chromium isn't installed");
        if (browser == null) {
            browser = Browser.start();
        }
        action("sign.out");
    }

    @AfterEach
    public void close() throws IOException {
        if (browser != null) {
            browser.close();
            browser = null;
        }
    }

    @Test
    public void aUserSignsInOnceAndTheActionRuns() throws IOException {
        JsonObject form = action("export.asset");
        assertEquals("Export", form.getString("title"));
        browser.open(Answers.link(form));
        assertTitle("Sign in", browser);
        signIn();
        assertTrue(browser.text().contains("run the action again"), browser.text());
        browser.screenshot(Path.of("target", "screenshots", "signed-in.png"));
        assertEquals(List.of(), unexpected(browser.errors()));
        assertTrue(Http.get(Wars.under(base, "journal")).contains("completed " + id));
        assertEquals("for grace@example.com, true", action("export.asset").getString("description"));
        assertEquals("Known", action("ask").getString("title"));
    }

    @Test
    public void anAppMayAskForASignInItselfAndSignOut() {
        browser.open(Answers.link(action("ask")));
        signIn();
        assertEquals("Known", action("ask").getString("title"));
        action("sign.out");
        assertEquals("Unknown", action("ask").getString("title"));
    }

    @Test
    public void anotherUserIsRejectedAndNothingIsKept() throws IOException {
        browser.open(Answers.link(action("export.asset")));
        browser.click("Sign in as Ada Lovelace");
        assertTitle("You are signed in as somebody else – Dailies & Co", browser);
        browser.screenshot(Path.of("target", "screenshots", "wrong-user.png"));
        assertEquals("Export", action("export.asset").getString("title"));
    }

    @Test
    public void aUsedLinkDoesNotWorkAgainAndNeitherDoesTheRedirect() throws IOException {
        URI link = Answers.link(action("export.asset"));
        browser.open(link);
        signIn();
        URI used = URI.create(browser.url());
        browser.open(used);
        assertTitle("This link has expired – Dailies & Co", browser);
        browser.screenshot(Path.of("target", "screenshots", "expired.png"));
        browser.open(link);
        assertTitle("This link has expired – Dailies & Co", browser);
        assertEquals("Exported", action("export.asset").getString("title"));
    }

    @Test
    public void anotherBrowserCannotFinishIt() throws IOException {
        USER.adobe().signIn("grace");
        try (Browser other = Browser.start()) {
            // the code and the state of one browser, carried to another
            HttpResponse<String> login = Http.answer(Answers.link(action("export.asset")));
            other.open(Answers.location(Http.answer(Answers.location(login))));
            assertTitle("Different browser – Dailies & Co", other);
        } finally {
            USER.adobe().signOut();
        }
        assertEquals("Export", action("export.asset").getString("title"));
    }

    @Test
    public void aTamperedTicketIsRejected() throws IOException {
        String link = Answers.link(action("export.asset")).toString();
        HttpResponse<String> answer =
                Http.answer(URI.create(link.substring(0, link.length() - 2) + (link.endsWith("AA") ? "BB" : "AA")));
        assertEquals(410, answer.statusCode());
        assertTrue(answer.body().contains("This link has expired"));
        Map<String, List<String>> headers = answer.headers().map();
        assertTrue(headers.get("content-security-policy").get(0).startsWith("default-src 'none'; style-src 'sha256-"));
        assertEquals(List.of("no-store"), headers.get("cache-control"));
        assertEquals(List.of("no-referrer"), headers.get("referrer-policy"));
        assertEquals(List.of("nosniff"), headers.get("x-content-type-options"));
        browser.open(URI.create(link.substring(0, link.indexOf('?'))));
        assertTitle("This link has expired – Dailies & Co", browser);
    }

    @Test
    public void theCookieIsOnlySentToTheRedirectUri() {
        HttpResponse<String> login = Http.answer(Answers.link(action("export.asset")));
        assertEquals(303, login.statusCode());
        String cookie = login.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(
                cookie.matches(
                        "frameio-oauth-[\\w-]{8}=[\\w-]{43}; Path=\\S*/frameio/oauth/callback; Max-Age=600; HttpOnly;"
                                + " SameSite=Lax"),
                cookie);
        String location = login.headers().firstValue("Location").orElseThrow();
        assertTrue(location.contains("code_challenge_method=S256"), location);
        assertFalse(location.contains(FakeIms.CLIENT_SECRET));
    }

    @Test
    public void aUserWhoDeniesOrIsUnknownIsShownWhy() throws IOException {
        browser.open(Answers.link(action("export.asset")));
        browser.click("Cancel");
        assertTitle("Not signed in – Dailies & Co", browser);
        USER.frameio().answer("users.show", new Scripted(401, Map.of(), ""));
        browser.open(Answers.link(action("export.asset")));
        browser.click("Sign in as Grace Hopper");
        assertTitle("Frame.io doesn't know you – Dailies & Co", browser);
        browser.screenshot(Path.of("target", "screenshots", "unknown.png"));
    }

    @Test
    public void theLogWatchKnowsAllSecrets() throws IOException {
        USER.adobe().signIn("grace");
        URI link = Answers.link(action("export.asset"));
        HttpResponse<String> login = Http.answer(link);
        URI adobe = Answers.location(login);
        URI back = Answers.location(Http.answer(adobe));
        Http.answer(back); // without the cookie
        USER.adobe().signOut();
        Stream.of(link, adobe, back)
                .flatMap(uri -> Stream.of(uri.getRawQuery().split("&")))
                .filter(parameter -> parameter.matches("(ticket|state|code)=.*"))
                .map(parameter -> parameter.substring(parameter.indexOf('=') + 1))
                .forEach(SignInIT::assertWatched);
        assertWatched(login.headers().firstValue("Set-Cookie").orElseThrow().split("[=;]")[1]);
        browser.open(link);
        signIn();
        assertEquals("Exported", action("export.asset").getString("title"));
        assertFalse(USER.frameio().requests("users.show").isEmpty());
        USER.frameio()
                .requests("users.show")
                .forEach(request ->
                        assertWatched(request.headers().get("authorization").substring("Bearer ".length())));
        assertTrue(LogWatch.kitLog().stream().anyMatch(line -> line.contains("A sign-in ended with the page")));
    }

    private static void assertWatched(String secret) {
        assertTrue(Secrets.all().contains(secret), "a secret that isn't watched");
    }

    @Test
    @Needs(Trait.LEAVES_FORWARDED_HEADERS_TO_THE_APP)
    public void forwardedHeadersCountOnlyIfTheyAreTrusted() {
        Delivery action = Delivery.action(base, "export.asset", id)
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "app.example.com");
        assertTrue(Answers.link(Answers.json(action.send())).toString().startsWith(base.toString()));
    }

    private void signIn() {
        browser.click("Sign in as Grace Hopper");
        assertTitle("You are signed in – Dailies & Co", browser);
    }

    private static void assertTitle(String expected, Browser shown) {
        assertEquals(expected, shown.title(expected));
    }

    private JsonObject action(String type) {
        return Answers.json(Delivery.action(base, type, id + UUID.randomUUID()).send());
    }

    /** The kit's pages have no icon, so a browser's request for one is no failure. */
    private static List<String> unexpected(List<String> errors) {
        return errors.stream().filter(error -> !error.contains("favicon.ico")).toList();
    }
}
