package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.internal.Paths;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.development.ConsoleKey;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Logs where the development console is, when the app starts. No standard says on which port a server listens, so the
 * console logs its whole address once it is opened.
 *
 * @param config the configuration
 * @param key the console's key
 */
record ConsoleReport(Config config, ConsoleKey key) {

    private static final System.Logger LOG = System.getLogger(ConsoleReport.class.getName());

    /**
     * Logs the path with the key, if the console is on.
     *
     * @param contextRoot the WAR's context root; empty if it isn't known
     * @param applicationPath the path of the JAX-RS application, with slashes around it; empty if it isn't known
     */
    void log(Optional<String> contextRoot, Optional<String> applicationPath) {
        if (Settings.CONSOLE.getIfValid(config) && Settings.DEVELOPMENT.getIfValid(config)) {
            String below = applicationPath.orElse("/") + Paths.CONSOLE + "#" + key.text();
            LOG.log(
                    System.Logger.Level.INFO,
                    "The development console is on: open http://localhost:[port]" + contextRoot.orElse("") + below
                            + (contextRoot.isPresent() && applicationPath.isPresent()
                                    ? ""
                                    : ", with the path of the app before it if it has one")
                            + ". Only a browser on this machine reaches it, and the key changes when the server starts again.");
        }
    }
}
