package io.github.frameiokit.it.app;

import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asynchronous handlers that note where they run, and one that works for a while. */
@ApplicationScoped
public class AsyncWork {

    /** How long the handler of {@code file.ready} works. */
    private static final Duration WORK = Duration.ofSeconds(3);

    @Inject
    private JournalResource journal;

    @Inject
    @ConfigProperty(name = "acme.file", defaultValue = "none")
    private String file;

    void names(@ObservesAsync @Webhook("file.copied") WebhookEvent event) throws NamingException {
        journal.note(
                "name " + InitialContext.doLookup("java:app/AppName"),
                event.resource().id());
    }

    void context(@ObservesAsync @Webhook("file.created") WebhookEvent event) {
        String id = event.resource().id();
        journal.note("loader " + seesTheApp(), id);
        journal.note(
                "config "
                        + ConfigProvider.getConfig()
                                .getOptionalValue("acme.file", String.class)
                                .orElse("none"),
                id);
    }

    private static boolean seesTheApp() {
        try {
            return Thread.currentThread().getContextClassLoader().loadClass(AsyncWork.class.getName())
                    == AsyncWork.class;
        } catch (ClassNotFoundException | NullPointerException e) {
            return false;
        }
    }

    void work(@ObservesAsync @Webhook("file.ready") WebhookEvent event) throws InterruptedException, IOException {
        journal.note("begun", event.resource().id());
        Thread.sleep(WORK.toMillis());
        journal.note("finished", event.resource().id());
        Files.writeString(Path.of(file), event.resource().id());
    }
}
