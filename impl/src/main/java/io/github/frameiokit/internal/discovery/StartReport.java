package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.internal.Paths;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.events.Handler;
import io.github.frameiokit.internal.events.Handlers;
import io.github.frameiokit.internal.events.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/**
 * Logs once, when the app starts, what the kit has found in it: a class that can't be loaded, or is no bean, is passed
 * over by CDI, and then its events would be answered 200 without a word.
 *
 * @param handlers those found
 * @param config the configuration
 * @param store the app's own token store
 * @param client whether the app has the client injected
 */
record StartReport(Handlers handlers, Config config, Optional<String> store, boolean client) {

    private static final System.Logger LOG = System.getLogger(StartReport.class.getName());
    private static final int MOST_TYPES = 30;

    /**
     * Logs it.
     *
     * @param contextRoot where the WAR is, if it is known
     * @param applicationPath the path of the application that serves the kit, with slashes around it, if it is known
     */
    void log(Optional<String> contextRoot, Optional<String> applicationPath) {
        boolean users = handlers.signIn();
        if (!handlers.all().isEmpty()) {
            LOG.log(
                    System.Logger.Level.INFO,
                    found() + servedAt(contextRoot, applicationPath) + signIn(users) + development());
        } else if (client || users) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "This app calls Frame.io and handles none of its events" + signIn(users) + development());
        } else {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "frameio-kit found no handler in this app, so every event of Frame.io's will be refused or answered 200"
                            + " without effect. A handler is a method of a CDI bean with @Observes or @ObservesAsync on"
                            + " its event; check that its class has a scope such as @ApplicationScoped, and that all"
                            + " classes it mentions are there, since CDI passes over one that it can't load.");
        }
    }

    private String found() {
        return "frameio-kit found " + count(Kind.WEBHOOK, "webhook handler") + " and " + count(Kind.ACTION, "action");
    }

    private String servedAt(Optional<String> contextRoot, Optional<String> applicationPath) {
        String events = Paths.of(config).events();
        String path = applicationPath.orElse("/") + events;
        if (applicationPath.isEmpty()) {
            return ", served at " + path + " below the app's JAX-RS application";
        }
        return ", served at " + contextRoot.map(root -> root + path).orElse(path + " below the app's context root");
    }

    private String count(Kind kind, String what) {
        List<Handler> ofKind =
                handlers.all().stream().filter(it -> it.kind() == kind).toList();
        String count = ofKind.size() + " " + what + (ofKind.size() == 1 ? "" : "s");
        if (ofKind.isEmpty()) {
            return count;
        }
        List<String> types = ofKind.stream()
                .flatMap(it -> it.types().stream())
                .distinct()
                .sorted()
                .toList();
        String more = types.size() > MOST_TYPES ? " and " + (types.size() - MOST_TYPES) + " more" : "";
        return count + types.stream().limit(MOST_TYPES).collect(Collectors.joining(", ", " (", more + ")"));
    }

    private String signIn(boolean users) {
        return users
                ? "; users' tokens are kept in " + store.orElseGet(() -> Settings.TOKEN_STORE.getIfValid(config))
                : "";
    }

    private String development() {
        return "; development mode is " + (Settings.DEVELOPMENT.getIfValid(config) ? "on." : "off.");
    }
}
