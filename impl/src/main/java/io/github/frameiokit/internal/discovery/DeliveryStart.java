package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.internal.delivery.ConfiguredQueue;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.ObserverMethod;

/**
 * Begins to deliver what waits in the queue, on CDI Lite. It has no scope, so that no other container makes it a bean:
 * not all of them have this event.
 */
public class DeliveryStart {

    private static final int AFTER_CHECK = ObserverMethod.DEFAULT_PRIORITY + 1;

    /** Opens the queue, after {@link StartCheck} has judged the configuration. */
    void start(@Observes @Priority(AFTER_CHECK) Startup startup, Instance<ConfiguredQueue> queues) {
        queues.forEach(ConfiguredQueue::startNow);
    }
}
