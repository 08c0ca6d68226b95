package io.github.frameiokit.it.app;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.response.Message;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;

/** Handlers that get their scope and their interceptor from one annotation of the app. */
@Watched
public class WatchedHandlers {

    @Inject
    private JournalResource journal;

    void ready(@Observes @Webhook("file.ready") WebhookEvent event) {
        journal.note("ready", event.resource().id());
    }

    void later(@ObservesAsync @Webhook("file.copied") WebhookEvent event) {
        journal.note("later", event.resource().id());
    }

    Message greet(@Observes @Action("greeting") ActionEvent event) {
        return Message.of("Greeting", "Hello");
    }
}
