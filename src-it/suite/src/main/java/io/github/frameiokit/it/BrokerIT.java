package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.app.BrokerQueue;
import io.github.frameiokit.it.app.DeliveriesResource;
import io.github.frameiokit.it.app.DurableHandlers;
import io.github.frameiokit.it.app.ProcessResource;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.Http;
import io.github.frameiokit.it.support.Journal;
import io.github.frameiokit.it.support.Needs;
import io.github.frameiokit.it.support.Node;
import io.github.frameiokit.it.support.Trait;
import io.github.frameiokit.it.support.Wars;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Events that wait in a queue of the server's own broker for their asynchronous handlers. */
@Tag("long")
@Needs(Trait.HAS_A_BROKER)
@ExtendWith(ArquillianExtension.class)
public class BrokerIT {

    /** The handlers look for it; the test and the servers are on one machine. */
    private static final Path GO = Path.of("target", "broker-go").toAbsolutePath();

    /**
     * Longer than the server's own limit. It is also longer than the kit waits until it takes a message again that has
     * begun, so that a transaction which was rolled back would show.
     */
    private static final Duration LONGER_THAN_A_TRANSACTION = Duration.ofSeconds(14);

    private final String id = UUID.randomUUID().toString();

    @ArquillianResource
    private URL app;

    @Deployment(testable = false)
    public static WebArchive app() {
        return Wars.withSecretsAnd(
                "broker",
                """
                acme.file=%s
                frameio.delivery=jms
                frameio.delivery.jms.queue=%s
                frameio.delivery.attempts=3
                frameio.delivery.backoff=1
                """.formatted(GO, BrokerQueue.NAME),
                TestApplication.class,
                BrokerQueue.class,
                DurableHandlers.class,
                DeliveriesResource.class,
                ProcessResource.class);
    }

    @BeforeEach
    @AfterEach
    public void stopWork() throws IOException {
        Files.deleteIfExists(GO);
    }

    @Test
    public void anEventIsHandledAfterItWasAnswered() throws IOException {
        assertEquals(200, Delivery.webhook(app, "file.created", id).send().statusCode());
        Journal journal = new Journal(app);
        assertEquals(List.of("received", "begun 1"), journal.about(id, entries -> entries.contains("begun 1")));
        Files.createFile(GO);
        assertEquals(
                List.of("received", "begun 1", "done 1"), journal.about(id, entries -> entries.contains("done 1")));
    }

    @Test
    public void aHandlerThatWorksLongerThanTheServersTransactionsIsCalledOnce() throws Exception {
        assertEquals(200, Delivery.webhook(app, "file.created", id).send().statusCode());
        Journal journal = new Journal(app);
        assertEquals(List.of("received", "begun 1"), journal.about(id, entries -> entries.contains("begun 1")));
        Thread.sleep(LONGER_THAN_A_TRANSACTION.toMillis());
        Files.createFile(GO);
        assertEquals(
                List.of("received", "begun 1", "done 1"), journal.about(id, entries -> entries.contains("done 1")));
    }

    @Test
    public void whatAKilledServerWasWorkingOnIsDoneAfterItsRestart() throws IOException {
        try (Node node = new Node(app())) {
            URL url = node.start(app);
            assertEquals(200, Delivery.webhook(url, "file.created", id).send().statusCode());
            assertEquals(
                    List.of("received", "begun 1"), new Journal(url).about(id, entries -> entries.contains("begun 1")));
            node.kill();
            Files.createFile(GO);
            node.restart(app);
            assertEquals(
                    List.of("begun 2", "done 2"), new Journal(url).about(id, entries -> entries.contains("done 2")));
        }
    }

    @Test
    public void aHandlerThatAlwaysFailsEndsAmongTheDeadAndCanBeRetried() throws IOException {
        assertEquals(200, Delivery.webhook(app, "file.updated", id).send().statusCode());
        Journal journal = new Journal(app);
        assertEquals(
                List.of("received", "begun 1", "begun 2", "begun 3", "died 3"),
                journal.about(id, entries -> entries.contains("died 3")));
        String dead = dead();
        assertTrue(
                dead.endsWith(DurableHandlers.class.getName() + "#fail java.lang.IllegalStateException: as told"),
                dead);
        Files.createFile(GO);
        assertEquals("true", Http.get(Wars.under(app, "deliveries/retry?id=" + dead.split(" ")[0])));
        assertTrue(journal.about(id, entries -> entries.contains("done 1")).contains("done 1"));
        assertEquals("", Http.get(Wars.under(app, "deliveries/dead")));
    }

    private String dead() {
        while (true) {
            String dead = Http.get(Wars.under(app, "deliveries/dead"));
            if (!dead.isEmpty()) {
                return dead;
            }
            Journal.pause();
        }
    }
}
