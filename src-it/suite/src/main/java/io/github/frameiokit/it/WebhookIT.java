package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.Journal;
import io.github.frameiokit.it.support.TestApp;
import io.github.frameiokit.it.support.Wars;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The answers to signed webhooks, and the handlers that they reach. */
@ExtendWith(ArquillianExtension.class)
public class WebhookIT {

    private final String id = UUID.randomUUID().toString();

    @ArquillianResource
    private URL base;

    private Journal journal;

    @Deployment(testable = false)
    public static WebArchive app() {
        return TestApp.war("webhooks");
    }

    @BeforeEach
    public void open() {
        journal = new Journal(base);
    }

    @Test
    public void reachesItsHandlerAndIsAnswered200Empty() {
        HttpResponse<String> answer = Delivery.webhook(base, "file.ready", id).send();
        assertEquals(200, answer.statusCode());
        assertEquals("", answer.body());
        assertTrue(journal.about(id).contains("ready"));
    }

    @Test
    public void reachesHandlersByPriorityThenByDefault() {
        Delivery.webhook(base, "file.ready", id).send();
        assertEquals(List.of("everything", "unqualified", "ready"), journal.about(id));
    }

    @Test
    public void reachesAFamily() {
        Delivery.webhook(base, "folder.created", id).send();
        assertTrue(journal.about(id).contains("family"));
    }

    @Test
    public void reachesTheRightOneOfTwoHandlersOfOneName() {
        Delivery.webhook(base, "version_stack.deleted", id).send();
        assertEquals(List.of("everything", "unqualified", "counted too"), journal.about(id));
    }

    @Test
    public void doesNotReachHandlersOfOtherTypes() {
        Delivery.webhook(base, "folder.deleted", id).send();
        assertEquals(List.of("everything", "unqualified", "family"), journal.about(id));
    }

    @Test
    public void reachesAnAsynchronousHandlerAfterTheSynchronousOnes() {
        assertEquals(200, Delivery.webhook(base, "comment.created", id).send().statusCode());
        assertEquals(
                List.of("everything", "unqualified", "comment"),
                journal.about(id, entries -> entries.contains("comment")));
    }

    @Test
    public void passesTheAppsOwnInterceptors() {
        Delivery.webhook(base, "share.created", id).send();
        assertEquals(List.of("everything", "unqualified", "audit", "intercepted"), journal.about(id));
    }

    @Test
    public void isAcceptedWithTheSecondOfTwoSecrets() {
        HttpResponse<String> answer = Delivery.webhook(base, "file.ready", id)
                .secret(Wars.SECOND_WEBHOOK_SECRET)
                .send();
        assertEquals(200, answer.statusCode());
    }

    @Test
    public void isAcceptedWithoutTheOptionalMembers() {
        HttpResponse<String> answer = Delivery.webhook(base, "file.ready", id)
                .body("{\"type\":\"file.ready\",\"resource\":{\"id\":\"" + id + "\"}}")
                .send();
        assertEquals(200, answer.statusCode());
        assertTrue(journal.about(id).contains("ready"));
    }

    @Test
    public void whoseHandlerFailsIsAnswered500AfterAllOthersHaveRun() {
        HttpResponse<String> answer =
                Delivery.webhook(base, "project.created", id).send();
        assertEquals(500, answer.statusCode());
        assertEquals("failed", answer.body());
        assertEquals(List.of("everything", "unqualified", "after failing"), journal.about(id));
    }

    @Test
    public void whoseHandlerFailsDoesNotReachAsynchronousOnes() throws InterruptedException {
        Delivery.webhook(base, "project.created", id).send();
        Thread.sleep(500);
        assertFalse(journal.about(id).contains("async"));
        String other = UUID.randomUUID().toString();
        Delivery.webhook(base, "project.deleted", other).send();
        assertTrue(journal.about(other, entries -> entries.contains("async")).contains("async"));
    }

    @Test
    public void whoseHandlerFailsIsLoggedWithTypeIdsAndHandler() {
        Delivery.webhook(base, "project.created", id).send();
        String line = lineAbout(id);
        assertTrue(line.contains("WebhookHandlers#failing failed"), line);
        assertTrue(line.contains("project.created") && line.contains("account="), line);
    }

    @Test
    public void whoseAsynchronousHandlerFailsIsLoggedToo() throws InterruptedException {
        assertEquals(200, Delivery.webhook(base, "share.deleted", id).send().statusCode());
        for (int tries = 0; tries < 100 && !journal.log().contains(id); tries++) {
            Thread.sleep(50);
        }
        assertTrue(lineAbout(id).contains("WebhookHandlers#failingLater failed"));
    }

    private String lineAbout(String resource) {
        return journal.log()
                .lines()
                .filter(line -> line.contains(resource))
                .findFirst()
                .orElseThrow();
    }
}
