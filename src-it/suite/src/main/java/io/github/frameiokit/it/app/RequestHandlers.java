package io.github.frameiokit.it.app;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FrameioRequest;
import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.response.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;

/** Handlers that read the request, which is injected into the bean and into a method. */
@ApplicationScoped
public class RequestHandlers {

    @Inject
    private FrameioRequest request;

    @Inject
    private JournalResource journal;

    Message ask(@Observes @Action("address") ActionEvent event) {
        return Message.of(
                "Asked",
                request.path() + " " + request.query("tenant") + " " + request.query("other") + " "
                        + request.header("x-TEST") + " " + request.header("X-None") + " "
                        + request.headers().get("X-Test") + " "
                        + request.address().orElseThrow().getRawQuery());
    }

    void ready(@Observes @Webhook("file.ready") WebhookEvent event, FrameioRequest parameter) {
        journal.note(parameter.query("tenant").orElse("none"), event.resourceId());
        try {
            parameter.headers().clear();
        } catch (UnsupportedOperationException e) {
            journal.note("unmodifiable", event.resourceId());
        }
    }

    void later(@ObservesAsync @Webhook("file.created") WebhookEvent event) {
        notePath(event);
    }

    void thread(@Observes @Webhook("file.deleted") WebhookEvent event) throws InterruptedException {
        Thread other = new Thread(() -> notePath(event));
        other.start();
        other.join();
    }

    private void notePath(WebhookEvent event) {
        try {
            journal.note(request.path(), event.resourceId());
        } catch (IllegalStateException e) {
            journal.note(e.getMessage(), event.resourceId());
        }
    }
}
