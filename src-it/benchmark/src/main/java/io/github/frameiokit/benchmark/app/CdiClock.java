package io.github.frameiokit.benchmark.app;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;

/** Times how long CDI takes to deploy the app, with all its extensions. */
public class CdiClock implements Extension {

    private static final int FIRST = 1;

    private long began;
    private long ended;

    void begin(@Observes @Priority(FIRST) BeforeBeanDiscovery event) {
        began = System.nanoTime();
    }

    void end(@Observes @Priority(Integer.MAX_VALUE) AfterDeploymentValidation event) {
        ended = System.nanoTime();
    }

    /** Returns the time from the first to the last event of the deployment. */
    public long micros() {
        return (ended - began) / 1000;
    }
}
