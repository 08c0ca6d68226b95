package io.github.frameiokit.internal.pages;

import io.github.frameiokit.internal.Sha256;
import io.github.frameiokit.internal.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Creates the app's pages. They have no scripts, and nothing of other sites but a logo that the app names. */
@ApplicationScoped
public class Pages {

    /** The backgrounds of the style sheet, to which colors are fitted. */
    private static final Color LIGHT = Color.of("#ffffff");

    private static final Color DARK = Color.of("#1c1e26");
    /** The least contrast of texts, and of what isn't text (WCAG 2.2, 1.4.3 and 1.4.11). */
    private static final double TEXT = 4.5;

    private static final double SHAPE = 3;

    private static final String HEAD = """
            <!doctype html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>%s – %s</title>
            <link rel="icon" href="%s">
            <style>%s</style>
            </head>
            """;
    private static final String BODY = """
            <body>
            <header>
            <img src="%s" alt="" width="40" height="40">
            <span>%s</span>
            </header>
            <main>
            %s
            </main>
            %s</body>
            </html>
            """;

    @Inject
    private Config config;

    private Texts texts;
    private Brand brand;
    private String style;
    private String policy;

    @PostConstruct
    void prepare() {
        texts = Texts.of(config);
        brand = Brand.of(config);
        style = colors() + read("page.css");
        policy = "default-src 'none'; style-src 'sha256-"
                + Base64.getEncoder().encodeToString(Sha256.of(style)) + "'; img-src "
                + brand.logo().source()
                + "; base-uri 'none'; frame-ancestors 'none'; form-action ";
    }

    /** Throws an {@link IllegalStateException} if the app has no such logo. */
    public static void check(Config config) {
        Brand.of(config);
    }

    /** The texts of the pages. */
    public Texts texts() {
        return texts;
    }

    /** The app's name. */
    public String appName() {
        return brand.name();
    }

    /** A sentence about the app, if it has one. */
    public Optional<String> appDescription() {
        return brand.description();
    }

    /** A page that says something, and from which no form is sent. */
    public Response message(int status, Sign sign, String title, String text) {
        return response(
                status,
                title,
                Markup.of("<div class=\"message\">%s<h1>%s</h1><p>%s</p></div>", sign.markup(), title, text),
                Markup.NOTHING,
                "'none'",
                "no-referrer");
    }

    /**
     * A page with forms, which are sent to this app only. Browsers say then which page a form comes from, and say it to
     * no other site.
     *
     * @param main what the page is about
     * @param footer what is below it, perhaps nothing
     */
    public Response page(int status, String title, Markup main, Markup footer) {
        return response(status, title, main, footer, "'self'", "same-origin");
    }

    private Response response(int status, String title, Markup main, Markup footer, String forms, String referrer) {
        Markup head = Markup.of(
                HEAD, texts.language(), title, brand.name(), brand.logo().address(), new Markup(style));
        Markup below = footer.equals(Markup.NOTHING) ? footer : Markup.of("<footer>%s</footer>\n", footer);
        Markup body = Markup.of(BODY, brand.logo().address(), brand.name(), main, below);
        return Response.status(status)
                .header("Content-Type", "text/html; charset=utf-8")
                .header("Content-Security-Policy", policy + forms)
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", referrer)
                .header("Cache-Control", "no-store")
                .entity(Markup.all(head, body).html().getBytes(StandardCharsets.UTF_8))
                .build();
    }

    /** The app's color, as it can be seen on both backgrounds. */
    private String colors() {
        Color color = brand.color();
        return ":root{--brand:" + color + ";--brand-text:" + color.text()
                + ";--light-line:" + color.on(LIGHT, SHAPE) + ";--dark-line:" + color.on(DARK, SHAPE)
                + ";--light-link:" + color.on(LIGHT, TEXT) + ";--dark-link:" + color.on(DARK, TEXT) + "}\n";
    }

    private static String read(String name) {
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
