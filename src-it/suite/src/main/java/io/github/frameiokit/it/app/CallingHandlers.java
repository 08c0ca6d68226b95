package io.github.frameiokit.it.app;

import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.client.FrameioClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;

/** A handler that calls Frame.io, and one that fails when it is first called. */
@ApplicationScoped
public class CallingHandlers {

    /** What the exception says, and no telemetry may. */
    public static final String MESSAGE = "what-only-the-log-may-have";

    @Inject
    private FrameioClient frameio;

    void calling(@Observes @Webhook("file.updated") WebhookEvent event) {
        frameio.accounts().index();
    }

    void failing(@ObservesAsync @Webhook("file.updated") WebhookEvent event) {
        if (event.delivery().orElseThrow().attempt() == 1) {
            throw new IllegalStateException(MESSAGE);
        }
    }
}
