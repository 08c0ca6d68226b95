package io.github.frameiokit.testkit;

import io.github.frameiokit.testkit.FakeIms.User;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where users sign in and are sent back to the app. Thread-safe. */
final class SignIn {

    private static final int LONGEST_STATE = 4096;

    private final Grants grants;
    private final Map<String, User> users = new LinkedHashMap<>();
    private Optional<User> signedIn = Optional.empty();
    private Optional<String> defaultUri = Optional.empty();
    private List<Pattern> patterns = List.of(Pattern.compile(".*"));
    private boolean denied;

    SignIn(Grants grants) {
        this.grants = grants;
    }

    /** The way back to the app: its address, and the parameters it asked with. */
    private record Return(String uri, Map<String, String> asked) {

        Scripted with(String name, String value) {
            boolean fragment = "fragment".equals(asked.get("response_mode"));
            String separator = fragment ? "#" : uri.contains("?") ? "&" : "?";
            String state = asked.containsKey("state") ? "&state=" + encode(asked.get("state")) : "";
            return new Scripted(302, Map.of(), "")
                    .header("Location", uri + separator + name + "=" + encode(value) + state);
        }

        private static String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    synchronized void redirects(String uri, String... others) {
        defaultUri = Optional.of(uri);
        patterns = Stream.concat(Stream.of(Pattern.quote(uri)), Stream.of(others))
                .map(Pattern::compile)
                .toList();
    }

    synchronized void user(User user) {
        users.put(user.email(), user);
    }

    synchronized void signIn(String who) {
        signedIn = Optional.of(users.values().stream()
                .filter(user -> user.email().equals(who) || user.email().startsWith(who + "@"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(who + " is none of " + users.keySet())));
    }

    synchronized void signOut() {
        signedIn = Optional.empty();
    }

    synchronized void deny() {
        denied = true;
    }

    synchronized Scripted answer(ImsRequest request) {
        Map<String, String> asked = request.query();
        Optional<String> uri = Optional.ofNullable(asked.get("redirect_uri"))
                .filter(it -> patterns.stream()
                        .anyMatch(pattern -> pattern.matcher(it).matches()))
                .or(() -> defaultUri);
        if (!FakeIms.CLIENT_ID.equals(asked.get("client_id"))) {
            return Page.rejection("invalid client_id parameter");
        }
        if (asked.getOrDefault("state", "").length() > LONGEST_STATE) {
            return Page.rejection("state is too long");
        }
        if (uri.isEmpty()) {
            return Page.rejection("no redirect_uri, and no default one");
        }
        Return back = new Return(uri.get(), asked);
        Set<String> scopes = scopes(asked.getOrDefault("scope", ""));
        if (!"code".equals(asked.get("response_type"))) {
            return back.with("error", "unsupported_response_type");
        }
        if (scopes.contains("frame.s2s.all")) {
            return back.with("error", "invalid_scope");
        }
        if (!Set.of("plain", "S256").contains(asked.getOrDefault("code_challenge_method", "plain"))) {
            return back.with("error", "invalid_request");
        }
        if (denied) {
            denied = false;
            return back.with("error", "access_denied");
        }
        Optional<User> user = request.method().equals("POST")
                ? Optional.ofNullable(users.get(request.form().get("user")))
                : signedIn;
        String prompt = asked.getOrDefault("prompt", "");
        if (request.method().equals("POST") && user.isEmpty()) {
            return back.with("error", "access_denied");
        }
        if (user.isEmpty() && prompt.equals("none")) {
            return back.with("error", "login_required");
        }
        if (user.isEmpty() || prompt.equals("login") && request.method().equals("GET")) {
            return Page.signIn(users.values());
        }
        // Adobe adds it automatically here, but not to a scope sent to the token endpoint
        scopes.add("AdobeID");
        Optional<Challenge> challenge = Optional.ofNullable(asked.get("code_challenge"))
                .map(value -> new Challenge("S256".equals(asked.get("code_challenge_method")), value));
        return back.with(
                "code", grants.code(user.get(), scopes, uri.get(), challenge, Optional.ofNullable(asked.get("nonce"))));
    }

    /** Scopes are separated by spaces or commas. */
    static Set<String> scopes(String text) {
        return new TreeSet<>(List.of(text.strip().split("[\\s,]+")));
    }

    /** The page that a browser shows. */
    private static final class Page {

        static Scripted signIn(Collection<User> users) {
            StringBuilder buttons = new StringBuilder();
            for (User user : users) {
                buttons.append("""
                        <p><button name="user" value="%s">Sign in as %s</button> %s</p>
                        """.formatted(
                                Html.escaped(user.email()), Html.escaped(user.name()), Html.escaped(user.email())));
            }
            // a form without an action goes back to this address, with all the parameters
            return html(200, "Sign in", """
                    <p>This is a fake of Adobe's sign-in page, for tests.</p>
                    <form method="post">
                    %s<p><button name="cancel" value="true">Cancel</button></p>
                    </form>
                    """.formatted(buttons));
        }

        static Scripted rejection(String why) {
            return html(400, "This sign-in can't work", "<p>" + Html.escaped(why) + "</p>\n");
        }

        private static Scripted html(int status, String title, String content) {
            return new Scripted(status, Map.of(), """
                    <!DOCTYPE html>
                    <html lang="en">
                    <head>
                    <meta charset="utf-8">
                    <meta name="viewport" content="width=device-width, initial-scale=1">
                    <link rel="icon" href="data:,">
                    <title>%1$s</title>
                    </head>
                    <body>
                    <main>
                    <h1>%1$s</h1>
                    %2$s</main>
                    </body>
                    </html>
                    """.formatted(title, content))
                    .header("Content-Type", "text/html; charset=utf-8")
                    .header("Cache-Control", "no-store");
        }
    }
}
