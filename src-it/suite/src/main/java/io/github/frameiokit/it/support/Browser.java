package io.github.frameiokit.it.support;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.remote.service.DriverCommandExecutor;

/** A real browser without a window and with its own profile. */
public final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** One script instead of a call of the driver per element and question, which would take seconds on a full page. */
    private static final String FIND = """
            const what = arguments[0];
            const clickable = 'a, button, summary, label, input[type=submit], input[type=button], [role=button]';
            const name = it => it.matches('input') ? it.value : it.innerText.replace(/\\s+/g, ' ').trim();
            const isSeen = it => it.getClientRects().length && it.checkVisibility({checkVisibilityCSS: true});
            const selected = () => {
                try {
                    return [...document.querySelectorAll(what)];
                } catch {
                    return []; // it is no selector
                }
            };
            return [...document.querySelectorAll(clickable)].filter(it => name(it) === what || it.ariaLabel === what)
                .concat(selected())
                .find(isSeen) ?? null;
            """;

    private final RemoteWebDriver driver;
    private final Path directory;
    private final List<String> errors = new ArrayList<>();

    private Browser(RemoteWebDriver driver, Path directory) {
        this.driver = driver;
        this.directory = directory;
    }

    /** Whether this machine has Chromium and its driver. */
    public static boolean available() {
        return installed("chromium").isPresent() && installed("chromedriver").isPresent();
    }

    /**
     * Starts a browser in which nobody is signed in.
     *
     * @param more further options of Chromium
     * @throws IllegalStateException if this machine has no Chromium or no driver
     */
    public static Browser start(String... more) throws IOException {
        File driver = required("chromedriver");
        File chromium = required("chromium");
        Path directory = Files.createTempDirectory("browser");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver)
                .usingAnyFreePort()
                // the driver creates the profile there and doesn't delete all of it
                .withEnvironment(Map.of("TMPDIR", directory.toString()))
                .build();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium);
        options.setAcceptInsecureCerts(true);
        // Chromium's sandbox doesn't work for root, and a container's /dev/shm is small
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--window-size=1280,900",
                "--lang=en");
        options.addArguments(more);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        // not ChromeDriver, which may download a driver and warns about versions of Chromium that it doesn't know
        return new Browser(new RemoteWebDriver(new DriverCommandExecutor(service), options), directory);
    }

    private static File required(String program) {
        return installed(program)
                .orElseThrow(() -> new IllegalStateException(
                        "There is no " + program + " here: apt-get install chromium chromium-driver"));
    }

    private static Optional<File> installed(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(directory -> new File(directory, program))
                .filter(File::canExecute)
                .findFirst();
    }

    /** Opens a page, and waits until it is loaded. */
    public void open(URI url) {
        driver.get(url.toString());
    }

    /** The address of the current page, after all redirects. */
    public String url() {
        return driver.getCurrentUrl();
    }

    public String title() {
        return driver.getTitle();
    }

    /** The title when it is the expected one or the time is up; a click's next page may take a while to begin. */
    public String title(String expected) {
        return Eventually.read(PATIENCE, this::title, expected::equals);
    }

    /** The text that a user reads on the page. */
    public String text() {
        return String.valueOf(driver.executeScript("return document.body ? document.body.innerText.trim() : ''"));
    }

    /** The text when it is as expected or the time is up; for pages that scripts write. */
    public String text(Predicate<String> expected) {
        return Eventually.read(PATIENCE, this::text, expected);
    }

    /** The text of one element, or "" if there is none, when it is as expected or the time is up. */
    public String text(String css, Predicate<String> expected) {
        return Eventually.read(PATIENCE, () -> textOf(css), expected);
    }

    private String textOf(String css) {
        return String.valueOf(
                driver.executeScript("return document.querySelector(arguments[0])?.innerText ?? ''", css));
    }

    /**
     * Clicks, and waits for the next page, if the click leads to one.
     *
     * @param what the name of a link, button or label that users see, or otherwise a CSS selector
     */
    public void click(String what) {
        visible(what).click();
        try {
            // a form is sent a little after the click; when that has begun, the driver waits automatically
            driver.executeAsyncScript("setTimeout(arguments[0], 50)");
        } catch (WebDriverException e) {
            // the page is gone already, which the driver reports in several ways
        }
    }

    /**
     * Replaces the text of a field.
     *
     * @param css the field's selector
     */
    public void write(String css, String text) {
        WebElement field = visible(css);
        field.clear();
        field.sendKeys(text);
    }

    /** The text in a field. */
    public String value(String css) {
        return visible(css).getDomProperty("value");
    }

    /** Presses keys one after the other, in what has the focus. */
    public void press(CharSequence... keys) {
        for (CharSequence each : keys) {
            new Actions(driver).sendKeys(each).perform();
        }
    }

    /** Presses a key while another one is held. */
    public void chord(CharSequence held, CharSequence pressed) {
        new Actions(driver).keyDown(held).sendKeys(pressed).keyUp(held).perform();
    }

    /** The name of what has the focus, as a screen reader says it. */
    public String focused() {
        return driver.switchTo().activeElement().getAccessibleName();
    }

    /** The name of what has the focus when it is the expected one or the time is up. */
    public String focused(String expected) {
        return Eventually.read(PATIENCE, this::focused, expected::equals);
    }

    /** Changes the size of the window. */
    public void resize(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    /** By how many pixels the page is wider than what the window shows of it. */
    public long overflow() {
        return (Long) driver.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    /** The texts of elements that are below the element before them instead of beside it. */
    public List<String> notBeside(String css) {
        return ((List<?>) driver.executeScript("""
                        const box = it => it.getBoundingClientRect();
                        return [...document.querySelectorAll(arguments[0])]
                            .filter(it => box(it).top >= box(it.previousElementSibling).bottom)
                            .map(it => it.innerText);
                        """, css))
                .stream().map(String::valueOf).toList();
    }

    /** Clicks a link that opens a new window, does something there, closes it and returns. */
    public void inNewWindow(String link, Runnable work) {
        String here = driver.getWindowHandle();
        click(link);
        Eventually.read(PATIENCE, driver::getWindowHandles, windows -> windows.size() > 1).stream()
                .filter(window -> !window.equals(here))
                .forEach(window -> driver.switchTo().window(window));
        work.run();
        driver.close();
        driver.switchTo().window(here);
    }

    /** What the engine axe finds against WCAG 2.2 AA and good practice on the page as it is now. */
    public List<String> barriers() throws IOException {
        return axe("['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']");
    }

    /** The same for contrast alone, which is all that another color scheme can change. */
    public List<String> paleTexts() throws IOException {
        return axe("{type: 'rule', values: ['color-contrast']}");
    }

    private List<String> axe(String rules) throws IOException {
        driver.executeScript("scrollTo(0, 0)"); // nothing is half below a sticky header
        if (Boolean.FALSE.equals(driver.executeScript("return 'axe' in window"))) {
            try (InputStream axe = Browser.class.getResourceAsStream("/axe.min.js")) {
                driver.executeScript(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        Object found = driver.executeAsyncScript("""
                const done = arguments[0];
                axe.run({resultTypes: ['violations'], runOnly: %s}).then(
                    result => done(result.violations.flatMap(({id, nodes}) =>
                        nodes.map(node => id + ' at ' + node.target + ': ' + node.failureSummary))),
                    failure => done([String(failure)]));
                """.formatted(rules));
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    /** The cookies that would be sent to the current page. */
    public Set<Cookie> cookies() {
        return driver.manage().getCookies();
    }

    /** The errors on the console so far: failed requests, scripts and policies. */
    public List<String> errors() {
        driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().equals(Level.SEVERE))
                .map(LogEntry::getMessage)
                .forEach(errors::add);
        return List.copyOf(errors);
    }

    /** Writes the visible part of the page as a PNG and creates its directories. */
    public void screenshot(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() throws IOException {
        driver.quit();
        // its processes end a little later and may write until then
        Eventually.read(PATIENCE, this::deleted, deleted -> deleted);
    }

    private boolean deleted() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
            return true;
        } catch (DirectoryNotEmptyException | UncheckedIOException e) {
            return false;
        }
    }

    private WebElement visible(String what) {
        return Eventually.read(PATIENCE, () -> find(what), Optional::isPresent)
                .orElseThrow(() -> new IllegalStateException(url() + " has no \"" + what + "\", but this:\n" + text()));
    }

    private Optional<WebElement> find(String what) {
        return Optional.ofNullable((WebElement) driver.executeScript(FIND, what));
    }
}
