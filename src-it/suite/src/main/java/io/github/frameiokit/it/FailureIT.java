package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.app.DownStore;
import io.github.frameiokit.it.app.FailingHandlers;
import io.github.frameiokit.it.app.Refused;
import io.github.frameiokit.it.app.RefusingInterceptor;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.app.Unmakeable;
import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.Journal;
import io.github.frameiokit.it.support.Payloads;
import io.github.frameiokit.it.support.Wars;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A failure on the way to a handler has the same answer as a failing handler, and the log names both. */
@Tag("kit")
@ExtendWith(ArquillianExtension.class)
public class FailureIT {

    private final String id = UUID.randomUUID().toString();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive app() {
        return Wars.withSecretsAnd(
                "failures",
                """
                        frameio.development=true
                        frameio.oauth.client-id=client
                        frameio.oauth.client-secret=0123456789abcdef
                        frameio.action.error-title=Sorry
                        """,
                TestApplication.class,
                FailingHandlers.class,
                Unmakeable.class,
                Unmakeable.Maker.class,
                Refused.class,
                RefusingInterceptor.class,
                DownStore.class);
    }

    @Test
    public void actionIsAnsweredWithTheConfiguredMessage() {
        for (String type : List.of("parameter", "interceptor", "unwritable", "overflow", "missing")) {
            assertSorry(type, Delivery.action(base, type, id).send());
        }
    }

    @Test
    public void actionThatTheGateCannotDecideIsAnsweredWithTheConfiguredMessage() {
        assertSorry("gate", Delivery.action(base, "gate", id).send());
        String nobody = Payloads.action("gate", id, "file").replace(Payloads.USER, "");
        HttpResponse<String> answer =
                Delivery.action(base, "gate", id).body(nobody).send();
        assertTrue(answer.body().contains("didn't say who you are"), answer.body());
    }

    @Test
    public void webhookIsAnswered500() {
        for (String type : List.of("file.ready", "file.created", "file.deleted")) {
            HttpResponse<String> answer = Delivery.webhook(base, type, id).send();
            assertEquals(500, answer.statusCode());
            assertEquals("failed", answer.body());
            assertLogged("FailingHandlers#", "webhook[" + type);
        }
    }

    private void assertSorry(String type, HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), type);
        assertTrue(answer.body().startsWith("{\"title\":\"Sorry\","), answer.body());
        assertLogged("FailingHandlers#" + type, "action[" + type);
    }

    private void assertLogged(String handler, String event) {
        String log = new Journal(base).log();
        assertTrue(
                log.lines()
                        .anyMatch(line ->
                                line.contains(handler) && line.contains("failed for " + event) && line.contains(id)),
                log);
    }
}
