package io.github.frameiokit.it.app;

import io.github.frameiokit.Delivery;
import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.delivery.DeadDelivery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asynchronous handlers that note their attempts. What they do depends on whether a file is there. */
@ApplicationScoped
public class DurableHandlers {

    private static final Duration LONGEST_WORK = Duration.ofSeconds(100);

    @Inject
    private JournalResource journal;

    @Inject
    @ConfigProperty(name = "acme.file")
    private String file;

    void begin(@Observes @Webhook("file.*") WebhookEvent event) {
        journal.note("received", event.resourceId());
    }

    /** Works until the file is there. */
    void work(@ObservesAsync @Webhook("file.created") WebhookEvent event) throws InterruptedException {
        journal.note("begun " + attempt(event), event.resourceId());
        long end = System.nanoTime() + LONGEST_WORK.toNanos();
        while (!Files.exists(Path.of(file)) && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        journal.note("done " + attempt(event), event.resourceId());
    }

    /** Fails unless the file is there. */
    void fail(@ObservesAsync @Webhook("file.updated") WebhookEvent event) {
        journal.note("begun " + attempt(event), event.resourceId());
        if (!Files.exists(Path.of(file))) {
            throw new IllegalStateException("as told");
        }
        journal.note("done " + attempt(event), event.resourceId());
    }

    void died(@ObservesAsync DeadDelivery dead) {
        WebhookEvent event = (WebhookEvent) dead.event().orElseThrow();
        journal.note("died " + dead.attempts(), event.resourceId());
    }

    private static int attempt(WebhookEvent event) {
        return event.delivery().map(Delivery::attempt).orElse(0);
    }
}
