package io.github.frameiokit.it.app;

import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;

/** Handlers that make spans of their own. */
@ApplicationScoped
public class TracedHandlers {

    @Inject
    private OpenTelemetry telemetry;

    @Inject
    private JournalResource journal;

    void ready(@Observes @Webhook("file.ready") WebhookEvent event) {
        telemetry.getTracer("the-app").spanBuilder("in a handler").startSpan().end();
    }

    void copied(@ObservesAsync @Webhook("file.copied") WebhookEvent event) {
        telemetry
                .getTracer("the-app")
                .spanBuilder("in an asynchronous handler")
                .startSpan()
                .end();
        journal.note("copied", event.resource().id());
    }
}
