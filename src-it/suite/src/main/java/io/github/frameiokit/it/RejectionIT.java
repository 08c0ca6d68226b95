package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Requests that the kit rejects, with answers that reveal nothing. */
@Tag("kit")
@ExtendWith(ArquillianExtension.class)
public class RejectionIT {

    private static final int MAX_BODY_SIZE = 1 << 20;

    private final String id = UUID.randomUUID().toString();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive app() {
        return TestApp.war("rejections");
    }

    @TestFactory
    public Stream<DynamicTest> anAppWithoutUsersHasNoSignInPage() {
        return Stream.of("frameio/oauth/login?ticket=x", "frameio/oauth/callback?state=x&code=y")
                .map(page -> dynamicTest(page, () -> {
                    HttpResponse<String> answer = Http.answer(URI.create(base + page));
                    assertEquals(404, answer.statusCode());
                    assertEquals("not found", answer.body());
                }));
    }

    @TestFactory
    public Stream<DynamicTest> anAppHasNoInstallPageUnlessItIsSwitchedOn() {
        return Stream.of("GET", "POST")
                .flatMap(method -> Stream.of("", "/sign-in", "/apply")
                        .map(path -> dynamicTest(
                                method + " " + path,
                                () -> assertEquals(
                                        404, Http.status(Wars.under(base, "frameio/install" + path), method)))));
    }

    @TestFactory
    public Stream<DynamicTest> requestThatIsNotSignedNowIsUnauthorized() {
        return unauthentic("a webhook", () -> Delivery.webhook(base, "file.ready", id));
    }

    @TestFactory
    public Stream<DynamicTest> requestWithoutAHandlerThatIsNotSignedNowIsUnauthorized() {
        return unauthentic("a webhook", () -> Delivery.webhook(base, "not.handled", id));
    }

    @TestFactory
    public Stream<DynamicTest> requestThatIsNotSignedNowIsUnauthorizedBeforeItsBodyIsParsed() {
        return Stream.of("", "{", "[]", "no json")
                .flatMap(body -> unauthentic(
                        "a body '" + body + "'",
                        () -> Delivery.webhook(base, "file.ready", id).body(body)));
    }

    /** One test per flaw that gets a request rejected with 401. */
    private Stream<DynamicTest> unauthentic(String what, Supplier<Delivery> valid) {
        Map<String, UnaryOperator<Delivery>> flaws = new LinkedHashMap<>();
        flaws.put("without a signature", Delivery::unsigned);
        flaws.put("without a timestamp", Delivery::withoutTimestamp);
        flaws.put("with another secret", it -> it.secret("another"));
        flaws.put("with an empty signature", it -> it.signature(""));
        flaws.put("with a signature that ends after its version", it -> it.signature("v0="));
        flaws.put("with a signature of another version", it -> it.signature("v1=" + "0".repeat(64)));
        flaws.put("with a wrong signature", it -> it.signature("v0=" + "0".repeat(64)));
        flaws.put("with a signature of another scheme", it -> it.signature("sha256=" + "0".repeat(64)));
        flaws.put("with an empty timestamp", it -> it.timestamp(""));
        flaws.put("with a timestamp in words", it -> it.timestamp("yesterday"));
        flaws.put("with a negative timestamp", it -> it.timestamp("-1"));
        flaws.put("with a timestamp beyond all dates", it -> it.timestamp("99999999999999999999"));
        flaws.put("with an old timestamp", it -> it.sentAgo(Duration.ofSeconds(330)));
        flaws.put("with a timestamp in the future", it -> it.sentAgo(Duration.ofSeconds(-330)));
        return flaws.entrySet().stream()
                .map(flaw -> dynamicTest(what + " " + flaw.getKey(), () -> {
                    HttpResponse<String> answer =
                            flaw.getValue().apply(valid.get()).send();
                    assertEquals(401, answer.statusCode());
                    assertEquals("unauthorized", answer.body());
                    assertTrue(answer.headers()
                            .firstValue("Content-Type")
                            .orElse("")
                            .startsWith("text/plain"));
                    assertNotHandled();
                }));
    }

    @TestFactory
    public Stream<DynamicTest> requestWithinTheToleranceIsAccepted() {
        return Stream.of(270, -270)
                .map(seconds -> dynamicTest("sent " + seconds + " seconds ago", () -> {
                    Delivery delivery = Delivery.webhook(base, "file.ready", id).sentAgo(Duration.ofSeconds(seconds));
                    assertEquals(200, delivery.send().statusCode());
                }));
    }

    @TestFactory
    public Stream<DynamicTest> signedRequestOfAnotherFormIsBad() {
        return Stream.of(
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
                        "{\"type\":\"file.ready\",\"resource\":{\"id\":\"1\"}} trailing")
                .map(body -> dynamicTest(
                        "body '" + body + "'",
                        () -> assertBad(Delivery.webhook(base, "file.ready", id).body(body))));
    }

    @Test
    public void signedRequestOfAnotherFormIsBadWithAnActionsSecretToo() {
        assertBad(Delivery.action(base, "form", id).body("{}"));
    }

    @TestFactory
    public Stream<DynamicTest> optionalMemberOfAnotherFormLosesNoWebhook() {
        return Stream.of("\"u\"", "5", "[]", "{}", "{\"id\":5}", "null")
                .map(value -> dynamicTest(value, () -> {
                    String resource = UUID.randomUUID().toString();
                    String webhook = "{\"type\":\"file.ready\",\"resource\":{\"id\":\"" + resource
                            + "\",\"type\":5},\"user\":" + value + ",\"account\":" + value + ",\"workspace\":" + value
                            + ",\"project\":" + value + "}";
                    assertEquals(
                            200,
                            Delivery.webhook(base, "file.ready", id)
                                    .body(webhook)
                                    .send()
                                    .statusCode());
                    assertTrue(new Journal(base).about(resource).contains("ready"));
                }));
    }

    @Test
    public void optionalMemberOfAnotherFormLosesNoAction() {
        String action = "{\"type\":\"form\",\"interaction_id\":\"" + id + "\",\"data\":\"text\",\"resources\":{}}";
        assertEquals(200, Delivery.action(base, "form", id).body(action).send().statusCode());
    }

    @TestFactory
    public Stream<DynamicTest> hostileJsonNeverCausesAServerError() {
        String valid = Payloads.webhook("file.ready", id);
        String start = valid.substring(0, valid.length() - 1);
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        Map.ofEntries(
                        Map.entry("deep lists without an end", "[".repeat(500_000)),
                        Map.entry("deep objects without an end", "{\"a\":".repeat(100_000)),
                        Map.entry("a deep member", start + ",\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"),
                        Map.entry("a long number", start + ",\"x\":" + "9".repeat(500_000) + "}"),
                        Map.entry("a large exponent", start + ",\"x\":1e999999999}"),
                        Map.entry("a small exponent", start + ",\"x\":-1E-999999999}"),
                        Map.entry("three types", start + ",\"type\":\"file.created\",\"type\":\"file.ready\"}"),
                        Map.entry("two accounts", start + ",\"account\":{\"id\":\"other\"}}"),
                        Map.entry("a type that is an object", start + ",\"type\":{\"a\":1}}"),
                        Map.entry("half characters", start + ",\"\\u0000\\ud800\":\"\\udfff\"}"),
                        Map.entry("a byte order mark", "\uFEFF" + valid),
                        Map.entry(
                                "a long type",
                                "{\"type\":\"" + "a".repeat(500_000) + "\",\"resource\":{\"id\":\"1\"}}"))
                .forEach((name, body) -> bodies.put(name, body.getBytes(StandardCharsets.UTF_8)));
        bodies.put("UTF-16", valid.getBytes(StandardCharsets.UTF_16));
        bodies.put("half of a UTF-8 character", new byte[] {'{', '"', 't', '"', ':', '"', (byte) 0xC3, '"', '}'});
        bodies.put("binary data", new byte[] {0, 1, 2, (byte) 0xFF, (byte) 0xFE});
        return bodies.entrySet().stream()
                .map(body -> dynamicTest(body.getKey(), () -> {
                    Delivery delivery = Delivery.webhook(base, "file.ready", id).body(body.getValue());
                    int status = delivery.send().statusCode();
                    assertTrue(status < 500, "status " + status);
                    assertEquals(401, delivery.secret("another").send().statusCode());
                }));
    }

    @Test
    public void duplicateMemberCannotHideAnotherTypeFromTheSecretsCheck() {
        String smuggled = "{\"type\":\"collection.created\",\"type\":\"file.ready\",\"resource\":{\"id\":\"" + id
                + "\",\"type\":\"file\"},\"type\":\"collection.created\"}";
        int status =
                Delivery.webhook(base, "file.ready", id).body(smuggled).send().statusCode();
        assertTrue(status == 400 || status == 401, "status " + status);
        assertNotHandled();
    }

    @TestFactory
    public Stream<DynamicTest> bodyOverTheLimitIsTooLarge() {
        String large = Payloads.webhook("file.ready", id) + " ".repeat(MAX_BODY_SIZE);
        Map<String, UnaryOperator<Delivery>> forms = new LinkedHashMap<>();
        forms.put("with its length", it -> it);
        forms.put("in chunks", Delivery::chunked);
        forms.put("without a signature", Delivery::unsigned);
        return forms.entrySet().stream()
                .map(form -> dynamicTest(form.getKey(), () -> {
                    Delivery delivery = Delivery.webhook(base, "file.ready", id).body(large);
                    HttpResponse<String> answer =
                            form.getValue().apply(delivery).send();
                    assertEquals(413, answer.statusCode());
                    assertEquals("too large", answer.body());
                    assertNotHandled();
                }));
    }

    @TestFactory
    public Stream<DynamicTest> bodyUpToTheLimitIsAccepted() {
        String full = Payloads.ofLength(MAX_BODY_SIZE, "file.ready", id);
        assertEquals(MAX_BODY_SIZE, full.length());
        Delivery delivery = Delivery.webhook(base, "file.ready", id).body(full);
        return Stream.of(
                dynamicTest(
                        "with its length",
                        () -> assertEquals(200, delivery.send().statusCode())),
                dynamicTest(
                        "in chunks",
                        () -> assertEquals(
                                200,
                                delivery.chunked()
                                        .secret(Wars.SECOND_WEBHOOK_SECRET)
                                        .send()
                                        .statusCode())));
    }

    @TestFactory
    public Stream<DynamicTest> otherContentTypeIsUnsupported() {
        return Stream.of("text/plain", "application/x-www-form-urlencoded", "application/jsonp")
                .map(type -> dynamicTest(type, () -> {
                    HttpResponse<String> answer = Delivery.webhook(base, "file.ready", id)
                            .contentType(type)
                            .send();
                    assertEquals(415, answer.statusCode());
                    assertEquals("application/json only", answer.body());
                    assertNotHandled();
                }));
    }

    @TestFactory
    public Stream<DynamicTest> everyContentTypeOfJsonIsAccepted() {
        return Stream.of("application/json; charset=utf-8", "APPLICATION/JSON", "application/hal+json")
                .map(type -> dynamicTest(type, () -> {
                    Delivery delivery = Delivery.webhook(
                            base, "file.ready", UUID.randomUUID().toString());
                    assertEquals(200, delivery.contentType(type).send().statusCode());
                }));
    }

    @Test
    public void rejectionsAreLoggedWithoutSecretOrBody() {
        String marker = "body-marker-" + id;
        Delivery.webhook(base, "file.ready", marker).secret("another").send();
        Delivery.webhook(base, "file.ready", marker).unsigned().send();
        Delivery.webhook(base, "file.ready", marker)
                .body("{\"type\":\"" + marker)
                .send();
        String log = new Journal(base).log();
        assertTrue(log.contains("Rejected a request"), log);
        assertFalse(log.contains(marker), log);
        for (String secret : List.of(Wars.WEBHOOK_SECRET, Wars.SECOND_WEBHOOK_SECRET, Wars.ACTION_SECRET)) {
            assertFalse(log.contains(secret), log);
        }
    }

    private static void assertBad(Delivery delivery) {
        HttpResponse<String> answer = delivery.send();
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().matches("[^\\n<]{10,80}\\."), answer.body());
    }

    private void assertNotHandled() {
        assertEquals(List.of(), new Journal(base).about(id));
    }
}
