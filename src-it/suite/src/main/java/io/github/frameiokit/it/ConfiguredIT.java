package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.Journal;
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

/** The effect of config properties with other values than their defaults. */
@ExtendWith(ArquillianExtension.class)
public class ConfiguredIT {

    private final String id = UUID.randomUUID().toString();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive app() {
        return TestApp.war("configured", """
                frameio.signature.tolerance=30
                frameio.max-body-size=1000
                frameio.replay-guard.enabled=false
                frameio.action.on-error=status
                frameio.form.checkbox=boolean
                """);
    }

    @Test
    public void toleranceIsShorter() {
        assertEquals(
                401,
                Delivery.webhook(base, "file.ready", id)
                        .sentAgo(Duration.ofSeconds(60))
                        .send()
                        .statusCode());
        assertEquals(200, Delivery.webhook(base, "file.ready", id).send().statusCode());
    }

    @Test
    public void bodyLimitIsSmaller() {
        assertEquals(
                413,
                Delivery.webhook(base, "file.ready", "a".repeat(1000)).send().statusCode());
    }

    @Test
    public void exactCopyIsHandledAgain() {
        Delivery delivery = Delivery.webhook(base, "folder.deleted", id);
        delivery.send();
        delivery.send();
        assertEquals(
                2, new Journal(base).about(id).stream().filter("family"::equals).count());
    }

    @Test
    public void failedActionIsAnswered500AndRunAgain() {
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> answer = Delivery.action(base, "failing", id).send();
            assertEquals(500, answer.statusCode());
            assertEquals("failed", answer.body());
        }
        assertEquals(
                2,
                new Journal(base).about(id).stream().filter("failing"::equals).count());
    }

    @Test
    public void checkboxHasTheOtherForm() {
        String form = Delivery.action(base, "form", id).send().body();
        assertTrue(
                form.contains("{\"type\":\"boolean\",\"label\":\"Enabled\",\"name\":\"enabled\",\"value\":\"false\"}"),
                form);
    }
}
