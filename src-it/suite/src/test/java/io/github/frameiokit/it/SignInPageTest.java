package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.github.frameiokit.it.support.Browser;
import io.github.frameiokit.testkit.FakeIms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The sign-in page of Adobe's fake, in a real browser. */
@Tag("browser")
class SignInPageTest {

    private final FakeIms ims = FakeIms.start();
    private HttpServer app;
    private Browser browser;

    @BeforeEach
    void open() throws IOException {
        assumeTrue(Browser.available(), "Chromium isn't installed");
        app = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        app.createContext("/", exchange -> {
            try (exchange) {
                byte[] page = "<link rel=icon href=data:,>Thank you.".getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "text/html");
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
            }
        });
        app.start();
        browser = Browser.start();
        browser.open(URI.create(ims.url() + "/ims/authorize/v2?response_type=code&scope=openid&state=s&client_id="
                + FakeIms.CLIENT_ID + "&redirect_uri=" + callback()));
    }

    @AfterEach
    void close() throws IOException {
        ims.close();
        if (browser != null) {
            browser.close();
            app.stop(0);
        }
    }

    private String callback() {
        return "http://localhost:" + app.getAddress().getPort() + "/callback";
    }

    @Test
    void aButtonSignsInAndLeadsBackToTheApp() throws IOException {
        assertEquals("Sign in", browser.title());
        browser.screenshot(Path.of("target", "screenshots", "sign-in.png"));
        browser.click("Sign in as Ada Lovelace");
        assertEquals("Thank you.", browser.text("Thank you."::equals));
        assertTrue(browser.url().matches(callback() + "\\?code=[\\w-]+&state=s"), browser.url());
        assertEquals(List.of(), browser.errors());
    }

    @Test
    void cancellingLeadsBackToo() {
        browser.click("Cancel");
        browser.text("Thank you."::equals);
        assertEquals(callback() + "?error=access_denied&state=s", browser.url());
    }
}
