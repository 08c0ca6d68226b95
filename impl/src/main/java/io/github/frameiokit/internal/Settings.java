package io.github.frameiokit.internal;

import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** How the kit reads its config properties. */
public final class Settings {

    private Settings() {}

    /** A text without the blanks around it; empty where nothing is left. */
    public static Optional<String> text(Config config, String key) {
        return config.getOptionalValue(key, String.class).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Whether a property is {@code true}. */
    public static boolean isOn(Config config, String key) {
        return config.getOptionalValue(key, Boolean.class).orElse(false);
    }

    /** A time in seconds. */
    public static Duration seconds(Config config, String key, long otherwise) {
        return Duration.ofSeconds(config.getOptionalValue(key, Long.class).orElse(otherwise));
    }
}
