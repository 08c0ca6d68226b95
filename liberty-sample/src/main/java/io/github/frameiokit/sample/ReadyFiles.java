package io.github.frameiokit.sample;

import static io.github.frameiokit.WebhookType.FILE_READY;

import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import jakarta.enterprise.event.Observes;

/** Shows a webhook: Frame.io has processed a new file. */
@Handlers
class ReadyFiles {

    private static final System.Logger LOG = System.getLogger(ReadyFiles.class.getName());

    /** Frame.io gets its 200 when this method returns. If it throws, Frame.io sends the event again. */
    void onReady(@Observes @Webhook(FILE_READY) WebhookEvent event) {
        LOG.log(System.Logger.Level.INFO, "Ready: " + event);
    }
}
