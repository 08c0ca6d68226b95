package io.github.frameiokit.it.app;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.response.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** One handler of each kind, and one that names its own property. */
@ApplicationScoped
public class TenantHandlers {

    void ready(@Observes @Webhook("file.ready") WebhookEvent event, JournalResource journal) {}

    void own(@Observes @Webhook(value = "file.created", secret = "own.secret") WebhookEvent event) {}

    Message greet(@Observes @Action("greeting") ActionEvent event) {
        return Message.of("Hello", "");
    }
}
