package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.internal.OptionalApi;
import io.github.frameiokit.internal.health.LivenessCheck;
import io.github.frameiokit.internal.health.ReadinessCheck;
import java.util.List;

/** The health checks. They can't be loaded where the server has no MicroProfile Health. */
final class HealthBeans {

    private static final String API = "org.eclipse.microprofile.health.HealthCheck";

    private HealthBeans() {}

    /** The classes; none without MicroProfile Health. */
    static List<Class<?>> classes() {
        return OptionalApi.isThere(API) ? List.of(ReadinessCheck.class, LivenessCheck.class) : List.of();
    }
}
