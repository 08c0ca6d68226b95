package io.github.frameiokit.internal.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.client.ClientClock;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.client.Upload;
import io.github.frameiokit.testkit.FakeFrameio;
import io.github.frameiokit.testkit.FakeIms;
import io.github.frameiokit.testkit.Scripted;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An app with an OpenTelemetry bean of its own, in a CDI container without a server. */
@Timeout(60)
class TelemetryTest {

    private static final String SECRET_MESSAGE = "the secret of ada@example.com";

    private final FakeIms ims = FakeIms.start();
    private final FakeFrameio frameio = FakeFrameio.start();
    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final InMemoryMetricReader metrics = InMemoryMetricReader.create();
    private final OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .setMeterProvider(
                    SdkMeterProvider.builder().registerMetricReader(metrics).build())
            .build();
    private final Map<String, String> properties = new HashMap<>(Map.of(
            "frameio.webhook.secret", SignedRequest.WEBHOOK_SECRET,
            "frameio.action.secret", SignedRequest.ACTION_SECRET,
            "frameio.api.url", frameio.url().toString(),
            "frameio.oauth.server-to-server", "true",
            "frameio.oauth.ims-url", ims.url().toString(),
            "frameio.oauth.client-id", FakeIms.CLIENT_ID,
            "frameio.oauth.client-secret", FakeIms.CLIENT_SECRET));
    private WeldContainer container;
    private Reception reception;

    /** What the app does; without a proxy, since a proxy has fields of its own. */
    @Singleton
    static class Work {

        volatile int failures;
    }

    /** The app. */
    @ApplicationScoped
    static class App {

        @Inject
        Work work;

        @Inject
        FrameioClient frameio;

        void immediate(@Observes @Webhook("file.ready") WebhookEvent event) {
            frameio.accounts().index();
        }

        void asynchronous(@ObservesAsync @Webhook("file.ready") WebhookEvent event) {
            if (work.failures > 0) {
                work.failures--;
                throw new IllegalStateException(SECRET_MESSAGE);
            }
            frameio.accounts().index();
        }

        void failing(@Observes @Webhook("file.deleted") WebhookEvent event) {
            throw new IllegalStateException(SECRET_MESSAGE);
        }

        void uploading(@Observes @Webhook("folder.created") WebhookEvent event) {
            frameio.upload("a", "f", Upload.of(new ByteArrayInputStream(new byte[10]), "x.txt", 10));
        }

        void action(@Observes @Action("export") ActionEvent event) {}
    }

    /** A database. */
    @ApplicationScoped
    static class Database {

        @Produces
        @ApplicationScoped
        DataSource database() {
            JdbcDataSource database = new JdbcDataSource();
            database.setURL(System.getProperty("test.database"));
            return database;
        }
    }

    /** Waits for nobody. */
    @ApplicationScoped
    static class Impatient implements ClientClock {

        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void sleep(Duration time) {}
    }

    @BeforeEach
    void prepare() {
        frameio.trust(ims);
    }

    private void start() {
        start(Optional.of(telemetry));
    }

    private void start(Optional<OpenTelemetry> bean) {
        properties.forEach(System::setProperty);
        Weld weld = new Weld().addBeanClasses(Work.class, App.class, Database.class, Impatient.class);
        bean.ifPresent(it -> weld.addExtension(new BeanOf(it)));
        container = weld.initialize();
        reception = container.select(Reception.class).get();
    }

    private void startDurable() {
        properties.putIfAbsent("frameio.delivery.backoff", "1");
        properties.putAll(Map.of(
                "frameio.delivery", "jdbc",
                "frameio.delivery.jdbc.create-table", "true",
                "test.database", "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
        start();
    }

    @AfterEach
    void stop() {
        properties.keySet().forEach(System::clearProperty);
        stopApp();
        telemetry.close();
        frameio.close();
        ims.close();
    }

    private void stopApp() {
        if (container.isRunning()) {
            container.shutdown();
        }
    }

    /** Sends a request in a span as a server begins one, with baggage as an app may have it. */
    private int send(SignedRequest request) {
        Span server = telemetry
                .getTracer("server")
                .spanBuilder("POST /frameio")
                .setSpanKind(SpanKind.SERVER)
                .startSpan();
        Baggage baggage = Baggage.builder().put("user", "ada").build();
        try {
            return Context.root()
                    .with(baggage)
                    .with(server)
                    .wrap((Callable<Integer>) () -> reception
                            .receive(request.headers(), request.requestBody(), () -> {})
                            .status())
                    .call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            server.end();
        }
    }

    private static SignedRequest now(SignedRequest request) {
        return request.timestamp(Long.toString(Instant.now().getEpochSecond()))
                .with("nonce", "\"" + UUID.randomUUID() + "\"");
    }

    private SpanData span(String name) {
        return spans(name, 1).get(0);
    }

    /** Waits until so many spans have ended. */
    private List<SpanData> spans(String name, int number) {
        while (true) {
            List<SpanData> found = spans.getFinishedSpanItems().stream()
                    .filter(it -> it.getName().equals(name))
                    .toList();
            if (found.size() >= number) {
                return found;
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertBelow(SpanData parent, SpanData child) {
        assertEquals(parent.getTraceId(), child.getTraceId(), child.getName());
        assertEquals(parent.getSpanId(), child.getParentSpanId(), child.getName());
    }

    private static Optional<String> text(SpanData span, String key) {
        return Optional.ofNullable(span.getAttributes().get(AttributeKey.stringKey(key)));
    }

    private static Optional<Long> number(SpanData span, String key) {
        return Optional.ofNullable(span.getAttributes().get(AttributeKey.longKey(key)));
    }

    /** How often something with these attributes was measured, or the sum of a counter. */
    private long measured(String metric, String... attributes) {
        Collection<MetricData> all = metrics.collectAllMetrics();
        Predicate<Attributes> fits = it -> {
            for (int i = 0; i < attributes.length; i += 2) {
                Object value = it.asMap().get(AttributeKey.stringKey(attributes[i]));
                if (!attributes[i + 1].equals(value)) {
                    return false;
                }
            }
            return true;
        };
        return all.stream()
                .filter(it -> it.getName().equals(metric))
                .flatMap(it -> Stream.concat(
                        it.getLongSumData().getPoints().stream()
                                .filter(point -> fits.test(point.getAttributes()))
                                .map(point -> point.getValue()),
                        it.getHistogramData().getPoints().stream()
                                .filter(point -> fits.test(point.getAttributes()))
                                .map(point -> point.getCount())))
                .mapToLong(it -> it)
                .sum();
    }

    @Test
    void theServersSpanDescribesTheEvent() {
        start();
        assertEquals(
                200,
                send(now(SignedRequest.webhook()
                        .type("file.ready")
                        .with("resource", "{\"id\":\"r\",\"type\":\"file\"}")
                        .with("account", "{\"id\":\"a\"}")
                        .with("workspace", "{\"id\":\"w\"}")
                        .with("project", "{\"id\":\"p\"}")
                        .with("user", "{\"id\":\"u\"}"))));
        assertEquals(
                Map.of(
                        "frameio.event.type", "file.ready",
                        "frameio.account.id", "a",
                        "frameio.workspace.id", "w",
                        "frameio.project.id", "p",
                        "frameio.resource.id", "r",
                        "frameio.resource.type", "file",
                        "frameio.request.outcome", "accepted"),
                texts(span("POST /frameio")));
    }

    @Test
    void theServersSpanDescribesTheAction() {
        start();
        assertEquals(
                200,
                send(now(SignedRequest.action()
                        .with("action_id", "\"c\"")
                        .with("resource", "{\"id\":\"a\",\"type\":\"file\"}"))));
        Map<String, String> texts = texts(span("POST /frameio"));
        assertEquals("export", texts.get("frameio.event.type"));
        assertEquals("a", texts.get("frameio.resource.id"));
        assertEquals("file", texts.get("frameio.resource.type"));
        assertEquals("c", texts.get("frameio.action.id"));
        assertEquals("i", texts.get("frameio.interaction.id"));
    }

    private static Map<String, String> texts(SpanData span) {
        Map<String, String> texts = new HashMap<>();
        span.getAttributes().forEach((key, value) -> texts.put(key.getKey(), value.toString()));
        return texts;
    }

    @Test
    void eachHandlerHasASpanBelowTheServersAndItsCallsAreBelowIt() {
        start();
        send(now(SignedRequest.webhook()));
        SpanData server = span("POST /frameio");
        List<SpanData> calls = spans("GET /v4/accounts", 2);
        for (String handler : List.of("App.immediate", "App.asynchronous")) {
            SpanData span = span(handler);
            assertBelow(server, span);
            assertEquals(SpanKind.INTERNAL, span.getKind());
            assertEquals(
                    Optional.of("io.github.frameiokit.internal.events.TelemetryTest$" + handler),
                    text(span, "code.function.name"));
            assertEquals(
                    1,
                    calls.stream()
                            .filter(it -> it.getParentSpanId().equals(span.getSpanId()))
                            .count());
        }
    }

    @Test
    void aCallHasASpanWithoutItsIdsAndFrameioGetsItsContextButNotTheAppsBaggage() {
        start();
        send(now(SignedRequest.webhook()));
        SpanData call = spans("GET /v4/accounts", 2).get(0);
        assertEquals(SpanKind.CLIENT, call.getKind());
        assertEquals(Optional.of("GET"), text(call, "http.request.method"));
        assertEquals(Optional.of("/v4/accounts"), text(call, "url.template"));
        assertEquals(Optional.of(frameio.url().getHost()), text(call, "server.address"));
        assertEquals(Optional.of(200L), number(call, "http.response.status_code"));
        Map<String, String> headers = frameio.requests("accounts.index").get(0).headers();
        assertEquals(
                "00-" + call.getTraceId() + "-" + call.getSpanId() + "-01",
                headers.get("traceparent"),
                headers.toString());
        assertFalse(headers.containsKey("baggage"));
    }

    @Test
    void aTokenRequestHasASpanAndIsCounted() {
        start();
        send(now(SignedRequest.webhook()));
        SpanData request = span("POST /ims/token/v3");
        assertEquals(SpanKind.CLIENT, request.getKind());
        assertEquals(span("POST /frameio").getTraceId(), request.getTraceId());
        assertEquals(
                1,
                measured(
                        "frameio.token.requests",
                        "frameio.token.grant",
                        "client_credentials",
                        "frameio.token.outcome",
                        "issued"));
    }

    @Test
    void aRejectedTokenRequestIsCounted() {
        start();
        ims.answer(FakeIms.Endpoint.TOKEN, Scripted.oauthError(400, "invalid_client", SECRET_MESSAGE));
        send(now(SignedRequest.webhook().type("folder.created")));
        assertEquals(1, measured("frameio.token.requests", "frameio.token.outcome", "rejected"));
        assertNothingPersonal();
    }

    @Test
    void eachPartOfAnUploadHasASpanWithoutTheSignedUrl() {
        start();
        frameio.partSize(4);
        assertEquals(200, send(now(SignedRequest.webhook().type("folder.created"))));
        List<SpanData> parts = spans("PUT", 3);
        assertEquals(3, parts.size());
        parts.forEach(part -> {
            assertBelow(span("App.uploading"), part);
            assertEquals(
                    List.of("http.request.method", "http.response.status_code", "server.address"),
                    texts(part).keySet().stream().sorted().toList());
        });
    }

    @Test
    void aFailedHandlersSpanHasTheClassOfItsExceptionAndNotTheMessage() {
        start();
        assertEquals(500, send(now(SignedRequest.webhook().type("file.deleted"))));
        SpanData failed = span("App.failing");
        assertEquals(StatusCode.ERROR, failed.getStatus().getStatusCode());
        assertEquals(Optional.of("java.lang.IllegalStateException"), text(failed, "error.type"));
        assertEquals(Optional.of("failed"), text(span("POST /frameio"), "frameio.request.outcome"));
        assertEquals(1, measured("frameio.handler.duration", "error.type", "java.lang.IllegalStateException"));
        assertNothingPersonal();
    }

    private void assertNothingPersonal() {
        String all = spans.getFinishedSpanItems() + " " + metrics.collectAllMetrics();
        Stream.concat(
                        Stream.of(SECRET_MESSAGE, "ada", FakeIms.CLIENT_SECRET, SignedRequest.WEBHOOK_SECRET),
                        ims.secrets().stream())
                .forEach(secret -> assertFalse(all.contains(secret), secret));
    }

    @Test
    void aDeliverysAttemptsAreBelowTheSpanThatSentItAndHaveALinkToIt() {
        startDurable();
        container.select(Work.class).get().failures = 1;
        assertEquals(200, send(now(SignedRequest.webhook())));
        SpanData sent = span("send frameio_deliveries");
        assertBelow(span("POST /frameio"), sent);
        assertEquals(SpanKind.PRODUCER, sent.getKind());
        assertEquals(Optional.of(1L), number(sent, "messaging.batch.message_count"));
        List<SpanData> attempts = spans("process frameio_deliveries", 2);
        List<SpanData> handlers = spans("App.asynchronous", 2);
        for (int i = 0; i < 2; i++) {
            SpanData attempt = attempts.get(i);
            assertEquals(SpanKind.CONSUMER, attempt.getKind());
            assertBelow(sent, attempt);
            assertEquals(
                    sent.getSpanId(), attempt.getLinks().get(0).getSpanContext().getSpanId());
            assertEquals(Optional.of("db_scheduler"), text(attempt, "messaging.system"));
            assertEquals(Optional.of(i + 1L), number(attempt, "frameio.delivery.attempt"));
            assertBelow(attempt, handlers.get(i));
        }
        assertEquals(Optional.of("again"), text(attempts.get(0), "frameio.delivery.outcome"));
        assertEquals(Optional.of("java.lang.IllegalStateException"), text(attempts.get(0), "error.type"));
        assertEquals(Optional.of("done"), text(attempts.get(1), "frameio.delivery.outcome"));
        assertEquals(1, measured("messaging.client.sent.messages", "messaging.system", "db_scheduler"));
        assertEquals(1, measured("messaging.process.duration", "frameio.delivery.outcome", "again"));
        assertEquals(1, measured("messaging.process.duration", "frameio.delivery.outcome", "done"));
        assertNothingPersonal();
    }

    @Test
    void gaugesShowWhatWaits() {
        properties.put("frameio.delivery.backoff", "3600");
        startDurable();
        container.select(Work.class).get().failures = 1;
        assertEquals(200, send(now(SignedRequest.webhook())));
        span("process frameio_deliveries");
        assertEquals(Optional.of(1L), level("frameio.delivery.pending"));
        assertEquals(Optional.of(0L), level("frameio.delivery.dead"));
        assertEquals(Optional.of(0L), level("frameio.delivery.oldest.age"));
    }

    @Test
    void theGaugesEndWithTheAppWhichTheServersTelemetryWouldKeepOtherwise() {
        startDurable();
        assertEquals(200, send(now(SignedRequest.webhook())));
        assertTrue(level("frameio.delivery.dead").isPresent());
        stopApp();
        assertEquals(Optional.empty(), level("frameio.delivery.dead"));
    }

    @Test
    void withoutDurableDeliveryNothingIsToldOfAQueue() {
        start();
        assertEquals(200, send(now(SignedRequest.webhook())));
        assertEquals(Optional.empty(), level("frameio.delivery.pending"));
        assertEquals(Optional.empty(), level("frameio.installations"));
    }

    @Test
    void aGaugeShowsTheInstallationAtTheStart() {
        properties.put("frameio.install.workspaces", "an-account/a-workspace,an-account/another");
        properties.put("frameio.base-url", "https://app.example.com");
        properties.put("frameio.development", "true");
        start();
        assertEquals(200, send(now(SignedRequest.webhook())));
        assertEquals(Optional.of(2L), level("frameio.installations"));
    }

    /** What a gauge shows in all its states; empty if it shows nothing. */
    private Optional<Long> level(String metric) {
        return metrics.collectAllMetrics().stream()
                .filter(it -> it.getName().equals(metric))
                .flatMap(it -> it.getLongGaugeData().getPoints().stream())
                .map(LongPointData::getValue)
                .reduce(Long::sum);
    }

    @Test
    void requestsAreCountedByOutcome() {
        start();
        SignedRequest request = now(SignedRequest.webhook().type("file.ready"));
        send(request);
        send(request);
        send(SignedRequest.webhook()
                .timestamp(Long.toString(Instant.now().getEpochSecond()))
                .signature("v0=00"));
        send(now(SignedRequest.webhook()).body("no JSON"));
        send(now(SignedRequest.webhook().type("project.created")));
        send(now(SignedRequest.webhook().type("file.deleted")));
        for (String outcome : List.of("accepted", "copy", "unauthorized", "malformed", "unhandled", "failed")) {
            assertEquals(1, measured("frameio.requests", "frameio.request.outcome", outcome), outcome);
            assertEquals(1, measured("frameio.request.duration", "frameio.request.outcome", outcome), outcome);
        }
        assertEquals(2, measured("frameio.requests", "frameio.event.type", "file.ready"));
        assertEquals(1, measured("frameio.requests", "frameio.event.type", "_OTHER"));
    }

    @Test
    void waitsForTheRateLimitAreMeasured() {
        start();
        frameio.answer("accounts.index", Scripted.error(429), Scripted.error(429));
        send(now(SignedRequest.webhook()));
        spans("GET /v4/accounts", 4);
        assertEquals(2, measured("frameio.api.wait.duration", "frameio.wait.reason", "rate_limit"));
        assertEquals(2, measured("http.client.request.duration", "url.template", "/v4/accounts", "error.type", "429"));
    }

    @Test
    void anAppWhoseOpenTelemetryFailsWorksWithoutTelemetry() {
        start(Optional.of((OpenTelemetry) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {OpenTelemetry.class}, (proxy, method, arguments) -> {
                    throw new IllegalStateException("as told");
                })));
        assertEquals(200, send(now(SignedRequest.webhook())));
    }

    @Test
    void anAppWithoutTheBeanHasNoTelemetry() {
        start(Optional.empty());
        assertEquals(200, send(now(SignedRequest.webhook())));
        assertEquals(
                List.of("POST /frameio"),
                spans.getFinishedSpanItems().stream().map(SpanData::getName).toList());
        assertTrue(frameio.requests().stream().noneMatch(it -> it.headers().containsKey("traceparent")));
    }

    @Test
    void aBeanThatIsSwitchedOffMeansNoTelemetry() {
        start(Optional.of(OpenTelemetry.noop()));
        assertEquals(200, send(now(SignedRequest.webhook())));
        assertEquals(Map.of(), texts(span("POST /frameio")));
        assertEquals(
                Recorder.NONE,
                container.select(Recorder.Source.class).stream()
                        .map(Recorder.Source::recorder)
                        .reduce((one, other) -> one == other ? one : null)
                        .orElseThrow());
    }

    /** Adds the bean. */
    static class BeanOf implements Extension {

        private final OpenTelemetry bean;

        BeanOf(OpenTelemetry bean) {
            this.bean = bean;
        }

        void add(@Observes AfterBeanDiscovery discovery) {
            discovery
                    .<OpenTelemetry>addBean()
                    .types(OpenTelemetry.class)
                    .scope(Singleton.class)
                    .createWith(context -> bean);
        }
    }
}
