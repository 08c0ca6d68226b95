package io.github.frameiokit.endurance.app;

import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.WebhookType;
import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.client.FrameioClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;

/** A handler for each kind of webhook in the mix. */
@ApplicationScoped
public class Webhooks {

    /** Longer than Frame.io waits. */
    private static final long TOO_LONG_MILLIS = 6000;

    /** Long enough that a node which is killed has begun something. */
    private static final long WORK_MILLIS = 100;

    @Inject
    private Journal journal;

    @Inject
    private FrameioClient frameio;

    void ready(@Observes @Webhook(WebhookType.FILE_READY) WebhookEvent event) {
        journal.handled(event.resource().id());
    }

    void later(@ObservesAsync @Webhook(WebhookType.COMMENT_CREATED) WebhookEvent event) throws InterruptedException {
        Thread.sleep(WORK_MILLIS);
        journal.handled(event.resource().id(), event.delivery());
    }

    void fails(@Observes @Webhook(WebhookType.FILE_DELETED) WebhookEvent event) {
        journal.threw(event.resource().id());
        throw new IllegalStateException("as the mix wants it");
    }

    void takesLong(@Observes @Webhook(WebhookType.FILE_VERSIONED) WebhookEvent event) throws InterruptedException {
        Thread.sleep(TOO_LONG_MILLIS);
        journal.handled(event.resource().id());
    }

    /** An app that calls Frame.io has to expect that it refuses. */
    void calls(@Observes @Webhook(WebhookType.FILE_UPDATED) WebhookEvent event) {
        String id = event.resource().id();
        try {
            frameio.files().show(event.accountId().orElseThrow(), id);
        } catch (FrameioApiException e) {
            // noted all the same: what counts here is that the event was handled
        }
        journal.handled(id);
    }
}
