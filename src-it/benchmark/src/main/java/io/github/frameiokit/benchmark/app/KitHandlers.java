package io.github.frameiokit.benchmark.app;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.Resource;
import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.response.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;

/** Handles two webhooks and one action with the kit; one of the webhooks after its answer. */
@ApplicationScoped
public class KitHandlers {

    @Inject
    private Work work;

    void ready(@Observes @Webhook("file.ready") WebhookEvent event) {
        work.handle(event.resource().id());
    }

    void commented(@ObservesAsync @Webhook("comment.created") WebhookEvent event) {
        work.handleLater();
    }

    Message greet(@Observes @Action("greeting") ActionEvent event) {
        work.handle(event.resource().map(Resource::id).orElse(""));
        return Message.of("Greeting", "Hello, world!");
    }
}
