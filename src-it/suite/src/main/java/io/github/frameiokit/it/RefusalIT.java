package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.Http;
import io.github.frameiokit.it.support.Journal;
import io.github.frameiokit.it.support.Payloads;
import io.github.frameiokit.it.support.TestApp;
import io.github.frameiokit.it.support.Wars;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is refused, and that the refusal tells nobody anything. */
@ExtendWith(ArquillianExtension.class)
public class RefusalIT {

    private static final int MAX_BODY_SIZE = 1 << 20;

    private final String id = UUID.randomUUID().toString();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive app() {
        return TestApp.war("refusals");
    }

    @Test
    public void anAppWithoutUsersHasNoPageToSignIn() {
        for (String page : new String[] {"frameio/oauth/login?ticket=x", "frameio/oauth/callback?state=x&code=y"}) {
            HttpResponse<String> answer = Http.answer(URI.create(base + page));
            assertEquals(404, answer.statusCode());
            assertEquals("not found", answer.body());
        }
    }

    @Test
    public void requestThatIsNotSignedJustNowIsUnauthorized() {
        List<UnaryOperator<Delivery>> flaws = List.of(
                Delivery::unsigned,
                Delivery::withoutTimestamp,
                it -> it.secret("another"),
                it -> it.signature(""),
                it -> it.signature("v0="),
                it -> it.signature("v1=" + "0".repeat(64)),
                it -> it.signature("v0=" + "0".repeat(64)),
                it -> it.signature("sha256=" + "0".repeat(64)),
                it -> it.timestamp(""),
                it -> it.timestamp("yesterday"),
                it -> it.timestamp("-1"),
                it -> it.timestamp("99999999999999999999"),
                it -> it.sentAgo(Duration.ofSeconds(330)),
                it -> it.sentAgo(Duration.ofSeconds(-330)));
        for (String type : List.of("file.ready", "not.handled")) {
            for (UnaryOperator<Delivery> flaw : flaws) {
                assertUnauthorized(flaw.apply(Delivery.webhook(base, type, id)));
            }
        }
        for (String body : List.of("", "{", "[]", "no json")) {
            for (UnaryOperator<Delivery> flaw : flaws) {
                assertUnauthorized(
                        flaw.apply(Delivery.webhook(base, "file.ready", id).body(body)));
            }
        }
        assertEquals(List.of(), new Journal(base).about(id));
    }

    @Test
    public void requestWithinTheToleranceIsTaken() {
        for (int seconds : List.of(270, -270)) {
            assertEquals(
                    200,
                    Delivery.webhook(base, "file.ready", id)
                            .sentAgo(Duration.ofSeconds(seconds))
                            .send()
                            .statusCode());
        }
    }

    @Test
    public void signedRequestOfAnotherShapeIsBad() {
        for (String body : List.of(
                "",
                "{",
                "[]",
                "\"file.ready\"",
                "null",
                "{}",
                "{\"type\":5}",
                "{\"type\":\" \"}",
                "{\"type\":null}",
                "{\"type\":\"file.ready\"}",
                "{\"type\":\"file.ready\",\"resource\":\"f\"}",
                "{\"type\":\"file.ready\",\"resource\":{}}",
                "{\"type\":\"file.ready\",\"resource\":{\"id\":5}}",
                "{\"type\":\"file.ready\",\"resource\":{\"id\":\"1\"},\"account_id\":\"1\",\"account\":{\"id\":\"2\"}}",
                "{\"type\":\"file.ready\",\"resource\":{\"id\":\"1\",\"id\":\"2\"}}",
                "{\"type\":\"file.ready\",\"resource\":{\"id\":\"1\"},\"user\":{\"id\":\"1\"},\"user\":null}",
                "{\"type\":\"file.ready\",\"resource\":{\"id\":\"1\"}} trailing")) {
            assertBad(Delivery.webhook(base, "file.ready", id).body(body), body);
        }
        assertBad(Delivery.action(base, "form", id).body("{}"), "{} with an action's secret");
    }

    @Test
    public void optionalMemberOfAnotherFormLosesNoEvent() {
        for (String value : List.of("\"u\"", "5", "[]", "{}", "{\"id\":5}", "null")) {
            String resource = UUID.randomUUID().toString();
            String webhook = "{\"type\":\"file.ready\",\"resource\":{\"id\":\"" + resource + "\",\"type\":5},\"user\":"
                    + value + ",\"account\":" + value + ",\"workspace\":" + value + ",\"project\":" + value + "}";
            assertEquals(
                    200,
                    Delivery.webhook(base, "file.ready", id)
                            .body(webhook)
                            .send()
                            .statusCode(),
                    webhook);
            assertTrue(new Journal(base).about(resource).contains("ready"), webhook);
        }
        String action = "{\"type\":\"form\",\"interaction_id\":\"" + id + "\",\"data\":\"text\",\"resources\":{}}";
        assertEquals(200, Delivery.action(base, "form", id).body(action).send().statusCode());
    }

    @Test
    public void hostileJsonNeverCausesAServerError() {
        String valid = Payloads.webhook("file.ready", id);
        String start = valid.substring(0, valid.length() - 1);
        List<byte[]> bodies = Stream.of(
                        "[".repeat(500_000),
                        "{\"a\":".repeat(100_000),
                        start + ",\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}",
                        start + ",\"x\":" + "9".repeat(500_000) + "}",
                        start + ",\"x\":1e999999999}",
                        start + ",\"x\":-1E-999999999}",
                        start + ",\"type\":\"file.created\",\"type\":\"file.ready\"}",
                        start + ",\"account\":{\"id\":\"other\"}}",
                        start + ",\"type\":{\"a\":1}}",
                        start + ",\"\\u0000\\ud800\":\"\\udfff\"}",
                        "\uFEFF" + valid,
                        "{\"type\":\"" + "a".repeat(500_000) + "\",\"resource\":{\"id\":\"1\"}}")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        for (byte[] body : bodies) {
            assertNoServerError(body);
        }
        assertNoServerError(valid.getBytes(StandardCharsets.UTF_16));
        assertNoServerError(new byte[] {'{', '"', 't', '"', ':', '"', (byte) 0xC3, '"', '}'});
        assertNoServerError(new byte[] {0, 1, 2, (byte) 0xFF, (byte) 0xFE});
    }

    @Test
    public void memberThatIsThereTwiceCannotSmuggleAnotherTypePastTheSecret() {
        String smuggled = "{\"type\":\"collection.created\",\"type\":\"file.ready\",\"resource\":{\"id\":\"" + id
                + "\",\"type\":\"file\"},\"type\":\"collection.created\"}";
        int status =
                Delivery.webhook(base, "file.ready", id).body(smuggled).send().statusCode();
        assertTrue(status == 400 || status == 401, "status " + status);
        assertEquals(List.of(), new Journal(base).about(id));
    }

    @Test
    public void bodyOverTheLimitIsTooLargeAlsoWhenChunked() {
        String padding = " ".repeat(MAX_BODY_SIZE);
        String large = Payloads.webhook("file.ready", id) + padding;
        for (Delivery delivery : List.of(
                Delivery.webhook(base, "file.ready", id).body(large),
                Delivery.webhook(base, "file.ready", id).body(large).chunked(),
                Delivery.webhook(base, "file.ready", id).body(large).unsigned())) {
            HttpResponse<String> answer = delivery.send();
            assertEquals(413, answer.statusCode());
            assertEquals("too large", answer.body());
        }
        assertEquals(List.of(), new Journal(base).about(id));
    }

    @Test
    public void bodyUpToTheLimitIsTakenAlsoWhenChunked() {
        String full = Payloads.ofLength(MAX_BODY_SIZE, "file.ready", id);
        assertEquals(MAX_BODY_SIZE, full.length());
        assertEquals(
                200, Delivery.webhook(base, "file.ready", id).body(full).send().statusCode());
        assertEquals(
                200,
                Delivery.webhook(base, "file.ready", id)
                        .body(full)
                        .chunked()
                        .secret(Wars.SECOND_WEBHOOK_SECRET)
                        .send()
                        .statusCode());
    }

    @Test
    public void otherContentTypesAreUnsupported() {
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "application/jsonp")) {
            HttpResponse<String> answer =
                    Delivery.webhook(base, "file.ready", id).contentType(type).send();
            assertEquals(415, answer.statusCode(), type);
            assertEquals("application/json only", answer.body());
        }
        for (String type : List.of("application/json; charset=utf-8", "APPLICATION/JSON", "application/hal+json")) {
            assertEquals(
                    200,
                    Delivery.webhook(base, "file.ready", UUID.randomUUID().toString())
                            .contentType(type)
                            .send()
                            .statusCode(),
                    type);
        }
    }

    @Test
    public void refusalsAreLoggedWithoutSecretOrBody() {
        String marker = "body-marker-" + id;
        Delivery.webhook(base, "file.ready", marker).secret("another").send();
        Delivery.webhook(base, "file.ready", marker).unsigned().send();
        Delivery.webhook(base, "file.ready", marker)
                .body("{\"type\":\"" + marker)
                .send();
        String log = new Journal(base).log();
        assertTrue(log.contains("Refused a request"), log);
        assertFalse(log.contains(marker), log);
        for (String secret : List.of(Wars.WEBHOOK_SECRET, Wars.SECOND_WEBHOOK_SECRET, Wars.ACTION_SECRET)) {
            assertFalse(log.contains(secret), log);
        }
    }

    private static void assertUnauthorized(Delivery delivery) {
        HttpResponse<String> answer = delivery.send();
        assertEquals(401, answer.statusCode());
        assertEquals("unauthorized", answer.body());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("text/plain"));
    }

    private static void assertBad(Delivery delivery, String body) {
        HttpResponse<String> answer = delivery.send();
        assertEquals(400, answer.statusCode(), body);
        assertTrue(answer.body().matches("[^\\n<]{10,80}\\."), answer.body());
    }

    private void assertNoServerError(byte[] body) {
        HttpResponse<String> signed =
                Delivery.webhook(base, "file.ready", id).body(body).send();
        String start = new String(body, 0, Math.min(60, body.length), StandardCharsets.UTF_8);
        assertTrue(signed.statusCode() < 500, signed.statusCode() + " for " + start);
        assertEquals(
                401,
                Delivery.webhook(base, "file.ready", id)
                        .body(body)
                        .secret("another")
                        .send()
                        .statusCode(),
                start);
    }
}
