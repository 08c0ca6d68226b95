package io.github.frameiokit.internal.health;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Leads the checks that an extension adds to the app's bean. On Payara no bean of the app can be injected into them,
 * since what an extension adds is in an archive of its own, which sees no other. Thread-safe.
 */
public final class HealthLink {

    private static final AppHealth.Answer STARTING = new AppHealth.Answer(true, Map.of("state", "starting"));

    private volatile @Nullable AppHealth health;

    void leadTo(AppHealth found) {
        health = found;
    }

    AppHealth.Answer readiness() {
        AppHealth found = health;
        return found == null ? STARTING : found.readiness();
    }

    AppHealth.Answer liveness() {
        AppHealth found = health;
        return found == null ? STARTING : found.liveness();
    }
}
