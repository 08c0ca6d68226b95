package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.frameiokit.it.app.TenantHandlers;
import io.github.frameiokit.it.app.Tenants;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.Payloads;
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

/** An app of many accounts, whose resolver knows their secrets; only one webhook default is configured. */
@ExtendWith(ArquillianExtension.class)
public class ResolverIT {

    private final String id = UUID.randomUUID().toString();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive app() {
        return Wars.withConfig(
                "tenants",
                "frameio.webhook.secret=default-secret-1\nown.secret=secret-of-its-own",
                TestApplication.class,
                Tenants.class,
                TenantHandlers.class);
    }

    @Test
    public void secretsOfTheResolverAreTried() {
        assertEquals(200, webhook("file.ready", "tenant-secret-file.ready"));
        assertEquals(200, webhook("file.ready", "old-tenant-secret"));
        assertEquals(401, webhook("file.ready", "tenant-secret-file.created"));
        assertEquals(
                200,
                Delivery.action(base, "greeting", id)
                        .secret("tenant-secret-greeting")
                        .send()
                        .statusCode());
    }

    @Test
    public void resolverGoesBeforeTheDefault() {
        assertEquals(401, webhook("file.ready", "default-secret-1"));
    }

    @Test
    public void defaultServesWhereTheResolverKnowsNothing() {
        String body = "{\"type\":\"file.ready\",\"resource\":{\"id\":\"1\"},\"account\":{\"id\":\"unknown\"}}";
        assertEquals(
                200,
                Delivery.webhook(base, "file.ready", id)
                        .body(body)
                        .secret("default-secret-1")
                        .send()
                        .statusCode());
    }

    @Test
    public void bodyThatHidesItsAccountFromTheResolverIsBad() {
        String event = Payloads.webhook("file.ready", id);
        String start = event.substring(0, event.length() - 1);
        for (String body : List.of(
                start + ",\"deep\":" + "[".repeat(100) + "]".repeat(100) + "}",
                start + ",\"account\":{\"id\":\"unknown\",\"id\":5}}")) {
            assertEquals(
                    400,
                    Delivery.webhook(base, "file.ready", id)
                            .body(body)
                            .secret("default-secret-1")
                            .send()
                            .statusCode(),
                    body);
        }
    }

    @Test
    public void propertyThatTheHandlerNamesGoesBeforeTheResolver() {
        assertEquals(200, webhook("file.created", "secret-of-its-own"));
        assertEquals(401, webhook("file.created", "tenant-secret-file.created"));
    }

    @Test
    public void failureOfTheResolverIsAServerErrorWithoutDetail() {
        String body = "{\"type\":\"file.ready\",\"resource\":{\"id\":\"1\"},\"account\":{\"id\":\"broken\"}}";
        var answer = Delivery.webhook(base, "file.ready", id).body(body).send();
        assertEquals(500, answer.statusCode());
        assertEquals("failed", answer.body());
    }

    private int webhook(String type, String secret) {
        return Delivery.webhook(base, type, id).secret(secret).send().statusCode();
    }
}
