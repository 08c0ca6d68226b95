package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.app.RequestHandlers;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.Journal;
import io.github.frameiokit.it.support.Wars;
import java.net.URL;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The details of its request that a handler can read. */
@ExtendWith(ArquillianExtension.class)
public class RequestIT {

    private final String id = UUID.randomUUID().toString();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive app() {
        return Wars.withSecrets("request", TestApplication.class, RequestHandlers.class);
    }

    @Test
    public void actionReadsPathQueryAndHeaders() {
        String answer = Delivery.action(base, "address", id)
                .query("tenant=a%20b&tenant=c")
                .header("X-Test", "one")
                .send()
                .body();
        assertEquals(
                "{\"title\":\"Asked\",\"description\":\"" + base.getPath()
                        + "frameio Optional[a b] Optional.empty Optional[one] Optional.empty [one] tenant=a%20b&tenant=c\"}",
                answer);
    }

    @Test
    public void webhookReadsItAndCannotChangeIt() {
        for (String tenant : List.of("acme", "other")) {
            assertEquals(
                    200,
                    Delivery.webhook(base, "file.ready", id)
                            .query("tenant=" + tenant)
                            .secret(tenant.equals("acme") ? Wars.WEBHOOK_SECRET : Wars.SECOND_WEBHOOK_SECRET)
                            .send()
                            .statusCode());
        }
        assertEquals(List.of("acme", "unmodifiable", "other", "unmodifiable"), new Journal(base).about(id));
    }

    @Test
    public void asynchronousHandlerGetsAnErrorThatSaysThereIsNone() {
        for (String type : List.of("file.created", "file.deleted")) {
            String resource = UUID.randomUUID().toString();
            Delivery.webhook(base, type, resource).send();
            List<String> noted = new Journal(base).about(resource, entries -> !entries.isEmpty());
            assertTrue(
                    noted.get(0).startsWith("This thread doesn't handle a request from Frame.io."), noted.toString());
        }
    }
}
