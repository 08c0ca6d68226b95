package io.github.frameiokit.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.support.Browser;
import io.github.frameiokit.it.support.Wars;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.Keys;

/**
 * Walks through the sample in a browser, in the order of the sample's page, and takes that page's pictures. Then does
 * so with the install page of another app, beside the sample, for the guide.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TourIT {

    private static final String APP = "9380";
    private static final String FRAMEIO = "9381";
    private static final String IMS = "9382";
    private static final String WORLD = "http://localhost:" + FRAMEIO;
    private static final String DAILIES = "http://localhost:" + APP + "/dailies";
    private static final Pattern KEY = Pattern.compile("/frameio/console#([\\w-]{40,})");
    /** In this width the console has two columns, and in the other one the world's page has one. */
    private static final int WIDTH = 1240;

    private static final int NARROW = 720;
    /** What a window has besides its page. */
    private static final int FRAME = 143;

    private static Browser browser;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Browser.available(), "Chromium isn't installed");
        deployDailies();
        assertEquals(0, server("start").waitFor());
        browser = Browser.start("--force-color-profile=srgb", "--hide-scrollbars");
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (browser != null) {
            browser.close();
            server("stop").waitFor();
            Files.delete(dailies());
        }
    }

    /** The server's variables say where the fakes are, and which client they know. */
    private static void deployDailies() throws IOException {
        Files.createDirectories(dailies().getParent());
        ShrinkWrap.create(WebArchive.class)
                .addAsLibraries(Wars.kit())
                .addClasses(TestApplication.class, Dailies.class)
                .addAsResource(new StringAsset("""
                                frameio.base-url=%s
                                frameio.install.enabled=true
                                frameio.development=true
                                frameio.console=false
                                frameio.app.name=Dailies & Co
                                frameio.app.color=#0a7d55
                                """.formatted(DAILIES)), "META-INF/microprofile-config.properties")
                .as(ZipExporter.class)
                .exportTo(dailies().toFile(), true);
    }

    private static Path dailies() {
        return Path.of(System.getProperty("server.home"), "usr/servers/defaultServer/dropins/dailies.war");
    }

    @Test
    @Order(1)
    void theConsoleShowsTheHandlers() throws IOException {
        console("Handlers", 660);
        reads("CommentReplies.onComment", "Transcription.transcribe", "user authorization");
        picture("liberty-sample/pictures/handlers");
    }

    @Test
    @Order(2)
    void aWebhookIsSent() throws IOException {
        console("Webhooks", 640);
        browser.click("[id='types-file.ready']");
        browser.click("Send");
        reads("200 handled", "ReadyFiles.onReady", "ReadyFiles.onReady took");
        picture("liberty-sample/pictures/webhook");
    }

    @Test
    @Order(3)
    void aFormIsShownAndSubmitted() throws IOException {
        console("Actions", 720);
        browser.click("[id='menu-transcribe.file']");
        browser.click("Run");
        reads("Choose language", "Which language is spoken in this file?");
        picture("liberty-sample/pictures/form");
        browser.click(".field select");
        browser.press(Keys.END, Keys.ENTER);
        browser.click("Submit");
        reads("Transcribing in Spanish.");
    }

    @Test
    @Order(4)
    void aCommentIsAnswered() throws IOException {
        world(460);
        browser.write("form[action='/world/comments'] input", "Nice cut!");
        browser.click("select[name=file]");
        browser.press("Trailer", Keys.ENTER);
        browser.click("Add the comment");
        reads("Ada Lovelace on Trailer.mov");
        Instant end = Instant.now().plusSeconds(10);
        while (!comments().contains("Thank you!") && Instant.now().isBefore(end)) {
            // the app's answer is on its way
        }
        reads("Service Account User on Trailer.mov", "Thank you! We read: Nice cut!");
        picture("liberty-sample/pictures/comment");
    }

    private static String comments() {
        browser.open(URI.create("about:blank")); // another fragment alone doesn't load a page
        browser.open(URI.create(WORLD + "/world#comments"));
        return browser.text();
    }

    @Test
    @Order(5)
    void aUserSignsIn() throws IOException {
        export();
        reads("Sign in with Adobe");
        picture("liberty-sample/pictures/sign-in");
        browser.inNewWindow("a[href*='/oauth/login']", () -> {
            browser.click("Sign in as Ada Lovelace");
            reads("You are signed in");
        });
        export();
        reads("ada@example.com has commented on each file.");
    }

    private static void export() {
        world(420);
        browser.click("Script.pdf");
        browser.click("select[name=action]");
        browser.press("Export", Keys.ENTER);
        browser.click("Run on the selected assets");
    }

    @Test
    @Order(6)
    void theConsoleShowsWhatCameIn() throws IOException {
        console("Deliveries", 640);
        browser.write("#deliveries-filter", "comment.created");
        browser.click("#log li:first-child");
        reads("CommentReplies.onComment");
        picture("liberty-sample/pictures/deliveries");
    }

    @Test
    @Order(7)
    void anotherAppIsInstalledOnItsPage() throws IOException {
        browser.resize(NARROW, 1125 + FRAME);
        browser.open(URI.create(DAILIES + "/frameio/install"));
        browser.click("Sign in with Adobe");
        browser.click("Sign in as Ada Lovelace");
        browser.click("Post-production Not installed");
        reads("Install Dailies & Co in Post-production", "Says hello, kindly", "Key of the archive");
        picture("api/pictures/install");
        browser.write("[name=field-bucket]", "dailies");
        browser.write("[name=field-key]", "the-key-of-the-archive");
        browser.click("Install");
        reads("Dailies & Co is installed");
    }

    private static void world(int height) {
        browser.resize(NARROW, height + FRAME);
        browser.open(URI.create(WORLD));
    }

    private static void console(String view, int height) throws IOException {
        browser.resize(WIDTH, height + FRAME);
        Path log = Path.of(System.getProperty("server.output"), "defaultServer/logs/messages.log");
        String key = KEY.matcher(Files.readString(log))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        browser.open(URI.create("about:blank")); // another fragment alone doesn't load a page
        browser.open(URI.create("http://localhost:" + APP + "/frameio/console#" + key));
        browser.click(view);
        reads("Connected");
    }

    private static void reads(String... texts) {
        Predicate<String> all = text -> List.of(texts).stream().allMatch(text::contains);
        String text = browser.text(all);
        assertTrue(all.test(text), () -> List.of(texts) + " isn't all in:\n" + text);
    }

    private static void picture(String name) throws IOException {
        Path file = Path.of(System.getProperty("pictures"), name + ".png");
        browser.screenshot(file);
        Palette.reduce(file);
    }

    private static Process server(String command) throws IOException {
        ProcessBuilder server = new ProcessBuilder(
                        System.getProperty("server.home") + "/bin/server", command, "defaultServer", "--clean")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectErrorStream(true);
        server.environment().put("HTTP_PORT", APP);
        server.environment().put("FAKES_FRAMEIO_PORT", FRAMEIO);
        server.environment().put("FAKES_IMS_PORT", IMS);
        server.environment().put("WLP_OUTPUT_DIR", System.getProperty("server.output"));
        server.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return server.start();
    }
}
