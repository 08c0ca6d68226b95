package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.internal.install.StartupInstallation;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.ObserverMethod;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Begins the installation, on CDI Lite. It has no scope, so that no other container makes it a bean: not all of them
 * have this event.
 */
public class InstallStart {

    private static final int AFTER_CHECK = ObserverMethod.DEFAULT_PRIORITY + 1;

    /** Begins after {@link StartCheck} has judged the configuration. */
    void start(@Observes @Priority(AFTER_CHECK) Startup startup, Instance<StartupInstallation> installation) {
        if (StartupInstallation.isWanted(ConfigProvider.getConfig())) {
            installation.forEach(StartupInstallation::startNow);
        }
    }
}
