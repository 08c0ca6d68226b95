package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.app.DirectQueue;
import io.github.frameiokit.it.app.DurableHandlers;
import io.github.frameiokit.it.app.QueueResource;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.Health;
import io.github.frameiokit.it.support.Http;
import io.github.frameiokit.it.support.Journal;
import io.github.frameiokit.it.support.Needs;
import io.github.frameiokit.it.support.Trait;
import io.github.frameiokit.it.support.Wars;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Events wait for their asynchronous handlers in the app's own queue. */
@Tag("kit")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(ArquillianExtension.class)
public class OwnQueueIT {

    /** A file that exists, so that the handler doesn't wait. */
    private static final Path THERE = Path.of("pom.xml").toAbsolutePath();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive app() {
        return Wars.withSecretsAnd(
                "own-queue",
                "acme.file=" + THERE + "\n",
                TestApplication.class,
                DurableHandlers.class,
                DirectQueue.class,
                QueueResource.class);
    }

    /** What waits there from before must not wait for an event, which may not come. */
    @Test
    @Order(1)
    public void theQueueBeginsBeforeTheFirstEvent() {
        Http.get(Wars.under(base, "journal")); // any request, on servers whose names come with the first one
        assertEquals("true", Http.get(Wars.under(base, "queue")));
    }

    @Test
    @Order(3)
    @Needs(Trait.HAS_HEALTH_CHECKS)
    public void theHealthChecksKnowTheQueue() {
        Health.Answer answer = Health.ready(Health.Answer::isUp);
        assertTrue(answer.isUp(), answer.toString());
        assertEquals("own answers", answer.data("delivery") + " " + answer.data("delivery.state"));
        assertTrue(Health.live().isUp());
    }

    @Test
    @Order(2)
    public void anEventReachesItsHandlerThroughTheQueue() {
        String id = UUID.randomUUID().toString();
        assertEquals(200, Delivery.webhook(base, "file.created", id).send().statusCode());
        assertEquals(
                List.of("received", "begun 1", "done 1"),
                new Journal(base).about(id, entries -> entries.contains("done 1")));
    }
}
