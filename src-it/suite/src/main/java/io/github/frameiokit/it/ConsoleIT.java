package io.github.frameiokit.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.frameiokit.it.app.LoadedResource;
import io.github.frameiokit.it.app.TalkativeHandlers;
import io.github.frameiokit.it.app.TestApplication;
import io.github.frameiokit.it.support.ConsoleClient;
import io.github.frameiokit.it.support.Delivery;
import io.github.frameiokit.it.support.Http;
import io.github.frameiokit.it.support.LogWatch;
import io.github.frameiokit.it.support.Payloads;
import io.github.frameiokit.it.support.RawRequest;
import io.github.frameiokit.it.support.Room;
import io.github.frameiokit.it.support.ServerLog;
import io.github.frameiokit.it.support.Wars;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
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

/** The development console: what it shows and sends, and whom it answers. */
@Tag("kit")
@ExtendWith(ArquillianExtension.class)
public class ConsoleIT {

    private final String id = UUID.randomUUID().toString();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    public static WebArchive app() {
        return Wars.withSecretsAnd(
                "console",
                "frameio.development=true\nframeio.console=true\n",
                TestApplication.class,
                TalkativeHandlers.class,
                LoadedResource.class);
    }

    @Test
    public void theLogShowsItsAddressAtTheStart() throws IOException {
        Predicate<String> line = it -> it.matches(
                ".*The development console is on: open http://localhost:\\[port]\\S*/frameio/console#[\\w-]{40,}.*");
        assertTrue(
                LogWatch.kitLog().stream().anyMatch(line)
                        || ServerLog.fromTheStart().says(line),
                "the line in the log");
    }

    @Test
    public void itsClassesAreLoaded() throws IOException {
        String loaded = Room.of("console").loadedBy(base);
        assertTrue(loaded.contains("io.github.frameiokit.internal.console.Console\n"), loaded);
    }

    @Test
    public void thePageHasNoDataAndNoOtherOriginCanUseIt() {
        HttpResponse<String> page = Http.answer(URI.create(base + "frameio/console"));
        assertEquals(200, page.statusCode());
        assertTrue(page.headers().firstValue("Content-Type").orElse("").startsWith("text/html"));
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        String nonce = policy.replaceAll(".*script-src 'nonce-([\\w-]{40,})'.*", "$1");
        assertTrue(page.body().contains("nonce=\"" + nonce + "\""), page.body());
        assertTrue(page.body().contains("data-events=\"" + base.getPath() + "frameio\""), page.body());
        assertTrue(page.body().contains("src=\"" + base.getPath() + "frameio/console/console.js\""), page.body());
        assertEquals(
                "nosniff", page.headers().firstValue("X-Content-Type-Options").orElse(""));
        assertEquals("no-store", page.headers().firstValue("Cache-Control").orElse(""));
        assertEquals("no-referrer", page.headers().firstValue("Referrer-Policy").orElse(""));
        assertEquals(
                "same-origin",
                page.headers().firstValue("Cross-Origin-Opener-Policy").orElse(""));
        assertEquals(
                "same-origin",
                page.headers().firstValue("Cross-Origin-Resource-Policy").orElse(""));
        for (String file : new String[] {"console.js", "console.css"}) {
            assertEquals(
                    200,
                    Http.answer(URI.create(base + "frameio/console/" + file)).statusCode());
        }
    }

    @Test
    public void itShowsTheHandlersAndSamplesAndSettings() throws IOException {
        ConsoleClient console = ConsoleClient.open(base);
        JsonObject handlers = console.get("handlers");
        assertTrue(handlers.getString("kit").matches("\\d+\\.\\d+\\.\\d+\\S*"), handlers.getString("kit"));
        JsonObject ask = handlers.getJsonArray("handlers").getValuesAs(JsonObject.class).stream()
                .filter(handler -> handler.getString("method").equals("ask"))
                .findFirst()
                .orElseThrow();
        assertEquals("Ask", ask.getJsonObject("action").getString("name"));
        assertTrue(ask.getJsonObject("secret").getBoolean("set"));
        assertEquals(30, console.get("samples").getJsonArray("webhooks").size());
        JsonObject settings = console.get("settings");
        JsonObject secret = settings.getJsonArray("settings").getJsonObject(0);
        assertEquals("frameio.webhook.secret", secret.getString("key"));
        assertEquals("••• (2)", secret.getString("value"));
        assertNotEquals(JsonValue.NULL, secret.get("source"));
        String all = handlers + " " + settings;
        assertFalse(all.contains(Wars.WEBHOOK_SECRET) || all.contains(Wars.ACTION_SECRET), all);
        assertTrue(
                ConsoleClient.json(
                                console.post("checks", of("of", "token-store")).body())
                        .getBoolean("ok"),
                "the token store answers");
    }

    @Test
    public void noQueueIsShownWhereEventsWaitInMemory() throws IOException {
        ConsoleClient console = ConsoleClient.open(base);
        assertEquals(Json.createObjectBuilder().add("durable", false).build(), console.get("queue"));
        assertEquals(404, console.post("queue/retry", of("id", id)).statusCode());
    }

    @Test
    public void whatItSignsIsHandledAndRecorded() throws IOException {
        ConsoleClient console = ConsoleClient.open(base);
        JsonObject signed = console.sign(webhook("file.ready", "fresh"));
        assertEquals(200, console.send(signed).statusCode());
        JsonObject delivery = console.delivery(signed);
        assertEquals("webhook", delivery.getString("kind"));
        assertEquals("file.ready", delivery.getString("type"));
        assertEquals("file " + id, delivery.getString("subject"));
        assertEquals("handled", delivery.getString("outcome"));
        assertEquals(200, delivery.getInt("status"));
        assertTrue(delivery.getJsonArray("handlers").getString(0).endsWith("TalkativeHandlers#ready"));
        assertEquals(
                base.getPath() + "frameio", delivery.getJsonObject("request").getString("path"));
        String log = delivery.get("log").toString();
        assertTrue(log.contains("ready " + id + " token=•••"), delivery.toString());
        assertFalse(delivery.toString().contains("not-to-be-shown"), log);
    }

    @Test
    public void whatFrameioWouldSendAgainIsHandledAgainAndACopyIsNot() throws IOException {
        ConsoleClient console = ConsoleClient.open(base);
        JsonObject first = console.sign(webhook("file.ready", "fresh"));
        console.send(first);
        int number = console.delivery(first).getInt("id");
        assertEquals("handled", outcome(console, again(number, "fresh")));
        assertEquals("copy", outcome(console, again(number, "replay")));
        assertEquals("rejected", outcome(console, again(number, "stale")));
        JsonObject wrong = console.sign(again(number, "wrong-signature"));
        assertEquals(401, console.send(wrong).statusCode());
        JsonObject refused = console.delivery(wrong);
        assertEquals("rejected", refused.getString("outcome"));
        assertFalse(refused.getBoolean("again"));
        assertEquals(
                409,
                console.post("sign", again(refused.getInt("id"), "fresh")).statusCode(),
                "signing what wasn't accepted");
    }

    @Test
    public void theStepsOfAnActionAreRecorded() throws IOException {
        ConsoleClient console = ConsoleClient.open(base);
        JsonObject first = console.sign(action(Payloads.action("ask", id, "file")));
        assertTrue(console.send(first).body().contains("\"fields\""));
        assertEquals("form", console.delivery(first).getString("outcome"));
        JsonObject second = console.sign(action(Payloads.submission("ask", id, of("title", "x"))));
        assertTrue(console.send(second).body().contains("Thank you."));
        JsonObject delivery = console.delivery(second);
        assertEquals("message", delivery.getString("outcome"));
        assertEquals(id, delivery.getString("interaction"));
        assertTrue(delivery.getJsonObject("answer").getString("body").contains("Thank you."));
    }

    @Test
    public void aFailureIsRecordedWithItsException() throws IOException {
        ConsoleClient console = ConsoleClient.open(base);
        JsonObject signed = console.sign(webhook("file.deleted", "fresh"));
        assertEquals(500, console.send(signed).statusCode());
        JsonObject delivery = console.delivery(signed);
        assertEquals("failed", delivery.getString("outcome"));
        assertTrue(delivery.getBoolean("failed"));
        assertTrue(delivery.getJsonArray("runs")
                .getJsonObject(0)
                .getString("exception")
                .contains("the handler's own trouble"));
    }

    @Test
    public void anAsynchronousHandlerIsRecordedAfterTheAnswer() throws IOException {
        ConsoleClient console = ConsoleClient.open(base);
        JsonObject signed = console.sign(webhook("comment.created", "fresh"));
        assertEquals(200, console.send(signed).statusCode());
        JsonObject delivery = console.ended(signed);
        assertTrue(delivery.getJsonArray("runs").getJsonObject(0).getBoolean("async"), delivery.toString());
        assertTrue(delivery.get("log").toString().contains("later " + id), delivery.toString());
    }

    @Test
    public void anUpdateHasOnlyWhatHasChanged() throws IOException {
        ConsoleClient console = ConsoleClient.open(base);
        int known = console.get("deliveries").getInt("next");
        assertEquals(
                0,
                console.get("deliveries?after=" + known)
                        .getJsonArray("deliveries")
                        .size());
        Delivery.webhook(base, "file.ready", id).send();
        assertEquals(
                1,
                console.get("deliveries?after=" + known)
                        .getJsonArray("deliveries")
                        .size());
    }

    @TestFactory
    public Stream<DynamicTest> anotherSiteOrMachineIsForbidden() throws IOException {
        String key = ConsoleClient.open(base).key();
        String local = "localhost:" + base.getPort();
        Map<String, UnaryOperator<RawRequest>> strangers = new LinkedHashMap<>();
        for (String host : new String[] {
            "example.com",
            "127.evil.com",
            "localhost.evil.com",
            "evil.com:" + base.getPort(),
            "127.0.0.1.nip.io",
            "0.0.0.0"
        }) {
            strangers.put("the host " + host, request -> request.header("Host", host));
        }
        for (String header : new String[] {
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "Via",
            "Cf-Ray",
            "ngrok-skip-browser-warning",
            "X-Real-Ip"
        }) {
            strangers.put(
                    "the header " + header,
                    request -> request.header("Host", local).header(header, "for=1.2.3.4"));
        }
        for (String site : new String[] {"cross-site", "same-site"}) {
            strangers.put(
                    "a call from " + site,
                    request -> request.header("Host", local).header("Sec-Fetch-Site", site));
        }
        strangers.put("another origin", request -> request.header("Host", local).header("Origin", "http://evil.com"));
        return strangers.entrySet().stream()
                .flatMap(stranger -> Stream.of("GET", "DELETE", "OPTIONS")
                        .flatMap(method -> Stream.of("", "/console.js", "/api/handlers")
                                .map(path -> dynamicTest(stranger.getKey() + ", " + method + " " + path, () -> {
                                    RawRequest request = RawRequest.of(
                                                    method, base.getPath() + "frameio/console" + path)
                                            .header(ConsoleClient.KEY, key);
                                    String response =
                                            stranger.getValue().apply(request).send(base);
                                    assertTrue(isForbidden(response), response);
                                }))));
    }

    @Test
    public void aRequestWithoutAHostIsRefused() throws IOException {
        String response = RawRequest.ofHttp10("GET", base.getPath() + "frameio/console/api/handlers")
                .header(ConsoleClient.KEY, ConsoleClient.open(base).key())
                .send(base);
        assertNotEquals(200, RawRequest.status(response), response);
    }

    @TestFactory
    public Stream<DynamicTest> eachNameOfThisMachineIsServed() throws IOException {
        String key = ConsoleClient.open(base).key();
        return Stream.of("localhost", "LOCALHOST:1234", "127.0.0.1", "[::1]:" + base.getPort())
                .map(host -> dynamicTest(host, () -> {
                    String response = RawRequest.of("GET", base.getPath() + "frameio/console/api/handlers")
                            .header("Host", host)
                            .header(ConsoleClient.KEY, key)
                            .header("Sec-Fetch-Site", "same-origin")
                            .send(base);
                    assertEquals(200, RawRequest.status(response), response);
                }));
    }

    @TestFactory
    public Stream<DynamicTest> dataNeedsTheKey() {
        return Stream.of("handlers", "samples", "settings", "deliveries", "deliveries/1", "sign", "checks", "other")
                .flatMap(path -> Stream.of(
                        dynamicTest(
                                path + " without a key",
                                () -> assertEquals(
                                        403,
                                        Http.answer(URI.create(base + "frameio/console/api/" + path))
                                                .statusCode())),
                        dynamicTest(
                                path + " with another key",
                                () -> assertEquals(
                                        403,
                                        Http.answer(
                                                        URI.create(base + "frameio/console/api/" + path),
                                                        ConsoleClient.KEY,
                                                        "another")
                                                .statusCode()))));
    }

    private static boolean isForbidden(String response) {
        return RawRequest.status(response) == 403 && response.contains("forbidden")
                || RawRequest.status(response) == 400;
    }

    private String outcome(ConsoleClient console, JsonObject request) {
        JsonObject signed = console.sign(request);
        console.send(signed);
        return console.delivery(signed).getString("outcome");
    }

    private JsonObject webhook(String type, String mode) {
        return Json.createObjectBuilder()
                .add("kind", "webhook")
                .add("body", Payloads.webhook(type, id))
                .add("mode", mode)
                .build();
    }

    private static JsonObject action(String body) {
        return Json.createObjectBuilder()
                .add("kind", "action")
                .add("body", body)
                .add("mode", "fresh")
                .build();
    }

    private static JsonObject again(int delivery, String mode) {
        return Json.createObjectBuilder()
                .add("delivery", delivery)
                .add("mode", mode)
                .build();
    }

    private static JsonObject of(String name, String value) {
        return Json.createObjectBuilder().add(name, value).build();
    }
}
