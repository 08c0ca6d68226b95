package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.app.DatabaseBean;
import io.github.frameiokit.it.app.DeliveriesResource;
import io.github.frameiokit.it.app.DurableHandlers;
import io.github.frameiokit.it.app.ProcessResource;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.H2Server;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Events that wait in a database for their asynchronous handlers, on two nodes, of which one is killed. */
@Tag("long")
@Needs(Trait.RUNS_BY_ITSELF)
@ExtendWith(ArquillianExtension.class)
public class DurableIT {

    /** The handlers look for it; the test and the servers are on one machine. */
    private static final Path GO = Path.of("target", "durable-go").toAbsolutePath();

    private static final Duration LONGEST_OUTAGE = Duration.ofSeconds(30);

    private static final Node NODE = new Node(app());

    private final String id = UUID.randomUUID().toString();

    @ArquillianResource
    private URL one;

    @Deployment(testable = false)
    public static WebArchive app() {
        return Wars.withSecretsAnd(
                        "durable",
                        """
                        acme.file=%s
                        acme.database=%s
                        frameio.delivery=jdbc
                        frameio.delivery.jdbc.create-table=true
                        frameio.delivery.attempts=3
                        frameio.delivery.backoff=1
                        frameio.delivery.threads=2
                        """.formatted(GO, H2Server.url()),
                        TestApplication.class,
                        DurableHandlers.class,
                        DeliveriesResource.class,
                        DatabaseBean.class,
                        ProcessResource.class)
                .addAsLibraries(Wars.dbScheduler())
                .addAsLibraries(Wars.jarOf(org.h2.Driver.class));
    }

    @BeforeEach
    @AfterEach
    public void stopWork() throws IOException {
        Files.deleteIfExists(GO);
    }

    @AfterAll
    public static void stop() {
        NODE.close();
    }

    @Test
    @Tag("twice")
    public void whatAKilledNodeHasAcceptedIsDoneByTheOther() throws IOException {
        URL other = NODE.start(one);
        List<String> ids =
                Stream.generate(() -> UUID.randomUUID().toString()).limit(8).toList();
        for (String accepted : ids) {
            assertEquals(
                    200,
                    Delivery.webhook(other, "file.created", accepted).send().statusCode());
        }
        Journal survivor = new Journal(one);
        List<String> inFlight = begun(new Journal(other), ids);
        NODE.kill();
        Files.createFile(GO);
        for (String accepted : ids) {
            List<String> entries = survivor.about(accepted, all -> all.stream().anyMatch(it -> it.startsWith("done")));
            String attempt = inFlight.contains(accepted) ? "2" : "1";
            assertEquals(List.of("begun " + attempt, "done " + attempt), entries);
        }
        assertEquals("0", Http.get(Wars.under(one, "deliveries/pending")));
    }

    /** The events that the node which is to be killed works on. */
    private static List<String> begun(Journal journal, List<String> ids) {
        while (true) {
            List<String> begun = ids.stream()
                    .filter(accepted -> journal.about(accepted).contains("begun 1"))
                    .toList();
            if (begun.size() >= 2) {
                return begun;
            }
            Journal.pause();
        }
    }

    @Test
    public void aHandlerThatAlwaysFailsEndsAmongTheDeadAndCanBeRetried() throws IOException {
        assertEquals(200, Delivery.webhook(one, "file.updated", id).send().statusCode());
        Journal journal = new Journal(one);
        assertEquals(
                List.of("received", "begun 1", "begun 2", "begun 3", "died 3"),
                journal.about(id, entries -> entries.contains("died 3")));
        String dead = dead();
        assertTrue(dead.contains(DurableHandlers.class.getName() + "#fail "), dead);
        assertTrue(dead.endsWith("java.lang.IllegalStateException: as told"), dead); // TomEE wraps it
        Files.createFile(GO);
        assertEquals("true", Http.get(Wars.under(one, "deliveries/retry?id=" + dead.split(" ")[0])));
        assertTrue(journal.about(id, entries -> entries.contains("done 1")).contains("done 1"));
        assertEquals("", Http.get(Wars.under(one, "deliveries/dead")));
    }

    private String dead() {
        while (true) {
            String dead = Http.get(Wars.under(one, "deliveries/dead"));
            if (!dead.isEmpty()) {
                return dead;
            }
            Journal.pause();
        }
    }

    @Test
    public void withoutItsDatabaseTheAppAnswers500UntilItIsBack() throws IOException {
        Files.createFile(GO);
        assertEquals(200, Delivery.webhook(one, "file.created", id).send().statusCode());
        Journal journal = new Journal(one);
        journal.about(id, entries -> entries.contains("done 1"));
        String later = UUID.randomUUID().toString();
        H2Server.stop();
        try {
            assertEquals(
                    500, Delivery.webhook(one, "file.created", later).send().statusCode());
        } finally {
            H2Server.start();
        }
        Instant end = Instant.now().plus(LONGEST_OUTAGE);
        int status = 500;
        while (status == 500 && Instant.now().isBefore(end)) {
            status = Delivery.webhook(one, "file.created", later).send().statusCode();
        }
        assertEquals(200, status);
        assertTrue(journal.about(later, entries -> entries.contains("done 1")).contains("done 1"));
    }
}
