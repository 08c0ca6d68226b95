package io.github.frameiokit.internal.console;

import io.github.frameiokit.internal.Html;
import io.github.frameiokit.internal.RandomToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The page and its two files. They hold no data, so they need no key. */
final class Pages {

    private static final String POLICY = "default-src 'none'; script-src 'nonce-%1$s'; style-src 'nonce-%1$s';"
            + " connect-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none';"
            + " require-trusted-types-for 'script'";

    private Pages() {}

    /**
     * The page.
     *
     * @param console the path of the console
     * @param events the path of the endpoint for events
     */
    static Reply page(String console, String events) {
        String nonce = RandomToken.create();
        String html = read("console.html")
                .replace("@NONCE@", nonce)
                .replace("@BASE@", Html.escaped(console))
                .replace("@EVENTS@", Html.escaped(events));
        return Reply.of(200, "text/html;charset=UTF-8", html).with("Content-Security-Policy", POLICY.formatted(nonce));
    }

    /** A file of the page; empty if there is none of that name. */
    static Optional<Reply> file(String name) {
        return switch (name) {
            case "console.css" -> Optional.of(Reply.of(200, "text/css;charset=UTF-8", read(name)));
            case "console.js" -> Optional.of(Reply.of(200, "text/javascript;charset=UTF-8", read(name)));
            default -> Optional.empty();
        };
    }

    /** The text of a file that is beside the page. */
    static String read(String name) {
        try (InputStream in = Pages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The kit's jar lacks " + name + "; an app must not repackage it.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
