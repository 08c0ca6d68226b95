package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.app.DatabaseBean;
import io.github.frameiokit.it.app.DurableHandlers;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.support.ConsoleClient;
import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.H2Server;
import io.github.frameiokit.it.support.Journal;
import io.github.frameiokit.it.support.Wars;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** The development console's view of the deliveries that wait in a database, and of those that have died. */
@Tag("once")
@ExtendWith(ArquillianExtension.class)
public class ConsoleQueueIT {

    /** The handler fails until it is there; the test and the server are on one machine. */
    private static final Path GO = Path.of("target", "console-queue-go").toAbsolutePath();

    private final String id = UUID.randomUUID().toString();

    @ArquillianResource
    private URL app;

    @Deployment(testable = false)
    public static WebArchive app() {
        return Wars.withSecretsAnd(
                        "console-queue",
                        """
                        acme.file=%s
                        acme.database=%s
                        frameio.development=true
                        frameio.console=true
                        frameio.delivery=jdbc
                        frameio.delivery.jdbc.create-table=true
                        frameio.delivery.jdbc.table=console_queue
                        frameio.delivery.attempts=1
                        """.formatted(GO, H2Server.url()),
                        TestApplication.class,
                        DurableHandlers.class,
                        DatabaseBean.class)
                .addAsLibraries(Wars.dbScheduler())
                .addAsLibraries(Wars.jarOf(org.h2.Driver.class));
    }

    @BeforeEach
    @AfterEach
    public void stopWork() throws IOException {
        Files.deleteIfExists(GO);
    }

    @Test
    public void aDeadDeliveryIsShownWithItsPayloadAndItsCause() throws IOException {
        ConsoleClient console = ConsoleClient.open(app);
        JsonObject dead = died(console);
        assertEquals(DurableHandlers.class.getName() + "#fail", dead.getString("handler"));
        assertEquals("file.updated", dead.getString("type"));
        assertTrue(ConsoleClient.json(dead.getString("payload")).toString().contains(id), dead.toString());
        assertEquals(1, dead.getInt("attempts"));
        assertEquals("java.lang.IllegalStateException: as told", dead.getString("cause"));
        assertEquals(200, change(console, "discard", dead).statusCode());
    }

    @Test
    public void aRetryHandsTheDeadDeliveryToItsHandlerAgain() throws IOException {
        ConsoleClient console = ConsoleClient.open(app);
        JsonObject dead = died(console);
        Files.createFile(GO);
        HttpResponse<String> left = change(console, "retry", dead);
        assertEquals(List.of(), entries(ConsoleClient.json(left.body())));
        List<String> all = new Journal(app).about(id, entries -> entries.contains("done 1"));
        assertEquals(List.of("received", "begun 1", "died 1", "begun 1", "done 1"), all);
    }

    @Test
    public void aDeadDeliveryCanBeDiscardedOnce() throws IOException {
        ConsoleClient console = ConsoleClient.open(app);
        JsonObject dead = died(console);
        HttpResponse<String> left = change(console, "discard", dead);
        assertEquals(List.of(), entries(ConsoleClient.json(left.body())));
        assertEquals(0, console.get("queue").getInt("dead"));
        assertEquals(404, change(console, "discard", dead).statusCode());
    }

    /** The one that has died. */
    private JsonObject died(ConsoleClient console) throws IOException {
        assertEquals(200, Delivery.webhook(app, "file.updated", id).send().statusCode());
        new Journal(app).about(id, entries -> entries.contains("died 1"));
        List<JsonObject> dead = entries(console.get("queue"));
        while (dead.isEmpty()) {
            Journal.pause();
            dead = entries(console.get("queue"));
        }
        assertEquals(1, dead.size(), dead.toString());
        return dead.get(0);
    }

    private static List<JsonObject> entries(JsonObject queue) {
        return queue.getJsonArray("entries").getValuesAs(JsonObject.class);
    }

    private static HttpResponse<String> change(ConsoleClient console, String what, JsonObject dead) {
        return console.post(
                "queue/" + what,
                Json.createObjectBuilder().add("id", dead.getString("id")).build());
    }
}
