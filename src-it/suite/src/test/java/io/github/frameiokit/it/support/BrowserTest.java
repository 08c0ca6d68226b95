package io.github.frameiokit.it.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;

/** The browser for other tests. */
@Tag("browser")
class BrowserTest {

    private static final Map<String, String> PAGES = Map.of(
            "/",
            """
            <title>First</title><h1>Très bien ☕</h1><p hidden>not seen</p>
            <a href="second">Read on</a>
            <form action="slow" method="post"><button>Take your time</button></form>
            <form action="second"><label>Name <input name="name" value="old"></label><button id="send">Send</button></form>
            """,
            "/second",
            "<title>Second</title><p id=at>Here.</p><script>at.append(' ' + new URLSearchParams(location.search))</script>",
            "/slow",
            "<title>Slow</title><p>At last.",
            "/late",
            "<title>Late</title><p id=at>Wait.<script>setTimeout(() => at.innerHTML = '<a href=/>Home</a>', 300)</script>",
            "/wide",
            "<title>Wide</title><style>body { margin: 0; width: 500px }</style><img><p id=pale style='color: #ccc'>Pale",
            "/broken",
            "<title>Broken</title><script>nothing.there()</script><img src=missing alt=''>");

    private static HttpServer server;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(Browser.available(), "Chromium isn't installed");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", BrowserTest::serve);
        server.start();
        browser = Browser.start();
    }

    @AfterAll
    static void stop() throws IOException {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.stop(0);
        }
    }

    private static void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/slow")) {
                Journal.pause();
                Journal.pause();
                Journal.pause();
            }
            String page = PAGES.get(path);
            byte[] body = ("<!DOCTYPE html><html lang=en><link rel=icon href='data:,'>" + page)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.getResponseHeaders().add("Set-Cookie", "visit=1; Path=/; HttpOnly; SameSite=Lax");
            exchange.sendResponseHeaders(page == null ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    private static void open(String path) {
        browser.open(URI.create(url(path)));
    }

    @Test
    void aPageIsRead() {
        open("/");
        assertEquals("First", browser.title());
        assertTrue(browser.text().startsWith("Très bien ☕"), browser.text());
        assertFalse(browser.text().contains("not seen"));
    }

    @Test
    void aLinkIsFollowedByItsText() {
        open("/");
        browser.click("Read on");
        assertEquals(url("/second"), browser.url());
    }

    @Test
    void aFormIsFilledInAndSentBySelectors() {
        open("/");
        browser.write("[name=name]", "Ada");
        browser.click("#send");
        assertEquals("Here. name=Ada", browser.text());
    }

    @Test
    void keysAreForWhatHasTheFocus() {
        open("/");
        browser.press(Keys.TAB);
        assertEquals("Read on", browser.focused());
        browser.press(Keys.TAB, Keys.TAB);
        assertEquals("Name", browser.focused("Name"));
        browser.chord(Keys.CONTROL, "a");
        browser.press("Ada");
        assertEquals("Ada", browser.value("[name=name]"));
    }

    @Test
    void whatIsTooWideForTheWindowIsMeasured() {
        open("/wide");
        assertEquals(0, browser.overflow());
        browser.resize(400, 700);
        assertEquals(100, browser.overflow());
        browser.resize(1280, 900);
    }

    @Test
    void barriersAreFound() throws IOException {
        open("/wide");
        assertEquals(
                List.of("color-contrast at #pale", "image-alt at img"),
                browser.barriers().stream()
                        .map(barrier -> barrier.substring(0, barrier.indexOf(':')))
                        .filter(barrier -> barrier.startsWith("color") || barrier.startsWith("image"))
                        .sorted()
                        .toList());
    }

    @Test
    void paleTextsAreFoundAlone() throws IOException {
        open("/wide");
        List<String> found = browser.paleTexts();
        assertEquals(1, found.size(), found.toString());
        assertTrue(found.get(0).startsWith("color-contrast at #pale"), found.toString());
    }

    @Test
    void theNextPageIsWaitedFor() {
        open("/");
        browser.click("Take your time");
        assertEquals("At last.", browser.text());
    }

    @Test
    void textThatAScriptWritesIsWaitedFor() {
        open("/late");
        browser.click("Home");
        assertEquals("First", browser.title());
        open("/late");
        assertEquals("Home", browser.text("Home"::equals));
    }

    @Test
    void whatIsNotThereIsNamed() {
        open("/second");
        IllegalStateException failure = assertThrows(IllegalStateException.class, () -> browser.click("No: such"));
        assertTrue(failure.getMessage().startsWith(url("/second") + " has no \"No: such\""), failure.getMessage());
    }

    @Test
    void cookiesAreShownWithWhatTheyAre() {
        open("/");
        Cookie cookie = browser.cookies().iterator().next();
        assertEquals(
                List.of("visit", "1", true, "Lax"),
                List.of(cookie.getName(), cookie.getValue(), cookie.isHttpOnly(), cookie.getSameSite()));
    }

    @Test
    void errorsOfTheConsoleAreKept() throws IOException {
        try (Browser another = Browser.start()) {
            another.open(URI.create(url("/")));
            assertEquals(List.of(), another.errors());
            another.open(URI.create(url("/broken")));
            assertEquals(2, another.errors().size(), another.errors().toString());
            assertEquals(2, another.errors().size());
        }
    }

    @Test
    void aScreenshotIsTaken() throws IOException {
        open("/");
        Path file = Path.of("target", "screenshots", "browser.png");
        browser.screenshot(file);
        BufferedImage image = ImageIO.read(file.toFile());
        assertEquals(1280, image.getWidth());
    }
}
