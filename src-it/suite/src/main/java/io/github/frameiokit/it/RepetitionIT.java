package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.Journal;
import io.github.frameiokit.it.support.Payloads;
import io.github.frameiokit.it.support.TestApp;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URL;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Requests that arrive twice: exact copies, and steps of an action that Frame.io repeats. */
@Tag("kit")
@ExtendWith(ArquillianExtension.class)
public class RepetitionIT {

    private final String id = UUID.randomUUID().toString();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive app() {
        return TestApp.war("repetition");
    }

    @Test
    public void exactCopyOfAHandledWebhookGetsTheSameAnswerAndIsNotHandledAgain() {
        Delivery delivery = Delivery.webhook(base, "folder.deleted", id);
        assertEquals(200, delivery.send().statusCode());
        assertEquals(200, delivery.send().statusCode());
        assertEquals(1, count("family"));
    }

    @Test
    public void equalWebhookSignedAgainIsAnotherEvent() {
        Delivery.webhook(base, "folder.deleted", id).send();
        Delivery.webhook(base, "folder.deleted", id)
                .sentAgo(Duration.ofSeconds(100))
                .send();
        assertEquals(2, count("family"));
    }

    @Test
    public void exactCopyOfAFailedWebhookIsHandledAgain() {
        Delivery delivery = Delivery.webhook(base, "project.updated", id);
        assertEquals(500, delivery.send().statusCode());
        assertEquals(200, delivery.send().statusCode());
        assertEquals(200, delivery.send().statusCode());
        assertEquals(2, count("try"));
    }

    @Test
    public void exactCopiesAtTheSameMomentAreHandledOnce() {
        assertAllAnswered200(Collections.nCopies(5, Delivery.webhook(base, "share.viewed", id)));
        assertEquals(1, count("slow"));
    }

    @Test
    public void stepOfAnActionSignedAgainGetsTheFirstAnswer() {
        HttpResponse<String> first = Delivery.action(base, "greeting", id).send();
        HttpResponse<String> second = Delivery.action(base, "greeting", id)
                .sentAgo(Duration.ofSeconds(3))
                .send();
        assertEquals(first.body(), second.body());
        assertEquals(1, count("greeting"));
    }

    @Test
    public void stepOfAnActionStillRunningIsRunOnce() {
        assertAllAnswered200(Stream.of(0, 2, 4, 6)
                .map(seconds -> Delivery.action(base, "slow", id).sentAgo(Duration.ofSeconds(seconds)))
                .toList());
        assertEquals(1, count("slow"));
    }

    @Test
    public void failedStepIsRunOnceAsItsMessageSays() {
        HttpResponse<String> first = Delivery.action(base, "failing", id).send();
        HttpResponse<String> second = Delivery.action(base, "failing", id)
                .sentAgo(Duration.ofSeconds(3))
                .send();
        assertEquals(first.body(), second.body());
        assertEquals(1, count("failing"));
    }

    @Test
    public void sameDataSubmittedToTheNextFormIsAnotherStep() {
        assertTrue(Delivery.action(base, "wizard", id).send().body().contains("Page 1"));
        JsonObject next = Json.createObjectBuilder().add("go", "next").build();
        for (int i = 2; i <= 4; i++) {
            // ever younger, since two of the same second would be exact copies
            HttpResponse<String> answer = Delivery.action(base, "wizard", id)
                    .body(Payloads.submission("wizard", id, next))
                    .sentAgo(Duration.ofSeconds(100 - i))
                    .send();
            assertTrue(answer.body().contains(i == 4 ? "after 4" : "Page " + i), answer.body());
        }
        HttpResponse<String> repeated = Delivery.action(base, "wizard", id)
                .body(Payloads.submission("wizard", id, next))
                .sentAgo(Duration.ofSeconds(100 - 5))
                .send();
        assertTrue(repeated.body().contains("after 4"), repeated.body());
    }

    @Test
    public void exactCopyOfAStepThatWasAnsweredWithAFormGetsTheSameForm() {
        Delivery delivery = Delivery.action(base, "wizard", id);
        assertEquals(delivery.send().body(), delivery.send().body());
        assertEquals(1, count("wizard"));
    }

    @Test
    public void repetitionGetsTheFormThatFrameioMissed() {
        assertTrue(Delivery.action(base, "late", id).send().body().contains("Every field"));
        assertTrue(Delivery.action(base, "late", id)
                .sentAgo(Duration.ofSeconds(1))
                .send()
                .body()
                .contains("Every field"));
        assertEquals(1, count("late"));
    }

    @Test
    public void otherDataIsAnotherStep() {
        Delivery.action(base, "form", id).send();
        for (String title : List.of("one", "two", "two")) {
            String body = Payloads.submission(
                    "form", id, Json.createObjectBuilder().add("title", title).build());
            assertEquals(
                    200, Delivery.action(base, "form", id).body(body).send().statusCode());
        }
        assertEquals(3, count("form"));
    }

    private long count(String entry) {
        return new Journal(base).about(id).stream().filter(entry::equals).count();
    }

    private static void assertAllAnswered200(List<Delivery> deliveries) {
        List<CompletableFuture<HttpResponse<String>>> answers =
                deliveries.stream().map(Delivery::sendAsync).toList();
        answers.forEach(answer -> assertEquals(200, answer.join().statusCode()));
        assertEquals(1, answers.stream().map(it -> it.join().body()).distinct().count());
    }
}
