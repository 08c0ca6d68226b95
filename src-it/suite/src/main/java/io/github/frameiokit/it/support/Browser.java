package io.github.frameiokit.it.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
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
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.InvalidSelectorException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.remote.service.DriverCommandExecutor;

/** A real browser without a window and with its own profile. */
public final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final By CLICKABLE =
            By.cssSelector("a, button, summary, label, input[type=submit], input[type=button], [role=button]");

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
     * @throws IllegalStateException if this machine has no Chromium or no driver
     */
    public static Browser start() throws IOException {
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
        try {
            return Stream.concat(
                            driver.findElements(CLICKABLE).stream()
                                    .filter(element ->
                                            element.getAccessibleName().equals(what)
                                                    || element.getText().equals(what)),
                            selected(what))
                    .filter(WebElement::isDisplayed)
                    .findFirst();
        } catch (StaleElementReferenceException e) {
            return Optional.empty();
        }
    }

    private Stream<WebElement> selected(String css) {
        try {
            return driver.findElements(By.cssSelector(css)).stream();
        } catch (InvalidSelectorException e) {
            return Stream.empty();
        }
    }
}
