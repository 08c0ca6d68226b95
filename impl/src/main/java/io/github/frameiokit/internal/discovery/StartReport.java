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
 * Logs the findings once, when the app starts. CDI skips a class that can't be loaded or isn't a bean without a word,
 * and then its events would be answered 200.
 *
 * @param findings the findings
 * @param config the configuration
 */
record StartReport(Findings findings, Config config) {

    private static final System.Logger LOG = System.getLogger(StartReport.class.getName());
    private static final int MOST_TYPES = 30;

    /**
     * Logs the report.
     *
     * @param contextRoot the WAR's context root; empty if it isn't known
     */
    void log(Optional<String> contextRoot) {
        Handlers handlers = findings.handlers();
        boolean users = handlers.signIn();
        if (!handlers.all().isEmpty()) {
            LOG.log(
                    System.Logger.Level.INFO,
                    found() + servedAt(contextRoot) + installPage() + signIn(users) + delivery() + development());
        } else if (findings.client() || users) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "This app calls Frame.io and handles none of its events" + signIn(users) + development());
        } else {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "frameio-kit found no handler in this app, so every event of Frame.io will be rejected or answered 200"
                            + " without effect. A handler is a method of a CDI bean with @Observes or @ObservesAsync on"
                            + " its event; check that its class has a scope such as @ApplicationScoped, and that all"
                            + " classes it mentions exist, since CDI skips a class that it can't load.");
        }
    }

    private String found() {
        return "frameio-kit found " + count(Kind.WEBHOOK, "webhook handler") + " and " + count(Kind.ACTION, "action");
    }

    private String servedAt(Optional<String> contextRoot) {
        Optional<String> applicationPath = findings.applicationPath();
        String events = Paths.of(config).events();
        String path = applicationPath.orElse("/") + events;
        if (applicationPath.isEmpty()) {
            return ", served at " + path + " below the app's JAX-RS application";
        }
        return ", served at " + contextRoot.map(root -> root + path).orElse(path + " below the app's context root");
    }

    private String installPage() {
        return Settings.INSTALL_ENABLED.getIfValid(config)
                ? Settings.BASE_URL
                        .find(config)
                        .map(base -> "; the install page is "
                                + Paths.under(base, Paths.of(config).install()))
                        .orElse("")
                : "";
    }

    private String count(Kind kind, String what) {
        List<Handler> ofKind = findings.handlers().all().stream()
                .filter(it -> it.kind() == kind)
                .toList();
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
                ? "; users' tokens are kept in "
                        + findings.ownStore().orElseGet(() -> Settings.TOKEN_STORE.getIfValid(config))
                : "";
    }

    private String delivery() {
        String engine = Settings.DELIVERY.getIfValid(config);
        return engine.equals(Settings.DELIVERY.standard()) ? "" : "; events of asynchronous handlers wait in " + engine;
    }

    private String development() {
        return "; development mode is " + (Settings.DEVELOPMENT.getIfValid(config) ? "on." : "off.");
    }
}
