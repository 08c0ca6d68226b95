package io.github.frameiokit.internal.health;

import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Whether this node still delivers. Added as {@link ReadinessCheck} is. */
@Liveness
public class LivenessCheck implements HealthCheck {

    @Inject
    private AppHealth health;

    @Override
    public HealthCheckResponse call() {
        return ReadinessCheck.response("frameio-delivery", health.liveness());
    }
}
