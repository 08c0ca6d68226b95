package io.github.frameiokit.it.app;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Handles other events. */
@ApplicationScoped
public class OtherHandlers {

    void copied(@Observes @Webhook(value = "file.copied", secret = "acme.files.secret") WebhookEvent event) {}

    void other(@Observes @Action("other") ActionEvent event) {}
}
