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

/** The handlers of the workspace's webhooks. */
@ApplicationScoped
class Webhooks {

    private static final System.Logger LOG = System.getLogger(Webhooks.class.getName());

    /** Frame.io gets its 200 when this method returns. If it throws, Frame.io sends the event again. */
    void onReady(@Observes @Webhook(FILE_READY) WebhookEvent event) {
        LOG.log(System.Logger.Level.INFO, "Ready: " + event);
    }

    /**
     * Frame.io gets its 200 before this method runs. So the method can take long, but isn't called again if it throws.
     */
    void onComment(@ObservesAsync @Webhook({COMMENT_CREATED, COMMENT_UPDATED, COMMENT_COMPLETED}) WebhookEvent event) {
        LOG.log(System.Logger.Level.INFO, "Comment: " + event);
    }
}
