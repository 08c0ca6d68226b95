package io.github.frameiokit.internal.health;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.function.Supplier;
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

    private final Supplier<AppHealth.Answer> answer;

    @Inject
    ReadinessCheck(Instance<AppHealth> health) {
        this(() -> health.get().readiness());
    }

    private ReadinessCheck(Supplier<AppHealth.Answer> answer) {
        this.answer = answer;
    }

    /** A check without injection. */
    public static ReadinessCheck of(HealthLink link) {
        return new ReadinessCheck(link::readiness);
    }

    @Override
    public HealthCheckResponse call() {
        return response("frameio", answer.get());
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
