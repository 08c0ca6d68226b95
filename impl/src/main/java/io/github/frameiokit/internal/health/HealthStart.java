package io.github.frameiokit.internal.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;

/** Links the checks to the app's bean when the app starts. On CDI Lite, the bean is injected and there is no link. */
@ApplicationScoped
public class HealthStart {

    void start(
            @Observes @Initialized(ApplicationScoped.class) Object context,
            Instance<HealthLink> links,
            AppHealth health) {
        health.installs();
        links.forEach(link -> link.leadTo(health));
    }
}
