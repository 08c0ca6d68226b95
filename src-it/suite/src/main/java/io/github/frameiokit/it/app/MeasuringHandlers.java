package io.github.frameiokit.it.app;

import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** A handler that counts, on servers that show apps OpenTelemetry's API for metrics. */
@ApplicationScoped
public class MeasuringHandlers {

    @Inject
    private OpenTelemetry telemetry;

    void ready(@Observes @Webhook("file.ready") WebhookEvent event) {
        telemetry
                .getMeter("the-app")
                .counterBuilder("app.files")
                .setUnit("{file}")
                .build()
                .add(
                        1,
                        Attributes.of(
                                AttributeKey.stringKey("id"), event.resource().id()));
    }
}
