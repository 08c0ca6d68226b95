package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.frameiokit.it.app.GreedyProviders;
import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.TestApp;
import java.net.URL;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The kit's endpoint works in an app whose own JAX-RS providers apply to everything: it gets the bytes as they were
 * sent, and its answers stay as they are.
 */
@ExtendWith(ArquillianExtension.class)
public class ProvidersIT {

    private final String id = UUID.randomUUID().toString();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive app() {
        return TestApp.war("providers").addClass(GreedyProviders.class).addClasses(GreedyProviders.class.getClasses());
    }

    @Test
    public void webhookIsHandled() {
        HttpResponse<String> answer = Delivery.webhook(base, "file.ready", id).send();
        assertEquals(200, answer.statusCode());
        assertEquals("", answer.body());
        assertEquals(500, Delivery.webhook(base, "project.created", id).send().statusCode());
        assertEquals(
                200,
                Delivery.webhook(base, "file.ready", id)
                        .chunked()
                        .sentAgo(Duration.ofSeconds(2))
                        .send()
                        .statusCode());
    }

    @Test
    public void actionIsAnswered() {
        assertEquals(
                "{\"title\":\"Greeting\",\"description\":\"Hello, world!\"}",
                Delivery.action(base, "greeting", id).send().body());
    }

    @Test
    public void refusalsAreTheKits() {
        assertAnswer(
                401, "unauthorized", Delivery.webhook(base, "file.ready", id).unsigned());
        assertAnswer(
                415,
                "application/json only",
                Delivery.webhook(base, "file.ready", id).contentType("text/plain"));
        assertAnswer(
                400,
                "The body is not a JSON object.",
                Delivery.webhook(base, "file.ready", id).body("[]"));
        assertAnswer(413, "too large", Delivery.webhook(base, "file.ready", "x".repeat(1 << 20)));
        assertAnswer(500, "failed", Delivery.webhook(base, "project.created", id));
    }

    private static void assertAnswer(int status, String text, Delivery delivery) {
        HttpResponse<String> answer = delivery.send();
        assertEquals(status, answer.statusCode());
        assertEquals(text, answer.body());
    }
}
