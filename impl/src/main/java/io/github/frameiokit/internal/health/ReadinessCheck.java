package io.github.frameiokit.internal.health;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether this node can take events. It has no scope, so that containers don't find it: the extensions add it where the
 * server has MicroProfile Health.
 */
@Readiness
public class ReadinessCheck implements HealthCheck {

    @Inject
    private Instance<AppHealth> health;

    @Override
    public HealthCheckResponse call() {
        return response("frameio", health.get().readiness());
    }

    static HealthCheckResponse response(String name, AppHealth.Answer answer) {
        HealthCheckResponseBuilder response = HealthCheckResponse.named(name).status(answer.up());
        answer.data().forEach((key, value) -> {
            if (value instanceof Long number) {
                response.withData(key, number);
            } else {
                response.withData(key, value.toString());
            }
        });
        return response.build();
    }
}
