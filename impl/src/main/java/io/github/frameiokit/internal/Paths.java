package io.github.frameiokit.internal;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * Where the app's JAX-RS application serves the kit. The paths of the kit's resources never change; {@code PathFilter}
 * moves requests for other, configured paths to them. The paths have no slashes at their ends; the application's own
 * path is empty.
 *
 * @param events where events arrive
 * @param oauth below which users sign in
 */
public record Paths(String events, String oauth) {

    /** The path of the resource for events. */
    public static final String EVENTS = "frameio";
    /** The path of the resource for signing in. */
    public static final String OAUTH = "frameio/oauth";
    /** The path of the install page. */
    public static final String INSTALL = "frameio/install";
    /** Below which the addresses of the app's own registrations are; an id follows. */
    public static final String REGISTERED = "frameio/i";
    /** The path of the development console. It isn't moved, since an app can't have anything of its own there. */
    public static final String CONSOLE = "frameio/console";

    /** The form of such an id. */
    private static final Pattern REGISTERED_ID = Pattern.compile("[\\w-]{34}");

    private static final String LAST_OF_INSTALL = "install";
    private static final String IDS = "i";
    private static final String LOGIN = "login";
    private static final String CALLBACK = "callback";
    private static final Pattern PATH = Pattern.compile("/|/?(?!\\.\\.?(/|$))[\\w.~-]+(/(?!\\.\\.?(/|$))[\\w.~-]+)*/?");
    /** The parameters of a segment, which JAX-RS ignores when it matches resources. */
    private static final Pattern PARAMETERS = Pattern.compile(";[^/]*");

    private static final Pattern SLASHES_AROUND = Pattern.compile("^/+|/+$");

    /** The configured paths. */
    public static Paths of(Config config) {
        String events = plain(Settings.PATH.get(config));
        String oauth = Settings.OAUTH_PATH.find(config).map(Paths::plain).orElseGet(() -> below(events, "oauth"));
        return new Paths(events, oauth);
    }

    /** Whether a property may say this: plain segments, or {@code /} for the application's own path. */
    public static boolean isPath(String value) {
        return PATH.matcher(value).matches();
    }

    /** The path that Adobe sends a browser back to. */
    public String callback() {
        return below(oauth, CALLBACK);
    }

    /** The path of a registration of the app's own. */
    public String registered(String id) {
        return below(below(events, IDS), id);
    }

    /** The path that sends a browser to Adobe. */
    public String login() {
        return below(oauth, LOGIN);
    }

    /** The path of the install page. Its forms are sent to a segment below it. */
    public String install() {
        return below(events, LAST_OF_INSTALL);
    }

    /**
     * The path of the kit's resource for a requested path; empty if the request isn't for the kit.
     *
     * @param method the request's method; the app may handle other methods at the same path
     */
    public Optional<String> ofResource(String method, String requested) {
        String path = plain(PARAMETERS.matcher(requested).replaceAll(""));
        boolean get = method.equals("GET") || method.equals("HEAD"); // JAX-RS answers both with one method
        if (method.equals("POST") && path.equals(events)) {
            return Optional.of(EVENTS);
        }
        if (method.equals("POST") && isRegistered(path)) {
            return Optional.of(below(REGISTERED, path.substring(path.lastIndexOf('/') + 1)));
        }
        if (get && path.equals(login())) {
            return Optional.of(below(OAUTH, LOGIN));
        }
        if ((get || method.equals("POST")) && (path + "/").startsWith(install() + "/")) {
            return Optional.of(INSTALL + path.substring(install().length()));
        }
        return get && path.equals(callback()) ? Optional.of(below(OAUTH, CALLBACK)) : Optional.empty();
    }

    /** An app may have resources of its own there, so only ids of the kit's form count. */
    private boolean isRegistered(String path) {
        String beginning = registered("");
        return path.startsWith(beginning)
                && REGISTERED_ID.matcher(path.substring(beginning.length())).matches();
    }

    /**
     * The address of a path.
     *
     * @param base the address of the JAX-RS application, with or without slashes at its end
     */
    public static URI under(URI base, String path) {
        return URI.create(base.toString().replaceAll("/+$", "") + "/" + path);
    }

    private static String plain(String path) {
        return SLASHES_AROUND.matcher(path).replaceAll("");
    }

    private static String below(String path, String segment) {
        return path.isEmpty() ? segment : path + "/" + segment;
    }
}
