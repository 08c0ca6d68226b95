package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.app.MyselfHandlers;
import io.github.frameiokit.it.app.TalkativeHandlers;
import io.github.frameiokit.it.support.Browser;
import io.github.frameiokit.it.support.ConsoleClient;
import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.Payloads;
import io.github.frameiokit.it.support.SignedInUser;
import io.github.frameiokit.it.support.TestApp;
import io.github.frameiokit.it.support.Wars;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** The page of the development console, in a browser. */
@Tag("browser")
@Tag("once")
@ExtendWith(ArquillianExtension.class)
public class ConsolePageIT {

    private static final SignedInUser USER = new SignedInUser();
    private static final List<String> VIEWS = List.of("Handlers", "Webhooks", "Actions", "Deliveries", "Settings");
    private static final Pattern INTERACTION = Pattern.compile("\"interaction_id\": \"([\\w-]+)\"");
    private static final String RESULT = "#sent article:first-child";

    private static Browser browser;

    private final String id = UUID.randomUUID().toString();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive app() {
        USER.adobe().signOut();
        return TestApp.war(
                        "console-page",
                        USER.config() + "frameio.development=true\nframeio.console=true\nframeio.locale=en\n")
                .addClasses(TalkativeHandlers.class, MyselfHandlers.class);
    }

    @BeforeEach
    public void open() throws IOException {
        Assumptions.assumeTrue(Browser.available(), "Chromium isn't installed");
        if (browser == null) {
            browser = Browser.start();
        }
        open("Handlers");
    }

    @AfterAll
    public static void close() throws IOException {
        if (browser != null) {
            browser.close();
            browser = null;
        }
    }

    @Test
    public void handlersAreShownWithWhatTheyAreForAndWithoutSecrets() {
        reads("TalkativeHandlers.later", "Frame.io doesn’t wait");
        reads("for files, version stacks", "user authorization", "acme.collections.secret");
        assertFalse(browser.text().contains(Wars.WEBHOOK_SECRET));
        browser.click("Manifest");
        reads("not registered", "Frame.io documents no types of this family.");
        browser.write("#handlers-filter", "myself");
        reads("MyselfHandlers.myself");
        assertFalse(browser.text().contains("TalkativeHandlers"), browser.text());
        browser.click("Run myself");
        reads("Selected assets");
    }

    @Test
    public void aWebhookIsEditedAndSent() {
        choose("file.ready");
        browser.write("#webhook-body", Payloads.webhook("file.ready", id));
        browser.click("Send");
        result("200 handled", "TalkativeHandlers.ready", "ready " + id + " token=•••");
        assertFalse(browser.text().contains("not-to-be-shown"), browser.text());
        assertEquals(List.of(), unexpected());
    }

    @Test
    public void theSameAgainIsHandledRecognizedOrRejected() {
        choose("file.ready");
        browser.click("Send");
        result("200 handled");
        browser.click("Frame.io’s retry");
        result("Signed anew", "200 handled");
        browser.click("Exact replay");
        result("200 copy", "No handler ran.");
        browser.click("Wrong signature");
        result("401 rejected", "as it should be", "unauthorized");
        browser.click("Stale timestamp");
        result("401 rejected", "too old", "unauthorized");
    }

    @Test
    public void anAsynchronousHandlerIsFollowedToItsEnd() {
        choose("comment.created");
        browser.write("#webhook-body", Payloads.webhook("comment.created", id));
        browser.click("Send");
        result("TalkativeHandlers.later", "async", "later " + id);
    }

    @Test
    public void aFailureShowsItsException() {
        choose("file.deleted");
        browser.click("Send");
        result("500 failed", "java.lang.IllegalStateException: the handler's own trouble");
    }

    @Test
    public void whatIsNoPayloadIsExplained() {
        choose("file.ready");
        browser.write("#webhook-body", "{\"type\": ");
        reads("This isn’t JSON yet.");
        browser.write("#webhook-body", "{}");
        reads("The payload needs a “type”.");
        browser.click("Reset");
        assertTrue(browser.value("#webhook-body").contains("\"file.ready\""));
    }

    @Test
    public void theCopiedCommandsSignWhenTheyRun() throws Exception {
        Assumptions.assumeTrue(
                shell("command -v curl && command -v openssl").contains("openssl"), "curl or openssl isn't installed");
        choose("file.ready");
        browser.write("#webhook-body", Payloads.webhook("file.ready", id + " isn't"));
        browser.click("Copy as curl");
        assertEquals("200", shell(pasted().replace("curl -sS", "curl -sS -o /dev/null -w '%{http_code}'")));
        browser.click("Deliveries");
        reads("ready");
        browser.write("#deliveries-filter", id);
        browser.click("#log li:first-child");
        reads("ready " + id + " isn't");
    }

    @Test
    public void theCopiedTestCompiles() throws IOException {
        choose("file.ready");
        browser.click("Copy as test");
        String test = pasted();
        Path source = Files.createTempDirectory(Path.of("target"), "copied").resolve("CopiedTest.java");
        String name = test.replaceAll("(?s).*\nclass (\\w+) .*", "$1");
        Files.writeString(source, test.replace("class " + name, "class CopiedTest"));
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", source.getParent().toString(), source.toString());
        assertEquals(0, status, test);
    }

    @Test
    public void anActionIsFollowedThroughItsForms() throws IOException {
        run("form");
        reads("Every field", "One of each", "Captions", "Not known: how Frame.io draws “stars”.");
        browser.write(field(1), "My cut");
        browser.write(field(2), "Two\nlines");
        browser.click("Enabled");
        browser.screenshot(Path.of("target", "screenshots", "console-form.png"));
        browser.click("Submit");
        reads("Step 2", "My cut true", "how Frame.io draws a message");
        String text = browser.text();
        assertTrue(text.contains("\"notes\": \"Two\\nlines\""), text);
        assertTrue(text.contains("\"link\": \"https://example.com/a?b=c\""), text);
        assertEquals(1, interactions().stream().distinct().count(), text);
        assertEquals(2, interactions().size(), text);
        assertEquals(List.of(), unexpected());
    }

    @Test
    public void anActionRunsOnWhatIsSelected() {
        choose("Actions", "restricted");
        browser.write("#asset-id", id);
        browser.click("Add");
        browser.click("Run");
        reads("Restricted", "2 assets", id);
        browser.click("#assets input:checked");
        browser.click("#assets input:checked");
        browser.click("Run");
        reads("Select at least one asset.");
    }

    @Test
    public void aSlowHandlerShowsWhatItsUserSees() {
        run("late");
        reads("Frame.io’s user waits");
        reads("Frame.io got no answer within 5 seconds.", "Not known: the text of Frame.io’s own error.");
        reads("The handler answered after");
        browser.click("Go on with the late answer");
        reads("Every field");
    }

    @Test
    public void aFailedActionShowsTheMessageAndTheException() {
        run("failing");
        reads("Something went wrong", "200 failed", "java.lang.IllegalStateException: the action's own trouble");
        run("nothing");
        reads("The app answered nothing, so the user sees nothing.");
    }

    @Test
    public void aUserSignsInInTheSameBrowser() {
        choose("Actions", "myself");
        browser.click("#user");
        browser.press(Keys.END, Keys.ENTER);
        browser.write("#user-id", Payloads.USER);
        browser.click("Run");
        reads("Sign in with Adobe");
        browser.inNewWindow(".address a", () -> {
            browser.click("Sign in as Grace Hopper");
            reads("You are signed in");
        });
        browser.click("Run");
        reads("grace@example.com");
    }

    @Test
    public void whatArrivesAppearsAndIsSentAgain() {
        browser.click("Deliveries");
        Delivery.webhook(base, "file.ready", id).send();
        browser.write("#deliveries-filter", id);
        browser.click("#deliveries-kind");
        browser.press(Keys.END, Keys.ENTER);
        reads("1 of");
        browser.click("#log li:first-child");
        reads("file " + id, "TalkativeHandlers.ready", "ready " + id, "headers");
        browser.click("#deliveries-kind");
        browser.press(Keys.HOME, Keys.ENTER);
        browser.click("Exact replay");
        reads("2 of", "200 copy", "Recognized as a copy");
        browser.click("#log li:last-child");
        browser.click("Frame.io’s retry");
        reads("3 of");
    }

    @Test
    public void aRejectedRequestIsShownAndNotSignedForAnybody() {
        Delivery.webhook(base, "file.ready", id).secret("another-secret").send();
        browser.click("Deliveries");
        browser.text("#log li:first-child", text -> text.contains("401 rejected"));
        browser.click("#log li:first-child");
        reads("It can’t be sent again");
    }

    @Test
    public void settingsAreShownWithTheirOriginAndWithoutSecrets() {
        browser.click("Settings");
        reads("frameio.webhook.secret", "••• (2)", "FRAMEIO_WEBHOOK_SECRET");
        reads("memory", USER.frameio().url().toString(), "answers");
        browser.write("#settings-filter", "tolerance");
        reads("1 of", "300", "default");
        assertFalse(browser.text().contains(Wars.WEBHOOK_SECRET));
    }

    @Test
    public void withoutTheKeyItShowsNothingAndSaysWhereTheKeyIs() throws IOException {
        browser.open(URI.create("about:blank"));
        browser.open(URI.create(base + "frameio/console#another"));
        reads("The server doesn’t accept this key.", "log");
        assertFalse(browser.text().contains("TalkativeHandlers"));
        browser.write("#gate-key", address("Settings"));
        browser.click("Open");
        reads("frameio.webhook.secret");
    }

    @Test
    public void theKeyboardAloneIsEnough() {
        browser.press(Keys.TAB);
        assertEquals("Skip to the content", browser.focused());
        browser.press(Keys.TAB);
        assertEquals("Handlers", browser.focused());
        browser.press(Keys.ARROW_LEFT);
        assertEquals("Settings", browser.focused());
        browser.press(Keys.HOME, Keys.ARROW_RIGHT);
        assertEquals("Webhooks", browser.focused());
        browser.press(Keys.TAB, Keys.TAB);
        assertEquals("Types of webhooks", browser.focused());
        browser.press(Keys.HOME, Keys.ARROW_DOWN, Keys.ENTER, Keys.TAB);
        assertEquals("Payload, as JSON", browser.focused());
        browser.chord(Keys.CONTROL, Keys.ENTER);
        result("200 handled");
        choose("Actions", "form");
        browser.press(Keys.ENTER);
        for (int tabs = 0; tabs < 30 && !browser.focused().equals("Run"); tabs++) {
            browser.press(Keys.TAB);
        }
        browser.press(Keys.ENTER);
        assertEquals("Every field", browser.focused("Every field"));
        browser.press(Keys.TAB, Keys.TAB);
        assertEquals("Title", browser.focused());
        browser.press(Keys.ENTER);
        assertEquals("Done", browser.focused("Done"));
    }

    @Test
    public void onASmallScreenEverythingIsThere() throws IOException {
        browser.resize(360, 740);
        for (String view : VIEWS) {
            open(view);
            assertEquals(0, browser.overflow(), view);
            browser.screenshot(Path.of("target", "screenshots", "console-360-" + view + ".png"));
        }
        run("form");
        reads("Every field");
        assertEquals(0, browser.overflow());
        browser.click("Submit");
        reads("MyVideo.mp4 false");
        browser.click("Deliveries");
        browser.click("#log li:first-child");
        reads("\"MyVideo.mp4\"");
        assertEquals(0, browser.overflow());
        close();
    }

    @Test
    public void nothingIsABarrierInLightAndDark() throws IOException {
        assertNone(() -> browser.barriers());
        close();
        browser = Browser.start("--blink-settings=preferredColorScheme=0");
        assertNone(() -> browser.paleTexts());
        browser.screenshot(Path.of("target", "screenshots", "console-dark.png"));
        close();
    }

    /** Barriers of the page as it is now. */
    private interface Search {
        List<String> run() throws IOException;
    }

    private void assertNone(Search barriers) throws IOException {
        for (String view : VIEWS) {
            open(view);
            assertEquals(List.of(), barriers.run(), view);
        }
        choose("file.ready");
        browser.click("Send");
        result("200 handled");
        browser.click("Wrong signature");
        result("401 rejected");
        assertEquals(List.of(), barriers.run());
        run("form");
        reads("Every field");
        assertEquals(List.of(), barriers.run());
        browser.click("Deliveries");
        browser.click("#log li:first-child");
        reads("Frame.io’s retry", "Answer");
        assertEquals(List.of(), barriers.run());
        browser.open(URI.create("about:blank"));
        browser.open(URI.create(base + "frameio/console"));
        reads("This address has no key.");
        assertEquals(List.of(), barriers.run());
    }

    private String address(String view) throws IOException {
        String key = ConsoleClient.open(base).key();
        return base + "frameio/console#" + key + "/" + view.toLowerCase(Locale.ROOT);
    }

    private void open(String view) throws IOException {
        browser.open(URI.create("about:blank")); // another fragment alone doesn't load a page
        browser.open(URI.create(address(view)));
        reads("Connected");
    }

    private void choose(String type) {
        browser.click("Webhooks");
        browser.click("[id='types-" + type + "']");
    }

    private void choose(String view, String type) {
        browser.click(view);
        browser.click("[id='menu-" + type + "']");
    }

    private void run(String type) {
        choose("Actions", type);
        browser.click("Run");
    }

    /** The n-th text field of the form that is shown. */
    private static String field(int number) {
        return ".field:nth-of-type(" + number + ") :is(input, textarea)";
    }

    private void reads(String... texts) {
        Predicate<String> all = text -> List.of(texts).stream().allMatch(text::contains);
        String text = browser.text(all);
        assertTrue(all.test(text), () -> List.of(texts) + " isn't all in:\n" + text);
    }

    /** Waits until the newest result has these texts. */
    private void result(String... texts) {
        Predicate<String> all = text -> List.of(texts).stream().allMatch(text::contains);
        String text = browser.text(RESULT, all);
        assertTrue(all.test(text), () -> List.of(texts) + " isn't all in:\n" + text);
    }

    private List<String> interactions() {
        return INTERACTION
                .matcher(browser.text())
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** What has been copied. */
    private String pasted() {
        reads("Copied");
        browser.write("#webhook-body", "");
        browser.chord(Keys.CONTROL, "v");
        return browser.value("#webhook-body");
    }

    private static String shell(String script) throws Exception {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", script).redirectErrorStream(true);
        shell.environment().put("FRAMEIO_WEBHOOK_SECRET", Wars.WEBHOOK_SECRET + ", " + Wars.SECOND_WEBHOOK_SECRET);
        Process process = shell.start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
    }

    /** A browser also reports each response that is an error, which the tests ask for. */
    private List<String> unexpected() {
        return browser.errors().stream()
                .filter(error -> !error.contains("the server responded with a status of"))
                .toList();
    }
}
