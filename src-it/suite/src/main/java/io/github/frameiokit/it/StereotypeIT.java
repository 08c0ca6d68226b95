package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.app.AuditInterceptor;
import io.github.frameiokit.it.app.Audited;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.app.Watched;
import io.github.frameiokit.it.app.WatchedHandlers;
import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.Journal;
import io.github.frameiokit.it.support.Wars;
import java.net.URL;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An interceptor that a stereotype binds to every handler of an app. */
@ExtendWith(ArquillianExtension.class)
public class StereotypeIT {

    private final String id = UUID.randomUUID().toString();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive app() {
        return Wars.withSecrets(
                "stereotype",
                TestApplication.class,
                Watched.class,
                WatchedHandlers.class,
                Audited.class,
                AuditInterceptor.class);
    }

    @Test
    public void itIsCalledAroundAWebhooksHandler() {
        assertEquals(200, Delivery.webhook(base, "file.ready", id).send().statusCode());
        assertEquals(List.of("audit", "ready"), new Journal(base).about(id));
    }

    @Test
    public void itIsCalledAroundAnAsynchronousHandler() {
        Delivery.webhook(base, "file.copied", id).send();
        assertEquals(List.of("audit", "later"), new Journal(base).about(id, entries -> entries.size() == 2));
    }

    @Test
    public void itCanReplaceAnActionsAnswer() {
        String answer = Delivery.action(base, "greeting", id).send().body();
        assertTrue(answer.contains("audited"), answer);
    }
}
