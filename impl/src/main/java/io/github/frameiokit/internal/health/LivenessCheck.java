package io.github.frameiokit.internal.health;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Whether this node still delivers. Added as {@link ReadinessCheck} is. */
@Liveness
public class LivenessCheck implements HealthCheck {

    private final Supplier<AppHealth.Answer> answer;

    @Inject
    LivenessCheck(Instance<AppHealth> health) {
        this(() -> health.get().liveness());
    }

    private LivenessCheck(Supplier<AppHealth.Answer> answer) {
        this.answer = answer;
    }

    /** A check without injection. */
    public static LivenessCheck of(HealthLink link) {
        return new LivenessCheck(link::liveness);
    }

    @Override
    public HealthCheckResponse call() {
        return ReadinessCheck.response("frameio-delivery", answer.get());
    }
}
