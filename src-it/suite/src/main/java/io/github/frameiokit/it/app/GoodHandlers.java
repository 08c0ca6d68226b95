package io.github.frameiokit.it.app;

import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** A correct handler. */
@ApplicationScoped
public class GoodHandlers {

    void ready(@Observes @Webhook("file.ready") WebhookEvent event) {}
}
