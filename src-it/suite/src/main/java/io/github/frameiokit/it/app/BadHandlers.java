package io.github.frameiokit.it.app;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.response.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;

/** Handlers that are wrong, each in another way. */
@ApplicationScoped
public class BadHandlers {

    private Message privately(@Observes @Action("private") ActionEvent event) {
        return null;
    }

    Message one(@Observes @Action("twice") ActionEvent event) {
        return null;
    }

    Message other(@Observes @Action("twice") ActionEvent event) {
        return null;
    }

    Message later(@ObservesAsync @Action("later") ActionEvent event) {
        return null;
    }

    String text(@Observes @Action("text") ActionEvent event) {
        return "";
    }

    void malformed(@Observes @Webhook("file.") WebhookEvent event) {}

    void wrongClass(@Observes @Webhook("file.ready") ActionEvent event) {}
}
