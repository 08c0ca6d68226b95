package io.github.frameiokit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.Resource;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.signing.Signature;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FrameioEventsTest {

    private static final URI APP = URI.create("http://localhost:1/frameio");

    @Test
    void aWebhookHasEveryDocumentedMember() {
        WebhookEvent event = FrameioEvents.webhook("file.ready").event();

        assertEquals("file.ready", event.type());
        assertEquals("file", event.resource().type());
        assertTrue(event.accountId().isPresent()
                && event.workspaceId().isPresent()
                && event.projectId().isPresent()
                && event.userId().isPresent());
    }

    @Test
    void aWebhookIsAboutWhatTheTestSays() {
        WebhookEvent event = FrameioEvents.webhook("comment.created")
                .resource("comment", "c")
                .account("a")
                .workspace("w")
                .project("p")
                .user("u")
                .event();

        assertEquals(new Resource("c", "comment"), event.resource());
        assertEquals(
                List.of("a", "w", "p", "u"),
                List.of(
                        event.accountId().orElseThrow(),
                        event.workspaceId().orElseThrow(),
                        event.projectId().orElseThrow(),
                        event.userId().orElseThrow()));
    }

    @Test
    void eachWebhookHasAResourceOfItsOwn() {
        assertNotEquals(
                FrameioEvents.webhook("file.ready").event().resourceId(),
                FrameioEvents.webhook("file.ready").event().resourceId());
    }

    @Test
    void anActionIsRunByAdaOnAFile() {
        ActionEvent event = FrameioEvents.action("greeting").event();

        assertEquals("greeting", event.type());
        assertEquals(Optional.of(FakeIms.ADA.frameioId()), event.userId());
        assertEquals(
                List.of("file"), event.resources().stream().map(Resource::type).toList());
        assertTrue(event.accountId().isPresent()
                && event.actionId().isPresent()
                && event.interactionId().isPresent()
                && event.data().isEmpty());
    }

    @Test
    void theStepsOfARunHaveOneInteraction() {
        TestAction run = FrameioEvents.action("rename");

        assertEquals(
                run.event().interactionId(), run.data("title", "New").event().interactionId());
        assertNotEquals(
                run.event().interactionId(),
                FrameioEvents.action("rename").event().interactionId());
        assertEquals(
                Optional.of("another"), run.interactionId("another").event().interactionId());
    }

    @Test
    void anActionMayHaveSeveralAssets() {
        TestAction action = FrameioEvents.action("describe")
                .resource("file", "1")
                .and("folder", "2")
                .and("file", "3");

        assertEquals(
                List.of(new Resource("1", "file"), new Resource("2", "folder"), new Resource("3", "file")),
                action.event().resources());
        assertEquals(
                List.of(new Resource("4", "file")),
                action.resource("file", "4").event().resources());
    }

    @Test
    void anActionWithoutAnAssetMayGetOne() {
        assertEquals(
                List.of(new Resource("1", "file")),
                FrameioEvents.action("describe")
                        .without("resource")
                        .and("file", "1")
                        .event()
                        .resources());
    }

    @Test
    void aSubmissionHasTheUsersValues() {
        var data = FrameioEvents.action("choose")
                .data("language", "en")
                .data("captions", true)
                .data("tags", Json.createArrayBuilder(List.of("a", "b")).build())
                .event()
                .data()
                .orElseThrow();

        assertEquals("en", data.text("language"));
        assertTrue(data.bool("captions"));
        assertEquals(List.of("a", "b"), data.list("tags"));
    }

    @Test
    void anEventCanBeSharedAndChanged() {
        TestWebhook event = FrameioEvents.webhook("file.ready");
        event.without("user").with("new", JsonValue.TRUE).user("u");

        assertEquals(
                FrameioEvents.webhook("file.ready").json().keySet(),
                event.json().keySet());
        assertTrue(event.without("user").event().userId().isEmpty());
        assertEquals(
                JsonValue.TRUE, event.with("new", JsonValue.TRUE).event().json().get("new"));
    }

    @Test
    void theRegisteredActionCanBeAnother() {
        assertEquals(
                Optional.of("x"),
                FrameioEvents.action("a").actionId("x").event().actionId());
    }

    @Test
    void theTimeOfAnEventIsThatOfItsRequest() {
        Instant time = Instant.parse("2026-11-26T12:00:00.9Z");
        TestWebhook event = FrameioEvents.webhook("file.ready").sentAt(time).signedWith("secret");

        assertEquals(Instant.parse("2026-11-26T12:00:00Z"), event.event().timestamp());
        assertEquals("1795694400", header(event.request(APP), Signature.TIMESTAMP_HEADER));
        assertEquals(
                header(event.request(APP), Signature.HEADER),
                header(event.request(APP), Signature.HEADER),
                "exact copies");
    }

    @Test
    void anOldTimestampIsOutOfTheTolerance() {
        String timestamp = header(
                FrameioEvents.webhook("file.ready")
                        .signedWith("secret")
                        .withOldTimestamp()
                        .request(APP),
                Signature.TIMESTAMP_HEADER);

        assertFalse(Signature.isFresh(
                Signature.parseTimestamp(timestamp).orElseThrow(), Instant.now(), Duration.ofSeconds(300)));
    }

    @Test
    void anUnsignedRequestHasNoSignature() {
        HttpRequest request =
                FrameioEvents.action("greeting").signedWith("secret").unsigned().request(APP);

        assertTrue(request.headers().firstValue(Signature.HEADER).isEmpty());
    }

    @Test
    void aRequestHasFurtherHeadersAndParameters() {
        HttpRequest request = FrameioEvents.action("greeting")
                .unsigned()
                .header("X-Tenant", "acme")
                .header("Content-Type", "text/plain")
                .query("tenant", "a&b")
                .query("x", "1")
                .request(URI.create("http://localhost:1/frameio?in=place"));

        assertEquals("acme", header(request, "X-Tenant"));
        assertEquals(List.of("text/plain"), request.headers().allValues("Content-Type"));
        assertEquals("in=place&tenant=a%26b&x=1", request.uri().getRawQuery());
    }

    @Test
    void itMustBeSaidWhatSignsARequest() {
        assertTrue(assertThrows(
                        IllegalStateException.class,
                        () -> FrameioEvents.action("greeting").request(APP))
                .getMessage()
                .contains("call signedWith(…)"));
    }

    @Test
    void anAppThatIsNotThereIsNamed() {
        assertEquals(
                "There is no answer from http://localhost:1/frameio; is the app running?",
                assertThrows(
                                UncheckedIOException.class,
                                () -> FrameioEvents.action("greeting")
                                        .unsigned()
                                        .sendTo(APP))
                        .getMessage());
    }

    /** An app that checks the signature and answers with the event's type. */
    @Nested
    class Sent {

        private Answer send(TestEvent<?> event) throws IOException {
            HttpServer app = Wire.listen(0);
            app.createContext("/frameio", exchange -> {
                byte[] body = exchange.getRequestBody().readAllBytes();
                boolean signed = Signature.matches(
                        "the-secret",
                        exchange.getRequestHeaders().getFirst(Signature.TIMESTAMP_HEADER),
                        body,
                        exchange.getRequestHeaders().getFirst(Signature.HEADER));
                byte[] answer = (signed ? "{\"title\":\"Signed\",\"description\":\"\"}" : "unauthorized")
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(signed ? 200 : 401, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            app.start();
            try {
                return event.sendTo(Wire.url(app).resolve("/frameio"));
            } finally {
                app.stop(0);
            }
        }

        @Test
        void withTheRightSecretItIsAccepted() throws IOException {
            assertEquals(
                    "Signed",
                    send(FrameioEvents.action("größe").signedWith("the-secret"))
                            .message()
                            .title());
        }

        @Test
        void withAnotherSecretItIsNot() throws IOException {
            assertEquals(
                    new Answer(401, "unauthorized"),
                    send(FrameioEvents.action("a").signedWith("another")));
        }
    }

    private static String header(HttpRequest request, String name) {
        return request.headers().firstValue(name).orElseThrow();
    }
}
