package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.github.frameiokit.it.support.Browser;
import io.github.frameiokit.testkit.Fakes;
import io.github.frameiokit.testkit.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of the fakes' world, in a real browser. */
@Tag("browser")
class WorldPageBarriersTest {

    private static final String FORM = """
            {"title": "Every field", "description": "One of each", "fields": [
              {"type": "text", "name": "title", "label": "Title", "value": "A title"},
              {"type": "textarea", "name": "notes", "label": "Notes"},
              {"type": "select", "name": "language", "label": "Language", "value": "es",
               "options": [{"name": "English", "value": "en"}, {"name": "Spanish", "value": "es"}]},
              {"type": "checkbox", "name": "real", "label": "Captions", "value": true},
              {"type": "multi", "name": "tags", "label": "Tags", "value": ["b"],
               "options": [{"name": "A", "value": "a"}, {"name": "B", "value": "b"}]},
              {"type": "link", "name": "help", "label": "Help", "value": "https://example.com/"}]}
            """;

    private final Fakes fakes = Fakes.start();
    private HttpServer app;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(Browser.available(), "Chromium isn't installed");
        app = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        app.createContext("/", exchange -> {
            try (exchange) {
                byte[] form = FORM.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, form.length);
                exchange.getResponseBody().write(form);
            }
        });
        app.start();
        World world = fakes.world();
        String url = "http://localhost:" + app.getAddress().getPort() + "/";
        world.addWebhook("A webhook", url, "the-secret-of-a-test", "comment.created");
        world.addAction("an.action", "An action", url, "the-secret-of-a-test");
        world.comment(world.all(World.Kind.FILE).get(0).getString("id"), "Nice cut!", World.GRACE);
        world.settle(Duration.ofSeconds(10));
    }

    @AfterEach
    void stop() {
        fakes.close();
        if (app != null) {
            app.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"light,1", "dark,0"})
    void nothingIsABarrier(String scheme, int preferred) throws IOException {
        try (Browser browser = Browser.start("--blink-settings=preferredColorScheme=" + preferred)) {
            browser.open(URI.create(fakes.frameio().url() + "/world"));
            browser.click("Add a file");
            browser.click("#deliveries summary");
            assertEquals(List.of(), browser.barriers());
            browser.screenshot(Path.of("target", "screenshots", "world-" + scheme + ".png"));
            browser.resize(360, 740);
            assertEquals(0, browser.overflow());
            assertEquals(List.of(), browser.barriers());
            browser.resize(1280, 900);

            browser.click("#assets input[type=checkbox]");
            browser.click("Run on the selected assets");
            assertTrue(browser.text().contains("Every field"), browser.text());
            browser.click("What was sent");
            assertEquals(List.of(), browser.barriers());
            browser.screenshot(Path.of("target", "screenshots", "world-form-" + scheme + ".png"));

            browser.open(URI.create(fakes.frameio().url() + "/world/nothing"));
            assertTrue(browser.text().contains("There is no such page."), browser.text());
            assertEquals(List.of(), browser.barriers());
        }
    }
}
