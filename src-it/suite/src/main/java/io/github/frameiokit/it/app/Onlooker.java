package io.github.frameiokit.it.app;

import io.github.frameiokit.WebhookEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Observes all events, as a tracing library might. */
@ApplicationScoped
public class Onlooker {

    void seen(@Observes Object event, JournalResource journal) {
        if (event instanceof WebhookEvent webhook) {
            journal.note("seen", webhook.resource().id());
        }
    }
}
