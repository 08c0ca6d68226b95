package io.github.frameiokit.internal.install;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import org.eclipse.microprofile.config.Config;

/** Lets the installation begin when the app starts, and creates nothing of it in an app that doesn't want that. */
@ApplicationScoped
public class InstallationStart {

    void start(
            @Observes @Initialized(ApplicationScoped.class) Object context,
            Config config,
            Instance<StartupInstallation> startup) {
        if (StartupInstallation.isWanted(config)) {
            startup.get().start();
        }
    }
}
