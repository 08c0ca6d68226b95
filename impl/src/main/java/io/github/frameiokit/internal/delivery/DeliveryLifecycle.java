package io.github.frameiokit.internal.delivery;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

/** Lets the queue begin with the app and end with it. */
@ApplicationScoped
public class DeliveryLifecycle {

    private static final System.Logger LOG = System.getLogger(DeliveryLifecycle.class.getName());

    /** Before the handlers' executor refuses work, so that no entry is handed out in vain. */
    private static final int FIRST = Interceptor.Priority.LIBRARY_BEFORE;

    @Inject
    private ConfiguredQueue queue;

    private volatile boolean begun;

    void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
        begun = queue.start();
    }

    /**
     * Begins at the first request to the app, whichever it is, on servers that have no JNDI before that: this node may
     * be the only one left. The extension removes this observer from apps without durable delivery.
     */
    void startLater(@Observes @Initialized(RequestScoped.class) Object context) {
        if (begun) {
            return;
        }
        try {
            begun = queue.start();
        } catch (RuntimeException e) {
            begun = true; // what comes of it is said for each event
            LOG.log(System.Logger.Level.ERROR, "Durable delivery can't begin: " + e.getMessage());
        }
    }

    void stop(@Observes @Priority(FIRST) @BeforeDestroyed(ApplicationScoped.class) Object context) {
        queue.stop();
    }
}
