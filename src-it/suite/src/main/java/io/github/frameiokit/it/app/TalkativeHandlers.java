package io.github.frameiokit.it.app;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.response.ActionResponse;
import io.github.frameiokit.response.Form;
import io.github.frameiokit.response.Message;
import io.github.frameiokit.response.TextField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;

/** Handlers that log, fail and ask. */
@ApplicationScoped
public class TalkativeHandlers {

    private static final System.Logger LOG = System.getLogger(TalkativeHandlers.class.getName());

    void ready(@Observes @Webhook("file.ready") WebhookEvent event) {
        LOG.log(System.Logger.Level.WARNING, "ready " + event.resourceId() + " token=not-to-be-shown");
    }

    void later(@ObservesAsync @Webhook("comment.created") WebhookEvent event) {
        LOG.log(System.Logger.Level.WARNING, "later " + event.resourceId());
    }

    void failing(@Observes @Webhook({"file.deleted", "review.*"}) WebhookEvent event) {
        throw new IllegalStateException("the handler's own trouble");
    }

    ActionResponse ask(@Observes @Action(value = "ask", name = "Ask") ActionEvent event) {
        return event.data().isPresent()
                ? Message.of("Done", "Thank you.")
                : Form.titled("Ask").field(TextField.of("title", "Title")).build();
    }
}
