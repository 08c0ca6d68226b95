package io.github.frameiokit.internal.install.page;

import io.github.frameiokit.internal.Sha256;
import java.net.URI;
import java.time.Duration;
import java.util.HexFormat;

/**
 * The cookie of a session. Browsers take the prefix {@code __Host-} for a promise: no other host can have set it, nor
 * can a page without encryption (RFC 6265bis, 4.1.3.2). On {@code localhost}, there is no encryption, and so no prefix.
 *
 * @param name its name; apps of one host have different ones
 * @param attributes its attributes, but for its lifetime
 */
record SessionCookie(String name, String attributes) {

    private static final int DIGITS = 8;

    /** The cookie of the install page with that address. */
    static SessionCookie of(URI page) {
        String plain = "frameio-install-"
                + HexFormat.of().formatHex(Sha256.of(page.getRawPath())).substring(0, DIGITS);
        return page.getScheme().equals("https")
                ? new SessionCookie("__Host-" + plain, "; Path=/; HttpOnly; SameSite=Lax; Secure")
                : new SessionCookie(plain, "; Path=" + page.getRawPath() + "; HttpOnly; SameSite=Lax");
    }

    /** The value of a {@code Set-Cookie} header. */
    String set(String id, Duration lifetime) {
        return name + "=" + id + "; Max-Age=" + lifetime.toSeconds() + attributes;
    }

    /** The value of a {@code Set-Cookie} header that makes the browser forget it. */
    String forgotten() {
        return set("", Duration.ZERO);
    }
}
