package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.internal.Html;
import io.github.frameiokit.internal.Sha256;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A small page that says how a sign-in ended, without scripts and resources of others. */
final class SignInPage {

    private static final String STYLE = """
            :root{color-scheme:light dark;--accent:%s}
            body{font:1.125rem/1.5 system-ui,sans-serif;margin:0;min-height:100vh;display:grid;place-items:center}
            main{max-width:32rem;padding:2rem;border-top:.375rem solid var(--accent)}
            h1{font-size:1.75rem;line-height:1.2;margin:0 0 1rem}
            p{margin:0 0 1rem}
            .app{font-weight:600}
            """;

    private SignInPage() {}

    static Response success(OAuthConfig config) {
        return page(
                config,
                200,
                config.texts().get("sign-in.done.title"),
                config.texts().get("sign-in.done.description"));
    }

    static Response failure(OAuthConfig config, SignInFailure.Reason reason) {
        return page(config, reason.status, reason.title(config.texts()), reason.description(config.texts()));
    }

    private static Response page(OAuthConfig config, int status, String title, String text) {
        String style = STYLE.formatted(config.appColor());
        String html = """
                <!doctype html>
                <html lang="%5$s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s – %3$s</title>
                <style>%4$s</style>
                </head>
                <body>
                <main>
                <p class="app">%3$s</p>
                <h1>%1$s</h1>
                <p>%2$s</p>
                </main>
                </body>
                </html>
                """.formatted(
                        Html.escaped(title),
                        Html.escaped(text),
                        Html.escaped(config.appName()),
                        style,
                        config.texts().language());
        return Response.status(status)
                .header("Content-Type", "text/html; charset=utf-8")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src '" + digest(style)
                                + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store")
                .entity(html.getBytes(StandardCharsets.UTF_8))
                .build();
    }

    private static String digest(String style) {
        return "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(style));
    }
}
