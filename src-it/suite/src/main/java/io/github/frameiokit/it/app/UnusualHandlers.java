package io.github.frameiokit.it.app;

import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Observers that CDI calls but can't intercept, and one that it can. */
@ApplicationScoped
public class UnusualHandlers {

    @Inject
    private JournalResource journal;

    private void privately(@Observes @Webhook("folder.created") WebhookEvent event) {
        journal.note("private", event.resource().id());
    }

    @Audited
    void intercepted(@Observes @Webhook("folder.updated") WebhookEvent event) {
        journal.note("intercepted", event.resource().id());
    }

    static void statically(@Observes @Webhook("folder.deleted") WebhookEvent event, JournalResource journal) {
        journal.note("static", event.resource().id());
    }
}
