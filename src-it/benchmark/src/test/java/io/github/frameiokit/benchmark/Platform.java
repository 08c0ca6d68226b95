package io.github.frameiokit.benchmark;

import java.nio.file.Path;
import java.util.Locale;

/** The servers that the benchmark knows. A script starts each of them. */
enum Platform {
    LIBERTY(true),
    WILDFLY(true),
    QUARKUS(false),
    HELIDON(false);

    /** Whether a server runs WARs, each below its own context root; the others run one app at the root. */
    final boolean runsWars;

    Platform(boolean runsWars) {
        this.runsWars = runsWars;
    }

    /** The path of an app: its WAR's name, or nothing. */
    String context(String app) {
        return runsWars ? "/" + app : "";
    }

    Path script() {
        return Path.of("src/test/servers", this + ".sh").toAbsolutePath();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
