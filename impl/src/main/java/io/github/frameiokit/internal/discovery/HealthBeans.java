package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.internal.OptionalApi;
import io.github.frameiokit.internal.health.HealthLink;
import io.github.frameiokit.internal.health.LivenessCheck;
import io.github.frameiokit.internal.health.ReadinessCheck;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import java.lang.annotation.Annotation;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** The health checks. They can't be loaded where the server has no MicroProfile Health. */
final class HealthBeans {

    private static final String API = "org.eclipse.microprofile.health.HealthCheck";

    private static final String PACKAGE = HealthLink.class.getPackageName() + ".";

    private HealthBeans() {}

    /** The names of the checks, for CDI Lite; none without MicroProfile Health. */
    static List<String> names() {
        return OptionalApi.isThere(API) ? List.of(PACKAGE + "ReadinessCheck", PACKAGE + "LivenessCheck") : List.of();
    }

    /** Adds the checks, for CDI Full. */
    static void addTo(AfterBeanDiscovery discovery, HealthLink link) {
        if (OptionalApi.isThere(API)) {
            Checks.addTo(discovery, link);
        }
    }

    /** Apart, since a JVM loads types to verify the code that uses them. */
    private static final class Checks {

        private Checks() {}

        static void addTo(AfterBeanDiscovery discovery, HealthLink link) {
            add(discovery, Readiness.Literal.INSTANCE, ReadinessCheck.of(link));
            add(discovery, Liveness.Literal.INSTANCE, LivenessCheck.of(link));
        }

        private static void add(AfterBeanDiscovery discovery, Annotation kind, HealthCheck check) {
            discovery
                    .<HealthCheck>addBean()
                    .id(kind.annotationType().getName())
                    .types(HealthCheck.class)
                    .qualifiers(kind)
                    .scope(Dependent.class)
                    .createWith(context -> check);
        }
    }
}
