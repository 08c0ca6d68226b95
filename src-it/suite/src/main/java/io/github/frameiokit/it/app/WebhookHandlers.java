package io.github.frameiokit.it.app;

import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.WebhookType;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Webhook handlers of every form. */
@ApplicationScoped
public class WebhookHandlers {

    @Inject
    private JournalResource journal;

    private final Set<String> failedOnce = ConcurrentHashMap.newKeySet();

    void ready(@Observes @Webhook(WebhookType.FILE_READY) WebhookEvent event, RequestBean parameter) {
        journal.note("ready", parameter.describe(event));
    }

    @Audited
    void intercepted(@Observes @Webhook(WebhookType.SHARE_CREATED) WebhookEvent event) {
        journal.note("intercepted", event.resource().id());
    }

    void comment(@ObservesAsync @Webhook({"comment.created", "comment.updated"}) WebhookEvent event) {
        journal.note("comment", event.resource().id());
    }

    void family(@Observes @Webhook("folder.*") WebhookEvent event) {
        journal.note("family", event.resource().id());
    }

    int counted(@Observes @Webhook("version_stack.created") WebhookEvent event) {
        journal.note("counted", event.resource().id());
        return 1;
    }

    int counted(@Observes @Webhook("version_stack.deleted") WebhookEvent event, RequestBean parameter) {
        journal.note("counted too", parameter.describe(event));
        return 2;
    }

    void everything(@Observes @Priority(1) @Webhook("*") WebhookEvent event) {
        journal.note("everything", event.resource().id());
    }

    void unqualified(@Observes @Priority(2) WebhookEvent event) {
        journal.note("unqualified", event.resource().id());
    }

    void failing(@Observes @Priority(10) @Webhook("project.created") WebhookEvent event) {
        throw new IllegalStateException("the handler's own trouble");
    }

    void afterFailing(@Observes @Priority(20) @Webhook("project.created") WebhookEvent event) {
        journal.note("after failing", event.resource().id());
    }

    void neverAfterFailing(@ObservesAsync @Webhook("project.*") WebhookEvent event) {
        journal.note("async", event.resource().id());
    }

    void failingOnce(@Observes @Webhook("project.updated") WebhookEvent event) {
        journal.note("try", event.resource().id());
        if (failedOnce.add(event.resource().id())) {
            throw new IllegalStateException("fails once");
        }
    }

    void failingLater(@ObservesAsync @Webhook("share.deleted") WebhookEvent event) {
        throw new IllegalStateException("fails later");
    }

    void slow(@Observes @Webhook(WebhookType.SHARE_VIEWED) WebhookEvent event) throws InterruptedException {
        Thread.sleep(1500);
        journal.note("slow", event.resource().id());
    }

    void ownSecret(
            @Observes @Webhook(value = "collection.created", secret = "acme.collections.secret") WebhookEvent event) {
        journal.note("own secret", event.resource().id());
    }
}
