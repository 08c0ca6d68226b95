package io.github.frameiokit.internal.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.delivery.DeliveryQueue.Again;
import io.github.frameiokit.delivery.DeliveryQueue.Dead;
import io.github.frameiokit.delivery.DeliveryQueue.Entry;
import io.github.frameiokit.delivery.DeliveryQueue.Outcome;
import io.github.frameiokit.internal.events.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of entries in an app that doesn't have their handler, or can't read them. */
class DeliveryWorkerTest {

    private static final Map<String, String> PROPERTIES = Map.of(
            "frameio.webhook.secret", "webhook-secret-1",
            "frameio.action.secret", "action-secret-01",
            "frameio.delivery.backoff-max", "60");
    private static final String ID = "0".repeat(64);
    private static final String BODY =
            "{\"type\":\"file.ready\",\"resource\":{\"id\":\"r\"},\"text\":\"Schnörkel 🎬\"}";

    private WeldContainer container;
    private DeliveryWorker worker;
    private Contents contents;

    @BeforeEach
    void start() {
        PROPERTIES.forEach(System::setProperty);
        container = new Weld().initialize();
        worker = container.select(DeliveryWorker.class).get();
        contents = container.select(Contents.class).get();
    }

    @AfterEach
    void stop() {
        container.shutdown();
        PROPERTIES.keySet().forEach(System::clearProperty);
    }

    private static Content content(Instant sent) {
        return new Content("com.acme.Gone#on(Event)", Kind.WEBHOOK, sent, BODY, Optional.empty(), Optional.empty());
    }

    private Outcome work(Instant sent, int attempt) {
        return worker.work(contents.entry(ID, content(sent)), attempt);
    }

    @Test
    void whileAnAppIsBeingReplacedAMissingHandlerDoesNotCount() {
        assertEquals(new Again(Duration.ofSeconds(10), false), work(Instant.now(), 1));
        assertEquals(new Again(Duration.ofSeconds(10), false), work(Instant.now(), 10));
    }

    @Test
    void laterAMissingHandlerIsAFailure() {
        Instant before = Instant.now().minus(Duration.ofHours(2));
        assertEquals(new Again(Duration.ofSeconds(5), true), work(before, 1));
        Content.Death death = death(work(before, 10));
        assertEquals(10, death.attempts());
        assertTrue(death.cause().orElseThrow().contains("This app has no such asynchronous handler of file.ready"));
    }

    @Test
    void thePauseDoublesUpToItsLimit() {
        Instant before = Instant.now().minus(Duration.ofHours(2));
        for (int attempt = 1; attempt < 10; attempt++) {
            List<Integer> seconds = List.of(5, 10, 20, 40, 60, 60, 60, 60, 60);
            assertEquals(new Again(Duration.ofSeconds(seconds.get(attempt - 1)), true), work(before, attempt));
        }
    }

    @Test
    void whatHasTakenItsServerWithItEachTimeIsDead() {
        Content.Death death = death(work(Instant.now(), 11));
        assertEquals(10, death.attempts());
        assertEquals(Optional.empty(), death.cause());
    }

    private Content.Death death(Outcome outcome) {
        Content dead = contents.open(new Entry(ID, ((Dead) outcome).content())).orElseThrow();
        assertEquals(BODY, dead.body());
        return dead.death().orElseThrow();
    }

    @Test
    void whatCannotBeReadIsTriedAgainAndKeptAsItIs() {
        Entry unreadable = new Entry(ID, "sealed with another key");
        assertEquals(new Again(Duration.ofSeconds(5), true), worker.work(unreadable, 1));
        assertEquals(new Dead("sealed with another key"), worker.work(unreadable, 10));
    }

    @Test
    void aContentIsWrittenInPrintableAscii() {
        Content content = content(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        String written = content.write();
        assertTrue(written.chars().allMatch(c -> c >= ' ' && c <= '~'), written);
        assertEquals(Optional.of(content), Content.read(written));
    }

    @Test
    void anIdIsTheSameForEachCopyAndDiffersBetweenHandlers() {
        assertEquals(Contents.id("v0=1", "a"), Contents.id("v0=1", "a"));
        assertEquals(
                3,
                List.of(Contents.id("v0=1", "a"), Contents.id("v0=1", "b"), Contents.id("v0=2", "a")).stream()
                        .distinct()
                        .count());
    }
}
