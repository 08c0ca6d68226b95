package io.github.frameiokit.internal.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.delivery.DeadDelivery;
import io.github.frameiokit.delivery.Deliveries;
import io.github.frameiokit.delivery.DeliveryException;
import io.github.frameiokit.internal.JsonText;
import io.github.frameiokit.internal.events.ActionHandler;
import io.github.frameiokit.internal.events.Handler;
import io.github.frameiokit.internal.events.Handlers;
import io.github.frameiokit.internal.events.Kind;
import io.github.frameiokit.internal.events.Outcome;
import io.github.frameiokit.internal.events.Recording;
import io.github.frameiokit.internal.events.WebhookHandler;
import io.github.frameiokit.oauth.TokenStore;
import io.github.frameiokit.signing.Signature;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleTest {

    private static final String KEY = "the-key";
    private static final String BODY = "{\"type\":\"file.ready\",\"resource\":{\"id\":\"r\",\"type\":\"file\"}}";
    private static final Logger LOGGER = Logger.getLogger(ConsoleTest.class.getName());

    private final Map<String, String> properties = new HashMap<>(Map.of(
            "frameio.webhook.secret", "webhook-secret",
            "frameio.action.secret", "action-secret",
            "frameio.token", "the-token"));
    private final Handlers handlers = new Handlers(
            List.of(
                    new WebhookHandler(id("ready"), List.of("file.ready", "comment.*", "review.*"), false, ""),
                    new WebhookHandler(id("own"), List.of("acme.made"), true, "acme.secret"),
                    new ActionHandler(id("ask"), "ask", "Ask", "", Set.of(), true, false, "")),
            true,
            true,
            false);
    private final FakeQueue queue = new FakeQueue();
    private final Console console = console();

    private Console console() {
        return new Console(
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(properties, "the file", 100))
                        .build(),
                handlers,
                KEY,
                Optional.empty(),
                new NoStore(),
                Optional::empty,
                Optional::empty,
                () -> Optional.<Deliveries>of(queue).filter(it -> queue.durable));
    }

    private static Handler.Id id(String method) {
        return new Handler.Id("com.example.Hooks", method, List.of());
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void thePageNamesItsAddressAndThatOfEvents() {
        Reply page = console.answer(call("GET", "", "", null));
        assertEquals(200, page.status());
        String html = text(page);
        assertTrue(html.contains("data-base=\"/app/api/frameio/console\""), html);
        assertTrue(html.contains("data-events=\"/app/api/frameio\""), html);
        assertFalse(html.contains("@"), html);
    }

    @Test
    void eachPageHasANonceOfItsOwn() {
        String first = console.answer(call("GET", "", "", null)).headers().get("Content-Security-Policy");
        String second = console.answer(call("GET", "", "", null)).headers().get("Content-Security-Policy");
        assertTrue(first.startsWith("default-src 'none'; script-src 'nonce-"), first);
        assertNotEquals(first, second);
    }

    @Test
    void theVersionOfTheKitIsFilledIn() {
        String version = JsonText.object(
                        console.answer(call("GET", "api/handlers", "", null)).body())
                .getString("kit");
        assertTrue(version.matches("\\d+\\.\\d+\\.\\d+\\S*"), version);
    }

    @Test
    void whatTheAppRegistersIsShownAndWhatItCant() {
        JsonObject app = JsonText.object(
                console.answer(call("GET", "api/handlers", "", null)).body());
        String manifest = app.getString("manifest");
        assertEquals(
                "[{\"event\":\"ask\",\"name\":\"Ask\",\"description\":\"Ask\"}]",
                JsonText.object(manifest).getJsonArray("actions").toString());
        assertEquals("[\"review.*\"]", app.getJsonArray("unregistered").toString());
    }

    @ParameterizedTest
    @CsvSource({
        "GET,console.js,200",
        "GET,console.css,200",
        "GET,console.html,404",
        "GET,../console.js,404",
        "POST,,405",
        "GET,api/handlers,200",
        "POST,api/handlers,405",
        "GET,api/sign,405",
        "PUT,api/sign,405",
        "POST,api/queue,405",
        "GET,api/queue/retry,405",
        "GET,api/queue/discard,405",
        "GET,api/other,404",
        "GET,api/deliveries/x,404",
        "GET,api/deliveries/99999999999999999999,404",
        "POST,api/checks,404",
    })
    void anAddressAnswersItsMethodsOnly(String method, String path, int status) {
        assertEquals(
                status,
                console.answer(call(method, path == null ? "" : path, "", "{}")).status());
    }

    @Test
    void jsonIsAskedFor() {
        assertEquals(400, console.answer(call("POST", "api/sign", "", "[]")).status());
        Call other = call("POST", "api/sign", "", "{}");
        other.headers().put("Content-Type", List.of("text/plain"));
        assertEquals(415, console.answer(other).status());
    }

    @Test
    void everySettingIsShownWithItsSourceAndNoSecretIs() {
        JsonObject settings = get("settings", "");
        List<JsonObject> all = settings.getJsonArray("settings").getValuesAs(JsonObject.class);
        assertEquals(io.github.frameiokit.internal.Settings.ALL.size(), all.size());
        JsonObject token = all.stream()
                .filter(it -> it.getString("key").equals("frameio.token"))
                .findFirst()
                .orElseThrow();
        assertEquals("•••", token.getString("value"));
        assertEquals("the file", token.getString("source").replaceAll(".*(the file).*", "$1"));
        assertEquals("frameio.token", settings.getJsonObject("frameio").getString("credentials"));
        assertEquals(
                "acme.secret", settings.getJsonArray("others").getJsonObject(0).getString("key"));
        assertFalse(settings.toString().contains("the-token"), settings.toString());
        assertFalse(settings.toString().contains("webhook-secret"), settings.toString());
    }

    @Test
    void everyDocumentedTypeAndEachOfTheAppsHasASample() {
        JsonObject samples = get("samples", "");
        List<JsonObject> webhooks = samples.getJsonArray("webhooks").getValuesAs(JsonObject.class);
        assertEquals(31, webhooks.size());
        webhooks.forEach(it -> assertEquals(
                it.getString("type"),
                WebhookEvent.of(JsonText.object(it.getString("body")), Instant.EPOCH)
                        .type()));
        assertEquals("acme.made", webhooks.get(30).getString("type"));
        assertFalse(webhooks.get(30).getBoolean("documented"));
        assertEquals("ask", samples.getJsonArray("actions").getJsonObject(0).getString("type"));
    }

    @Test
    void whatItSignsHasTheSignatureOfTheTypesSecret() {
        JsonObject signed = sign(BODY, "fresh");
        assertTrue(fits(signed, "webhook-secret"));
        assertEquals("FRAMEIO_WEBHOOK_SECRET", signed.getString("variable"));
        assertEquals("/app/api/frameio", signed.getString("path"));
        assertEquals(BODY, signed.getString("body"));
        assertFalse(fits(sign(BODY, "wrong-signature"), "webhook-secret"));
        JsonObject stale = sign(BODY, "stale");
        assertTrue(fits(stale, "webhook-secret"));
        assertTrue(timestamp(stale) < Instant.now().getEpochSecond() - 300);
        assertTrue(fits(sign("{\"type\":\"ask\",\"interaction_id\":\"i\"}", "fresh"), "action-secret"));
    }

    @Test
    void theSameBodyIsNeverSignedTwiceInOneSecond() {
        assertTrue(timestamp(sign(BODY, "fresh")) < timestamp(sign(BODY, "fresh")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no json | The body is not a JSON object.",
                "{} | The payload has no 'type'.",
            })
    void whatCantBeSignedIsExplained(String body, String sentence) {
        Reply reply = console.answer(call(
                "POST",
                "api/sign",
                "",
                JsonText.builder().add("body", body).build().toString()));
        assertEquals(409, reply.status());
        assertEquals(sentence, JsonText.object(reply.body()).getString("error"));
    }

    @Test
    void aMissingSecretIsNamed() {
        properties.remove("frameio.action.secret");
        try (Console without = console()) {
            Reply reply = without.answer(call(
                    "POST", "api/sign", "", "{\"body\":\"{\\\"type\\\":\\\"ask\\\",\\\"action_id\\\":\\\"a\\\"}\"}"));
            assertEquals(
                    "There is no secret for this type; set frameio.action.secret, or let the SigningSecretResolver"
                            + " return one.",
                    JsonText.object(reply.body()).getString("error"));
        }
    }

    @Test
    void theLast200RequestsAreKept() {
        for (int i = 1; i <= 250; i++) {
            received(BODY).ended(outcome(401, "unauthorized"));
        }
        JsonObject deliveries = get("deliveries", "");
        assertEquals(200, deliveries.getJsonArray("deliveries").size());
        assertEquals(51, deliveries.getInt("first"));
        assertEquals(
                404, console.answer(call("GET", "api/deliveries/50", "", null)).status());
        assertEquals(
                200, console.answer(call("GET", "api/deliveries/250", "", null)).status());
        console.close();
        assertEquals(0, get("deliveries", "").getJsonArray("deliveries").size());
    }

    @Test
    void aChangeIsReportedOnceMore() {
        Recording received = received(BODY);
        int known = get("deliveries", "").getInt("next");
        assertEquals(
                0,
                get("deliveries", "after=" + known).getJsonArray("deliveries").size());
        received.ended(outcome(200, ""));
        JsonObject changed =
                get("deliveries", "after=" + known).getJsonArray("deliveries").getJsonObject(0);
        assertEquals(1, changed.getInt("id"));
        assertEquals(200, changed.getInt("status"));
    }

    @Test
    void onlyWhatWasAcceptedIsSignedAgain() {
        received(BODY).ended(outcome(401, "unauthorized"));
        Recording accepted = received(BODY);
        accepted.accepted(Kind.WEBHOOK, WebhookEvent.of(JsonText.object(BODY), Instant.EPOCH));
        accepted.ended(outcome(200, ""));
        assertEquals(409, signAgain(1, "fresh").status());
        assertTrue(fits(JsonText.object(signAgain(2, "fresh").body()), "webhook-secret"));
        JsonObject replay = JsonText.object(signAgain(2, "replay").body());
        assertEquals("v0=as-it-came", replay.getJsonObject("headers").getString(Signature.HEADER));
        assertEquals(404, signAgain(3, "fresh").status());
    }

    @Test
    void headersAndTextsWithSecretsAreNotShown() {
        Recording received = received("{\"type\":\"file.ready\",\"x\":\"webhook-secret\"}");
        LOGGER.log(Level.WARNING, "used {0} with webhook-secret", "this");
        received.failed("Hooks#ready", new IllegalStateException("token=abcdef"));
        received.ended(outcome(200, "see https://example.com/?ticket=abc"));
        String details = get("deliveries/1", "").toString();
        assertTrue(details.contains("used this with •••"), details);
        assertTrue(details.contains("\"Cookie\",null"), details);
        for (String secret : List.of("webhook-secret", "session=1", "abcdef", "ticket=abc")) {
            assertFalse(details.contains(secret), details);
        }
    }

    @Test
    void whatOtherThreadsAndEarlierRequestsLogIsNotShown() throws InterruptedException {
        received(BODY).ended(outcome(200, ""));
        LOGGER.warning("after the request");
        Recording received = received(BODY);
        Thread other = new Thread(() -> LOGGER.warning("on another thread"));
        other.start();
        other.join();
        Recording.Run run = received.run(new Handler.Id("Hooks", "ready", List.of()), false);
        LOGGER.warning("in the handler");
        run.ended(null);
        received.ended(outcome(200, ""));
        assertEquals(JsonValue.EMPTY_JSON_ARRAY, get("deliveries/1", "").get("log"));
        assertEquals(1, get("deliveries/2", "").getJsonArray("log").size());
        assertEquals(JsonValue.NULL, get("deliveries/2", "").get("logNote"));
    }

    @Test
    void theHandlerOfLogLinesIsRemovedAtTheEnd() {
        int during = Logger.getLogger("").getHandlers().length;
        console.close();
        assertEquals(during - 1, Logger.getLogger("").getHandlers().length);
    }

    @Test
    void theTokenStoreIsAsked() {
        JsonObject failing = JsonText.object(console.answer(call("POST", "api/checks", "", "{\"of\":\"token-store\"}"))
                .body());
        assertFalse(failing.getBoolean("ok"));
        assertEquals("IllegalStateException: no database", failing.getString("text"));
    }

    @Test
    void theQueueIsShownWithItsDeadDeliveriesAndWithoutSecrets() {
        queue.durable = true;
        JsonObject shown = get("queue", "");
        assertTrue(shown.getBoolean("durable"));
        assertEquals(JsonValue.NULL, shown.get("pending"));
        assertEquals(2, shown.getInt("dead"));
        JsonObject dead = shown.getJsonArray("entries").getJsonObject(0);
        assertEquals("file.ready", dead.getString("type"));
        assertEquals("Hooks#ready", dead.getString("handler"));
        assertEquals(3, dead.getInt("attempts"));
        assertEquals("1970-01-01T00:00:00Z", dead.getString("since"));
        assertEquals("java.lang.IllegalStateException: token=•••", dead.getString("cause"));
        assertEquals("•••", JsonText.object(dead.getString("payload")).getString("token"));
        assertEquals(
                JsonValue.NULL, shown.getJsonArray("entries").getJsonObject(1).get("payload"));
        assertEquals(50, queue.most);
    }

    @Test
    void withoutDurableDeliveryNoQueueIsAsked() {
        assertEquals("{\"durable\":false}", get("queue", "").toString());
        assertEquals(404, change("retry", "a").status());
        assertEquals(0, queue.most);
    }

    @Test
    void aDeadDeliveryIsRetriedOrDiscardedOnce() {
        queue.durable = true;
        JsonObject left = JsonText.object(change("retry", "a").body());
        assertEquals(1, left.getInt("dead"));
        assertEquals("b", left.getJsonArray("entries").getJsonObject(0).getString("id"));
        assertEquals(404, change("retry", "a").status());
        assertEquals(200, change("discard", "b").status());
        assertEquals(404, change("discard", "b").status());
        assertEquals(List.of("retry a", "discard b"), queue.changes);
    }

    @Test
    void whatAnEngineCannotDoIsSaidAndTheRestIsShown() {
        queue.durable = true;
        queue.failure = Optional.of(new UnsupportedOperationException("See the broker's own console."));
        JsonObject shown = get("queue", "");
        assertEquals(2, shown.getInt("dead"));
        assertEquals("See the broker's own console.", shown.getString("problem"));
        queue.failure = Optional.of(new DeliveryException("No answer, password=abcdef"));
        Reply reply = change("discard", "a");
        assertEquals(409, reply.status());
        assertEquals("No answer, password=•••", JsonText.object(reply.body()).getString("error"));
    }

    private Reply change(String how, String dead) {
        return console.answer(call("POST", "api/queue/" + how, "", "{\"id\":\"" + dead + "\"}"));
    }

    private Recording received(String body) {
        MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
        headers.add("Content-Type", "application/json");
        headers.add("Cookie", "session=1");
        headers.add(Signature.TIMESTAMP_HEADER, "1700000000");
        headers.add(Signature.HEADER, "v0=as-it-came");
        return console.recorder()
                .begin(
                        (HttpHeaders) Proxy.newProxyInstance(
                                HttpHeaders.class.getClassLoader(),
                                new Class<?>[] {HttpHeaders.class},
                                (proxy, method, arguments) -> headers),
                        body.getBytes(StandardCharsets.UTF_8));
    }

    private static Outcome outcome(int status, String text) {
        return new Outcome(status, MediaType.TEXT_PLAIN_TYPE, text.getBytes(StandardCharsets.UTF_8), false);
    }

    private JsonObject sign(String body, String mode) {
        return JsonText.object(console.answer(call(
                        "POST",
                        "api/sign",
                        "",
                        JsonText.builder()
                                .add("body", body)
                                .add("mode", mode)
                                .build()
                                .toString()))
                .body());
    }

    private Reply signAgain(int delivery, String mode) {
        return console.answer(
                call("POST", "api/sign", "", "{\"delivery\":" + delivery + ",\"mode\":\"" + mode + "\"}"));
    }

    private static boolean fits(JsonObject signed, String secret) {
        JsonObject headers = signed.getJsonObject("headers");
        return Signature.matches(
                secret,
                headers.getString(Signature.TIMESTAMP_HEADER),
                signed.getString("body").getBytes(StandardCharsets.UTF_8),
                headers.getString(Signature.HEADER));
    }

    private static long timestamp(JsonObject signed) {
        return Long.parseLong(signed.getJsonObject("headers").getString(Signature.TIMESTAMP_HEADER));
    }

    private JsonObject get(String path, String query) {
        Reply reply = console.answer(call("GET", "api/" + path, query, null));
        assertEquals(200, reply.status(), text(reply));
        return JsonText.object(reply.body());
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    private static Call call(String method, String path, String query, String body) {
        Map<String, List<String>> headers = new HashMap<>(Map.of(
                "Host", List.of("localhost:9080"),
                "X-Frameio-Console-Key", List.of(KEY),
                "Content-Type", List.of("application/json; charset=utf-8")));
        return new Call(
                method,
                path,
                query,
                URI.create("http://localhost:9080/app/api/"),
                Call.copy(headers),
                Optional.ofNullable(body).map(it -> it.getBytes(StandardCharsets.UTF_8)),
                Optional.of("127.0.0.1"));
    }

    /** A queue with a dead delivery, and another one that is sealed with another key. */
    private static final class FakeQueue implements Deliveries {

        private final List<DeadDelivery> dead = new ArrayList<>(List.of(
                new DeadDelivery(
                        "a",
                        "Hooks#ready",
                        Optional.of(WebhookEvent.of(
                                JsonText.object(BODY.replaceFirst("\\{", "{\"token\":\"abc\",")), Instant.EPOCH)),
                        3,
                        Optional.of(Instant.EPOCH),
                        Optional.of("java.lang.IllegalStateException: token=abcdef")),
                new DeadDelivery("b", "", Optional.empty(), 0, Optional.empty(), Optional.empty())));
        private final List<String> changes = new ArrayList<>();
        private boolean durable;
        private Optional<RuntimeException> failure = Optional.empty();
        private int most;

        @Override
        public OptionalLong pendingCount() {
            return OptionalLong.empty();
        }

        @Override
        public OptionalLong deadCount() {
            return OptionalLong.of(dead.size());
        }

        @Override
        public List<DeadDelivery> dead(int asked) {
            most = asked;
            fail();
            return List.copyOf(dead);
        }

        @Override
        public boolean retry(String id) {
            return change("retry", id);
        }

        @Override
        public boolean discard(String id) {
            return change("discard", id);
        }

        private boolean change(String how, String id) {
            fail();
            boolean found = dead.removeIf(it -> it.id().equals(id));
            if (found) {
                changes.add(how + " " + id);
            }
            return found;
        }

        private void fail() {
            failure.ifPresent(it -> {
                throw it;
            });
        }
    }

    /** A store whose database is down. */
    private static final class NoStore implements TokenStore {

        @Override
        public Optional<Entry> find(String key) {
            throw new IllegalStateException("no database");
        }

        @Override
        public boolean put(String key, Entry entry, long expected) {
            throw new IllegalStateException("no database");
        }

        @Override
        public void delete(String key) {
            throw new IllegalStateException("no database");
        }

        @Override
        public boolean delete(String key, long expected) {
            throw new IllegalStateException("no database");
        }
    }
}
