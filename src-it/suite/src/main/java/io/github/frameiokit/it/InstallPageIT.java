package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.app.InstallPageHandlers;
import io.github.frameiokit.it.app.JumpingClock;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.support.Answers;
import io.github.frameiokit.it.support.Http;
import io.github.frameiokit.it.support.InstallWorld;
import io.github.frameiokit.it.support.Journal;
import io.github.frameiokit.it.support.LogWatch;
import io.github.frameiokit.it.support.Visit;
import io.github.frameiokit.it.support.Visit.Shown;
import io.github.frameiokit.it.support.Wars;
import io.github.frameiokit.testkit.FakeIms;
import io.github.frameiokit.testkit.Scripted;
import io.github.frameiokit.testkit.World;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People install the app on its install page, and those who may not are refused. */
@ExtendWith(ArquillianExtension.class)
@Tag("kit")
public class InstallPageIT {

    private static final InstallWorld FAKES = new InstallWorld();
    private static final World WORLD = FAKES.world();
    private static final String ACCOUNT = WORLD.accountId();
    private static final URI PAGE = FAKES.page("");
    private static final String PASSWORD = "the-key-of-the-archive";

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive app() {
        return Wars.withConfig(
                "install-page",
                FAKES.config() + "frameio.install.allowed-accounts=another-account, " + ACCOUNT + "\n",
                TestApplication.class,
                InstallPageHandlers.class,
                JumpingClock.class);
    }

    @BeforeEach
    public void open() {
        FAKES.leadTo(base);
    }

    @Test
    public void anAdministratorInstallsConfiguresAndUninstallsTheApp() {
        String workspace = WORLD.addWorkspace("Studio North");
        Visit ada = new Visit();
        assertEquals("Install Dailies & Co", ada.open(PAGE).heading());
        Shown choice = signIn(ada, "ada");
        assertEquals("Choose a workspace", choice.heading());
        assertTrue(choice.html().contains("Studio North") && choice.html().contains("Ada Lovelace"), choice.html());

        Shown plan = ada.open(FAKES.page(ACCOUNT, workspace));
        assertEquals("Install Dailies & Co in Studio North", plan.heading());
        assertTrue(
                plan.html().contains("<code>comment.created</code>")
                        && plan.html().contains("Says hello"),
                plan.html());
        assertEquals(List.of(), FAKES.registered(World.Kind.WEBHOOK, workspace));

        Shown invalid = ada.send(FAKES.page("/apply"), PAGE, form(plan, workspace, Map.of("field-region", "us")));
        assertEquals(422, invalid.status());
        assertTrue(invalid.html().contains("<option value=\"us\" selected>"), invalid.html());
        assertEquals(List.of(), FAKES.registered(World.Kind.WEBHOOK, workspace));

        Shown done = ada.send(FAKES.page("/apply"), PAGE, form(invalid, workspace, settings("Bucket & Co")));
        assertEquals("Dailies & Co is installed", done.heading());
        assertEquals(1, FAKES.registered(World.Kind.WEBHOOK, workspace).size());
        assertEquals(1, FAKES.registered(World.Kind.ACTION, workspace).size());
        assertEquals("Dailies & Co is installed", ada.open(done.at()).heading());
        assertTrue(done.html().contains("?account=" + ACCOUNT + "\">Choose another workspace</a>"), done.html());

        Shown installed = ada.open(FAKES.page(ACCOUNT, workspace));
        assertTrue(installed.html().contains("Everything is up to date"), installed.html());
        assertTrue(installed.html().contains("value=\"Bucket &amp; Co\""), installed.html());
        assertFalse(installed.html().contains(PASSWORD), "a password is shown");
        assertTrue(ada.open(PAGE).html().contains(">Installed<"));

        Map<String, String> changed = settings("Another bucket");
        changed.remove("field-mail");
        changed.put("field-key", ""); // an empty password stays
        Shown saved = ada.send(FAKES.page("/apply"), PAGE, form(installed, workspace, changed));
        assertEquals("Dailies & Co is up to date", saved.heading());
        assertEquals(1, FAKES.registered(World.Kind.WEBHOOK, workspace).size());
        assertTrue(ada.open(FAKES.page(ACCOUNT, workspace)).html().contains("value=\"Another bucket\""));

        Shown question = ada.open(URI.create(FAKES.page(ACCOUNT, workspace) + "&uninstall"));
        assertEquals("Uninstall Dailies & Co from Studio North?", question.heading());
        assertEquals(1, FAKES.registered(World.Kind.WEBHOOK, workspace).size());
        Shown removed = ada.send(FAKES.page("/uninstall"), PAGE, form(question, workspace, Map.of()));
        assertEquals("Dailies & Co is uninstalled", removed.heading());
        assertEquals(List.of(), active(World.Kind.WEBHOOK, workspace));
        assertEquals(List.of(), active(World.Kind.ACTION, workspace));
        Shown again = ada.open(FAKES.page(ACCOUNT, workspace));
        assertEquals("Install Dailies & Co in Studio North", again.heading());
        assertFalse(again.html().contains("Another bucket"), "the settings are still there");
    }

    @Test
    public void eventsOfAWorkspaceArriveWithItsSettings() {
        String workspace = WORLD.workspaceId();
        install(workspace, settings("The bucket"));
        String file = UUID.randomUUID().toString();
        WORLD.fire("file.ready", "file", file, FakeIms.ADA);
        WORLD.settle(Duration.ofSeconds(20));
        assertEquals(List.of("The bucket, " + PASSWORD + ", true"), new Journal(base).about(file, it -> !it.isEmpty()));
    }

    @Test
    public void somebodyWithoutTheRightSeesAndChangesNothing() {
        String workspace = WORLD.addWorkspace("Closed to Ada");
        WORLD.forbid(workspace, FakeIms.ADA);
        Visit ada = new Visit();
        Shown choice = signIn(ada, "ada");
        assertFalse(choice.html().contains("workspace=" + workspace), choice.html());
        Shown page = ada.open(FAKES.page(ACCOUNT, workspace));
        assertEquals(403, page.status());
        assertFalse(page.html().contains("Closed to Ada"), page.html());
        for (String deed : List.of("/apply", "/again", "/uninstall")) {
            Shown refused =
                    ada.send(FAKES.page(deed), PAGE, form(ada.open(PAGE), workspace, settings("A bucket of Ada's")));
            assertEquals(403, refused.status(), deed);
            assertEquals("No permission", refused.heading(), deed);
        }
        assertEquals(List.of(), FAKES.registered(World.Kind.WEBHOOK, workspace));
        assertEquals(List.of(), FAKES.registered(World.Kind.ACTION, workspace));
    }

    @Test
    public void nobodyChangesTheSettingsOfAnotherWorkspaceThatIsUpToDate() {
        String workspace = WORLD.addWorkspace("Of Grace");
        WORLD.forbid(workspace, FakeIms.ADA);
        Visit grace = new Visit();
        signIn(grace, "grace");
        Shown plan = grace.open(FAKES.page(ACCOUNT, workspace));
        grace.send(FAKES.page("/apply"), PAGE, form(plan, workspace, settings("A bucket of Grace's")));
        assertTrue(grace.open(FAKES.page(ACCOUNT, workspace)).html().contains("Everything is up to date"));

        Visit ada = new Visit();
        Shown refused = ada.send(
                FAKES.page("/apply"), PAGE, form(signIn(ada, "ada"), workspace, settings("A bucket of Ada's")));
        assertEquals(403, refused.status());
        Shown unchanged = grace.open(FAKES.page(ACCOUNT, workspace));
        assertTrue(
                unchanged.html().contains("value=\"A bucket of Grace&#39;s\"")
                        || unchanged.html().contains("value=\"A bucket of Grace's\""),
                unchanged.html());
    }

    @Test
    public void anAccountThatIsNotAllowedIsRefusedWithoutACall() {
        Visit ada = new Visit();
        Shown choice = signIn(ada, "ada");
        int before = FAKES.fakes().frameio().requests("webhooks.index").size();
        assertEquals(
                "Not available for your account",
                ada.open(FAKES.page("foreign", "any")).heading());
        Map<String, String> form = form(choice, "any", Map.of());
        form.put("account", "foreign");
        Shown refused = ada.send(FAKES.page("/apply"), PAGE, form);
        assertEquals(403, refused.status());
        assertEquals("Not available for your account", refused.heading());
        assertEquals(before, FAKES.fakes().frameio().requests("webhooks.index").size());
    }

    @Test
    public void aWorkspaceOfAnotherAccountIsRefused() {
        Visit ada = new Visit();
        signIn(ada, "ada");
        Shown page = ada.open(FAKES.page("another-account", WORLD.workspaceId()));
        assertEquals(403, page.status());
        assertEquals("No permission", page.heading());
    }

    @Test
    public void whoHasSeveralAccountsChoosesOneOfThoseThatAreAllowed() {
        FAKES.fakes().frameio().answer("accounts.index", accounts("another-account", "foreign", ACCOUNT));
        Visit ada = new Visit();
        Shown choice = signIn(ada, "ada");
        assertEquals("Choose an account", choice.heading());
        assertTrue(choice.html().contains("account=another-account\""), choice.html());
        assertFalse(choice.html().contains("account=foreign"), choice.html());
        assertEquals(
                "Choose a workspace",
                ada.open(FAKES.page("?account=" + ACCOUNT)).heading());
        FAKES.fakes().frameio().answer("accounts.index", accounts("foreign"));
        assertEquals("Not available for your account", ada.open(PAGE).heading());
    }

    /** Frame.io's answer for a user of these accounts. */
    private static Scripted accounts(String... ids) {
        String json = Stream.of(ids)
                .map("""
                        {"id": "%1$s", "display_name": "Account %1$s", "roles": [], "storage_limit": null,
                         "storage_usage": 0, "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z"}
                        """::formatted)
                .collect(Collectors.joining(",", "{\"data\": [", "], \"links\": {\"next\": null}}"));
        return new Scripted(200, Map.of("Content-Type", "application/json"), json);
    }

    @Test
    public void aFormIsGoodOnce() {
        String workspace = WORLD.addWorkspace("Twice");
        Visit ada = new Visit();
        Map<String, String> form = form(signIn(ada, "ada"), workspace, settings("First"));
        assertEquals(
                "Dailies & Co is installed",
                ada.send(FAKES.page("/apply"), PAGE, form).heading());
        form.putAll(settings("Second"));
        Shown replayed = ada.send(FAKES.page("/apply"), PAGE, form);
        assertEquals(409, replayed.status());
        assertEquals("This page is out of date", replayed.heading());
        assertTrue(ada.open(FAKES.page(ACCOUNT, workspace)).html().contains("value=\"First\""));
        form.put("form", "guessed");
        assertEquals(409, ada.send(FAKES.page("/apply"), PAGE, form).status());
        form.remove("form");
        assertEquals(409, ada.send(FAKES.page("/apply"), PAGE, form).status());
    }

    @Test
    public void aFormOfAnotherSessionIsRefused() {
        Visit ada = new Visit();
        Visit grace = new Visit();
        Map<String, String> form = form(signIn(ada, "ada"), WORLD.workspaceId(), settings("Stolen"));
        signIn(grace, "grace");
        assertEquals(409, grace.send(FAKES.page("/apply"), PAGE, form).status());
    }

    @Test
    public void aFormOfAnotherSiteIsRefused() {
        String workspace = WORLD.addWorkspace("Foreign");
        Visit ada = new Visit();
        Map<String, String> form = form(signIn(ada, "ada"), workspace, settings("Foreign"));
        for (String site : List.of("https://evil.example.com", "http://localhost:1", "http://localhost.example.com")) {
            Shown refused = ada.send(FAKES.page("/apply"), URI.create(site), form);
            assertEquals(403, refused.status(), site);
            assertEquals("This form isn't from this page", refused.heading(), site);
        }
        assertEquals(List.of(), FAKES.registered(World.Kind.WEBHOOK, workspace));
        assertEquals(
                403,
                ada.send(FAKES.page("/sign-out"), URI.create("https://evil.example.com"), form)
                        .status());
        assertEquals("Choose a workspace", ada.open(PAGE).heading());
    }

    @Test
    public void theStateOfAnotherBrowserIsRefusedAndAStateIsGoodOnce() {
        FAKES.fakes().ims().signIn("ada");
        Visit ada = new Visit();
        URI back = Answers.location(ada.answer(Answers.location(ada.answer(FAKES.page("/sign-in")))));
        Visit other = new Visit();
        Shown refused = other.open(back);
        assertEquals(403, refused.status());
        assertEquals("Different browser", refused.heading());
        assertEquals("Install Dailies & Co", other.open(PAGE).heading());
        assertEquals("Choose a workspace", ada.open(back).heading());
        Shown again = ada.open(back);
        assertEquals(410, again.status());
        assertEquals("This link has expired", again.heading());
    }

    @Test
    public void aSessionEndsAfterHalfAnHourAndASignInAfterTenMinutes() {
        Visit ada = new Visit();
        Shown choice = signIn(ada, "ada");
        Visit late = new Visit();
        URI back = Answers.location(late.answer(Answers.location(late.answer(FAKES.page("/sign-in")))));
        try {
            Http.get(Wars.under(base, "clock/" + Duration.ofMinutes(11).toSeconds()));
            assertEquals("This link has expired", late.open(back).heading());
            assertEquals("Choose a workspace", ada.open(PAGE).heading());
            Http.get(Wars.under(base, "clock/" + Duration.ofMinutes(31).toSeconds()));
            assertEquals("Install Dailies & Co", ada.open(PAGE).heading());
            Shown refused =
                    ada.send(FAKES.page("/apply"), PAGE, form(choice, WORLD.workspaceId(), settings("Too late")));
            assertEquals(403, refused.status());
            assertEquals("Your session has ended", refused.heading());
        } finally {
            Http.get(Wars.under(base, "clock/0"));
        }
    }

    @Test
    public void whoSignsOutHasNoSessionAndNoTokenAnyMore() {
        Visit ada = new Visit();
        Shown choice = signIn(ada, "ada");
        int requests = FAKES.fakes().frameio().requests("accounts.index").size();
        String token = FAKES.fakes()
                .frameio()
                .requests("accounts.index")
                .get(requests - 1)
                .headers()
                .get("authorization")
                .substring("Bearer ".length());
        assertTrue(FAKES.fakes().ims().userOf(token).isPresent());
        Shown landing = ada.send(FAKES.page("/sign-out"), PAGE, Map.of("form", choice.hidden("form")));
        assertEquals("Install Dailies & Co", landing.heading());
        assertTrue(FAKES.fakes().ims().userOf(token).isEmpty(), "the token still works");
        assertEquals(
                403,
                ada.send(FAKES.page("/apply"), PAGE, Map.of("form", choice.hidden("form")))
                        .status());
    }

    @Test
    public void whoDeclinesAtAdobeIsTold() {
        FAKES.fakes().ims().signIn("ada");
        FAKES.fakes().ims().deny();
        Visit ada = new Visit();
        assertEquals("Not signed in", ada.open(FAKES.page("/sign-in")).heading());
        assertEquals("Install Dailies & Co", ada.open(PAGE).heading());
    }

    @Test
    public void pagesLetNothingOfOthersInAndLeadNowhereElse() {
        Visit ada = new Visit();
        Shown choice = signIn(ada, "ada");
        HttpResponse<String> answer = choice.answer();
        String policy = answer.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(
                policy.matches("default-src 'none'; style-src 'sha256-[\\w+/=]+'; img-src data:; base-uri 'none';"
                        + " frame-ancestors 'none'; form-action 'self'"),
                policy);
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElseThrow());
        assertEquals(
                "nosniff", answer.headers().firstValue("X-Content-Type-Options").orElseThrow());
        assertEquals(
                "same-origin", answer.headers().firstValue("Referrer-Policy").orElseThrow());
        for (String below : List.of("?next=https://evil.example.com", "/apply", "/%2e%2e", "//evil.example.com")) {
            HttpResponse<String> other = ada.answer(FAKES.page(below));
            assertTrue(other.headers().firstValue("Location").isEmpty(), below);
        }
        assertEquals(404, ada.answer(FAKES.page("/apply")).statusCode());
    }

    @Test
    public void theLogHasNoSettings() throws IOException {
        install(WORLD.addWorkspace("Logged"), settings("The-bucket-in-no-log"));
        assertFalse(
                LogWatch.kitLog().stream()
                        .anyMatch(line -> line.contains("The-bucket-in-no-log")
                                || line.contains(PASSWORD)
                                || line.contains("ada@example.com")),
                "the log has what an installer entered");
    }

    private void install(String workspace, Map<String, String> settings) {
        Visit ada = new Visit();
        Shown done = ada.send(FAKES.page("/apply"), PAGE, form(signIn(ada, "ada"), workspace, settings));
        assertEquals("Dailies & Co is installed", done.heading(), done.html());
    }

    private static Shown signIn(Visit visit, String who) {
        FAKES.fakes().ims().signIn(who);
        return visit.open(FAKES.page("/sign-in"));
    }

    private static Map<String, String> form(Shown page, String workspace, Map<String, String> more) {
        Map<String, String> form = new TreeMap<>(more);
        form.put("form", page.hidden("form"));
        form.put("account", ACCOUNT);
        form.put("workspace", workspace);
        return form;
    }

    private static Map<String, String> settings(String bucket) {
        return new TreeMap<>(
                Map.of("field-bucket", bucket, "field-region", "eu", "field-mail", "true", "field-key", PASSWORD));
    }

    /** Webhooks and actions that still send events: what is being removed is switched off first. */
    private static List<?> active(World.Kind kind, String workspace) {
        return FAKES.registered(kind, workspace).stream()
                .filter(it -> it.getBoolean("active"))
                .toList();
    }
}
