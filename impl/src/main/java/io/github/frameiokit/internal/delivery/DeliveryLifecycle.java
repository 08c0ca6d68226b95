package io.github.frameiokit.internal.delivery;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

/** Lets the queue begin with the app and end with it. */
@ApplicationScoped
public class DeliveryLifecycle {

    /** Before the handlers' executor refuses work, so that no entry is handed out in vain. */
    private static final int FIRST = Interceptor.Priority.LIBRARY_BEFORE;

    @Inject
    private ConfiguredQueue queue;

    void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
        queue.start();
    }

    void stop(@Observes @Priority(FIRST) @BeforeDestroyed(ApplicationScoped.class) Object context) {
        queue.stop();
    }
}
