package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.app.InstallPageHandlers;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.support.Browser;
import io.github.frameiokit.it.support.InstallWorld;
import io.github.frameiokit.it.support.Journal;
import io.github.frameiokit.it.support.Wars;
import io.github.frameiokit.testkit.FakeIms;
import io.github.frameiokit.testkit.Scripted;
import io.github.frameiokit.testkit.World;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** The install page in a real browser. */
@Tag("browser")
@Tag("once")
@ExtendWith(ArquillianExtension.class)
public class InstallPageInBrowserIT {

    private static final InstallWorld FAKES = new InstallWorld();
    private static final World WORLD = FAKES.world();
    private static final Path PICTURES = Path.of("target", "screenshots");

    @ArquillianResource
    private URL base;

    private Browser browser;

    @Deployment(testable = false)
    public static WebArchive app() {
        return Wars.withConfig("install-browser", FAKES.config(), TestApplication.class, InstallPageHandlers.class);
    }

    private void start(String... options) throws IOException {
        Assumptions.assumeTrue(Browser.available(), "Chromium isn't installed");
        FAKES.leadTo(base);
        browser = Browser.start(options);
    }

    @AfterEach
    public void close() throws IOException {
        if (browser != null) {
            browser.close();
            browser = null;
        }
    }

    @Test
    public void aPersonInstallsTheAppUsesItAndUninstallsIt() throws IOException {
        start();
        String name = WORLD.find(WORLD.workspaceId()).orElseThrow().getString("name");
        signIn();
        browser.click(name + " Not installed");
        assertTitle("Install Dailies & Co in " + name);
        browser.write("[name=field-bucket]", "dailies");
        browser.write("[name=field-key]", "the-key-of-the-archive");
        browser.click("Send an email each day");
        browser.click("Install");
        assertTitle("Dailies & Co is installed");
        browser.click("Choose another workspace");
        assertTitle("Choose a workspace");
        browser.click(name + " Installed");
        assertTitle("Dailies & Co in " + name);
        String file = UUID.randomUUID().toString();
        WORLD.fire("file.ready", "file", file, FakeIms.ADA);
        WORLD.settle(Duration.ofSeconds(20));
        assertEquals(
                List.of("dailies, the-key-of-the-archive, true"), new Journal(base).about(file, it -> !it.isEmpty()));

        assertEquals("dailies", browser.value("[name=field-bucket]"));
        assertEquals("", browser.value("[name=field-key]"));
        browser.write("[name=field-bucket]", "archive");
        browser.click("Save");
        assertTitle("Dailies & Co is up to date");
        browser.click("Show details");
        assertEquals("archive", browser.value("[name=field-bucket]"));

        browser.click("Uninstall");
        assertTitle("Uninstall");
        browser.click("Cancel");
        assertTitle("Dailies & Co in " + name);
        browser.click("Uninstall");
        browser.click("button.danger");
        assertTitle("Dailies & Co is uninstalled");
        browser.click("Sign out");
        assertTitle("Install Dailies & Co");
        browser.open(FAKES.page(WORLD.accountId(), WORLD.workspaceId()));
        assertTitle("Install Dailies & Co");
        assertEquals(List.of(), browser.errors());
    }

    @Test
    public void whatFailsIsNamedAndCanBeTriedAgain() throws IOException {
        start();
        String workspace = WORLD.addWorkspace("Studio South");
        signIn();
        browser.click("Studio South Not installed");
        browser.write("[name=field-bucket]", "dailies");
        browser.write("[name=field-key]", "the-key-of-the-archive");
        FAKES.fakes().frameio().answer("customActions.create", new Scripted(500, Map.of(), ""));
        browser.click("Install");
        assertTitle("Not everything worked");
        assertTrue(browser.text().contains("Failed") && browser.text().contains("Done"), browser.text());
        browser.screenshot(PICTURES.resolve("install-failed.png"));
        browser.click("Try again");
        assertTitle("Dailies & Co is installed");
        assertEquals(1, FAKES.registered(World.Kind.WEBHOOK, workspace).size());
        assertEquals(1, FAKES.registered(World.Kind.ACTION, workspace).size());
    }

    @Test
    public void nobodyMeetsABarrierOnAnyPageEvenOnASmallScreen() throws IOException {
        for (String scheme : List.of("light", "dark")) {
            start("--blink-settings=preferredColorScheme=" + (scheme.equals("dark") ? 0 : 1));
            String workspace = WORLD.addWorkspace("Studio " + scheme);
            String closed = WORLD.addWorkspace("Closed " + scheme);
            WORLD.forbid(closed, FakeIms.ADA);
            List<String> found = new ArrayList<>();
            browser.open(FAKES.page(""));
            look(found, scheme, "landing");
            signIn();
            look(found, scheme, "choice");
            browser.open(FAKES.page(WORLD.accountId(), closed));
            look(found, scheme, "no-right");
            browser.open(FAKES.page(WORLD.accountId(), workspace));
            look(found, scheme, "plan");
            browser.write("[name=field-bucket]", " ");
            browser.write("[name=field-key]", "the-key-of-the-archive");
            browser.click("Install");
            browser.text(it -> it.contains("Nothing was saved"));
            look(found, scheme, "invalid");
            browser.write("[name=field-bucket]", "dailies");
            browser.write("[name=field-key]", "the-key-of-the-archive");
            browser.click("Install");
            assertTitle("Dailies & Co is installed");
            look(found, scheme, "done");
            browser.click("Show details");
            look(found, scheme, "installed");
            browser.open(URI.create(FAKES.page(WORLD.accountId(), workspace) + "&uninstall"));
            look(found, scheme, "uninstall");
            assertEquals(List.of(), found);
            close();
        }
    }

    /** Looks for barriers in a large window and a small one. */
    private void look(List<String> found, String scheme, String page) throws IOException {
        browser.screenshot(PICTURES.resolve("install-" + page + "-" + scheme + ".png"));
        browser.barriers().forEach(it -> found.add(page + ", " + scheme + ": " + it));
        browser.resize(360, 800);
        browser.screenshot(PICTURES.resolve("install-" + page + "-" + scheme + "-small.png"));
        if (browser.overflow() > 0) {
            found.add(page + " is " + browser.overflow() + " pixels too wide");
        }
        browser.notBeside(".pill").forEach(it -> found.add(page + ": \"" + it + "\" is below its name"));
        browser.resize(1280, 900);
    }

    @Test
    public void thePageWorksWithTheKeyboardAlone() throws IOException {
        start();
        WORLD.addWorkspace("Keys");
        browser.open(FAKES.page(""));
        browser.press(Keys.TAB);
        assertEquals("Sign in with Adobe", browser.focused());
        FAKES.fakes().ims().signIn("ada");
        browser.press(Keys.ENTER);
        assertTitle("Choose a workspace");
        String name = "Keys Not installed";
        for (int i = 0; i < 20 && !browser.focused().equals(name); i++) {
            browser.press(Keys.TAB);
        }
        browser.press(Keys.ENTER);
        assertTitle("Install Dailies & Co in Keys");
        browser.press(Keys.TAB);
        browser.press("dailies", Keys.TAB, Keys.TAB, Keys.TAB, Keys.SPACE);
        browser.press(Keys.TAB, "the-key-of-the-archive", Keys.ENTER);
        assertTitle("Dailies & Co is installed");
    }

    private void signIn() {
        FAKES.fakes().ims().signIn("ada");
        browser.open(FAKES.page(""));
        browser.click("Sign in with Adobe");
        assertTitle("Choose a workspace");
    }

    private void assertTitle(String expected) {
        String title = expected + " – Dailies & Co";
        assertEquals(title, browser.title(title));
    }
}
