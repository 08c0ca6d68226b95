package io.github.frameiokit.internal.health;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Whether this node still delivers. Added as {@link ReadinessCheck} is. */
@Liveness
public class LivenessCheck implements HealthCheck {

    @Inject
    private Instance<AppHealth> health;

    @Override
    public HealthCheckResponse call() {
        return ReadinessCheck.response("frameio-delivery", health.get().liveness());
    }
}
