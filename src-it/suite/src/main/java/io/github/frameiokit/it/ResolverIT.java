package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.frameiokit.it.app.TenantHandlers;
import io.github.frameiokit.it.app.Tenants;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.Journal;
import io.github.frameiokit.it.support.Payloads;
import io.github.frameiokit.it.support.Wars;
import jakarta.json.JsonValue;
import java.net.URL;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An app for many accounts, with a resolver for their secrets; the only configured secret is a default for webhooks.
 */
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
    public void secretsOfTheResolverAreUsed() {
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
    public void resolverTakesPrecedenceOverTheDefault() {
        assertEquals(401, webhook("file.ready", "default-secret-1"));
    }

    @Test
    public void defaultIsUsedIfTheResolverHasNoSecret() {
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
    public void propertyThatTheHandlerNamesTakesPrecedenceOverTheResolver() {
        assertEquals(200, webhook("file.created", "secret-of-its-own"));
        assertEquals(401, webhook("file.created", "tenant-secret-file.created"));
    }

    @Test
    public void formsSubmissionWithoutItsAccountIsVerifiedByItsAction() {
        String body = Payloads.submission("greeting", id, JsonValue.EMPTY_JSON_OBJECT);
        assertEquals(200, action(body, "secret-of-the-action"));
        assertEquals(401, action(body, "tenant-secret-greeting"));
        assertEquals(401, action(body.replace("ecd40785", "00000000"), "secret-of-the-action"));
    }

    @Test
    public void resolverThatFailsLeavesTheRequestUnverifiedAndIsNamedOnceAMinute() {
        for (String secret : List.of("default", "tenant-secret-file.ready", "another")) {
            var answer = webhookOf("broken").secret(secret).send();
            assertEquals(401, answer.statusCode());
            assertEquals("unauthorized", answer.body());
        }
        assertEquals(1, logged("The SigningSecretResolver " + Tenants.class.getName() + " failed"));
    }

    @Test
    public void resolverThatReturnsNullIsReportedWithTheFix() {
        assertEquals(401, webhookOf("null").secret("default-secret-1").send().statusCode());
        assertEquals(1, logged("The SigningSecretResolver " + Tenants.class.getName() + " returned null"));
    }

    @Test
    public void nullAmongTheResolversSecretsIsIgnoredAndReported() {
        assertEquals(200, webhookOf("holes").secret("between").send().statusCode());
        assertEquals(401, webhookOf("holes").secret("another").send().statusCode());
        assertEquals(1, logged("The SigningSecretResolver " + Tenants.class.getName() + " returned a list with null"));
    }

    @Test
    public void handlersOwnPropertyIsUsedEvenIfTheResolverFails() {
        String body = "{\"type\":\"file.created\",\"resource\":{\"id\":\"1\"},\"account\":{\"id\":\"broken\"}}";
        assertEquals(
                200,
                Delivery.webhook(base, "file.created", id)
                        .body(body)
                        .secret("secret-of-its-own")
                        .send()
                        .statusCode());
    }

    @Test
    public void resolverIsNotCalledWithAnIdThatIsLongerThanFrameios() {
        assertEquals(
                401, webhookOf("long-" + "x".repeat(251)).secret("long").send().statusCode());
        assertEquals(
                200, webhookOf("long-" + "x".repeat(250)).secret("long").send().statusCode());
    }

    private Delivery webhookOf(String account) {
        String body = "{\"type\":\"file.ready\",\"resource\":{\"id\":\"" + id + "\"},\"account\":{\"id\":\"" + account
                + "\"}}";
        return Delivery.webhook(base, "file.ready", id).body(body);
    }

    private int action(String body, String secret) {
        return Delivery.action(base, "greeting", id)
                .body(body)
                .secret(secret)
                .send()
                .statusCode();
    }

    private long logged(String start) {
        return new Journal(base)
                .log()
                .lines()
                .filter(line -> line.contains(start))
                .count();
    }

    private int webhook(String type, String secret) {
        return Delivery.webhook(base, type, id).secret(secret).send().statusCode();
    }
}
