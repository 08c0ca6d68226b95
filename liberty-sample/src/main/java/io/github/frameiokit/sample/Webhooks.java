package io.github.frameiokit.sample;

import static io.github.frameiokit.WebhookType.COMMENT_COMPLETED;
import static io.github.frameiokit.WebhookType.COMMENT_CREATED;
import static io.github.frameiokit.WebhookType.COMMENT_UPDATED;
import static io.github.frameiokit.WebhookType.FILE_READY;

import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;

/** What the app does when something happens in the workspace. */
@ApplicationScoped
class Webhooks {

    private static final System.Logger LOG = System.getLogger(Webhooks.class.getName());

    /** Frame.io gets its 200 when this returns, and sends the event again if it throws. */
    void onReady(@Observes @Webhook(FILE_READY) WebhookEvent event) {
        LOG.log(System.Logger.Level.INFO, "Ready: " + event);
    }

    /** Frame.io has its 200 already, so this may take its time, but is not repeated. */
    void onComment(@ObservesAsync @Webhook({COMMENT_CREATED, COMMENT_UPDATED, COMMENT_COMPLETED}) WebhookEvent event) {
        LOG.log(System.Logger.Level.INFO, "Comment: " + event);
    }
}
