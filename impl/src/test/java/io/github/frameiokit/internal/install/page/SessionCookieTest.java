package io.github.frameiokit.internal.install.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionCookieTest {

    @Test
    void noOtherHostAndNoUnprotectedPageCanSetIt() {
        String cookie = SessionCookie.of(URI.create("https://app.example.com/frameio/install"))
                .set("an-id", Duration.ofMinutes(30));
        assertTrue(
                cookie.matches("__Host-frameio-install-[0-9a-f]{8}=an-id; Max-Age=1800; Path=/; HttpOnly; SameSite=Lax;"
                        + " Secure"),
                cookie);
    }

    @Test
    void onTheMachineOfADeveloperItNeedsNoEncryption() {
        String cookie = SessionCookie.of(URI.create("http://localhost:9080/app/frameio/install"))
                .set("an-id", Duration.ofMinutes(30));
        assertTrue(
                cookie.matches("frameio-install-[0-9a-f]{8}=an-id; Max-Age=1800; Path=/app/frameio/install; HttpOnly;"
                        + " SameSite=Lax"),
                cookie);
    }

    @Test
    void appsOfOneHostHaveDifferentOnes() {
        assertNotEquals(
                SessionCookie.of(URI.create("https://example.com/one/frameio/install"))
                        .name(),
                SessionCookie.of(URI.create("https://example.com/two/frameio/install"))
                        .name());
    }

    @Test
    void forgottenOneIsEmptyAndOver() {
        SessionCookie cookie = SessionCookie.of(URI.create("https://example.com/frameio/install"));
        assertEquals(cookie.name() + "=; Max-Age=0" + cookie.attributes(), cookie.forgotten());
    }
}
