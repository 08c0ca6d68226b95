package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.internal.development.ConsoleKey;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Says where the development console is, on CDI Lite. It has no scope, so that no other container makes it a bean: not
 * all of them have this event.
 */
public class ConsoleStart {

    private static final int AFTER_REPORT = ObserverMethod.DEFAULT_PRIORITY + 1;

    /** Logs the address. The key is a bean, so an observer that isn't one can't have it. */
    void start(@Observes @Priority(AFTER_REPORT) Startup startup, ConsoleKey key) {
        new ConsoleReport(ConfigProvider.getConfig(), key).log(Optional.empty(), Optional.empty());
    }
}
