package io.github.frameiokit.it.app;

import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.inject.Default;

/** Handlers that events reach never, or not always. */
@ApplicationScoped
public class UnreachableHandlers {

    void qualified(@Observes @Default @Webhook("file.ready") WebhookEvent event) {}

    void conditional(@Observes(notifyObserver = Reception.IF_EXISTS) @Webhook("file.ready") WebhookEvent event) {}
}
