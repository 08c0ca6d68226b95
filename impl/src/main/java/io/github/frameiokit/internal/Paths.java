package io.github.frameiokit.internal;

import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * Where the app's JAX-RS application serves the kit. The kit's resources have paths that never change; where the
 * configuration says others, {@link io.github.frameiokit.internal.events.PathFilter} leads from those to these. All
 * without slashes at their ends; the application's own path is empty.
 *
 * @param events where events come
 * @param oauth below which users sign in
 */
public record Paths(String events, String oauth) {

    /** What the resource for events is annotated with. */
    public static final String EVENTS = "frameio";
    /** What the resource for signing in is annotated with. */
    public static final String OAUTH = "frameio/oauth";

    private static final String LOGIN = "login";
    private static final String CALLBACK = "callback";
    private static final Pattern PATH = Pattern.compile("/|/?(?!\\.\\.?(/|$))[\\w.~-]+(/(?!\\.\\.?(/|$))[\\w.~-]+)*/?");
    /** Of a segment; JAX-RS doesn't look at them when it looks for a resource. */
    private static final Pattern PARAMETERS = Pattern.compile(";[^/]*");

    private static final Pattern SLASHES_AROUND = Pattern.compile("^/+|/+$");

    /** Those that the configuration says. */
    public static Paths of(Config config) {
        String events = plain(Settings.PATH.get(config));
        String oauth = Settings.OAUTH_PATH.find(config).map(Paths::plain).orElseGet(() -> below(events, "oauth"));
        return new Paths(events, oauth);
    }

    /** Whether a property may say this: plain segments, or {@code /} for the application's own path. */
    public static boolean isPath(String value) {
        return PATH.matcher(value).matches();
    }

    /** Where Adobe sends a browser back to. */
    public String callback() {
        return below(oauth, CALLBACK);
    }

    /** Where a browser is sent to Adobe. */
    public String login() {
        return below(oauth, LOGIN);
    }

    /**
     * The path at which the kit's resource is, for a requested one; empty where the request isn't for the kit.
     *
     * @param method the request's method, since what the app itself does with others at the same path stays its own
     */
    public Optional<String> ofResource(String method, String requested) {
        String path = plain(PARAMETERS.matcher(requested).replaceAll(""));
        boolean get = method.equals("GET") || method.equals("HEAD"); // JAX-RS answers both with one method
        if (method.equals("POST") && path.equals(events)) {
            return Optional.of(EVENTS);
        }
        if (get && path.equals(login())) {
            return Optional.of(below(OAUTH, LOGIN));
        }
        return get && path.equals(callback()) ? Optional.of(below(OAUTH, CALLBACK)) : Optional.empty();
    }

    private static String plain(String path) {
        return SLASHES_AROUND.matcher(path).replaceAll("");
    }

    private static String below(String path, String segment) {
        return path.isEmpty() ? segment : path + "/" + segment;
    }
}
