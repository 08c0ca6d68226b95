package io.github.frameiokit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.testkit.CollectedSpan.Event;
import io.github.frameiokit.testkit.CollectedSpan.Kind;
import io.github.frameiokit.testkit.CollectedSpan.Link;
import io.github.frameiokit.testkit.CollectedSpan.Status;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.SimpleLogRecordProcessor;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentSelector;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.View;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What OpenTelemetry's own exporters send arrives. */
class FakeCollectorTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofMillis(50);
    private static final Instant BEGIN = Instant.parse("2026-11-27T10:00:00.123456789Z");
    private static final Instant END = BEGIN.plusMillis(250);
    private static final Resource APP = Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "app"));

    private final FakeCollector collector = FakeCollector.start();

    @AfterEach
    void stop() {
        collector.close();
    }

    private SdkTracerProvider traces(String compression) {
        return SdkTracerProvider.builder()
                .setResource(APP)
                .addSpanProcessor(SimpleSpanProcessor.create(OtlpHttpSpanExporter.builder()
                        .setEndpoint(collector.url() + "/v1/traces")
                        .setCompression(compression)
                        .build()))
                .build();
    }

    private SdkMeterProvider metrics(Resource resource) {
        return SdkMeterProvider.builder()
                .setResource(resource)
                .registerView(
                        InstrumentSelector.builder().setName("exponential").build(),
                        View.builder()
                                .setAggregation(Aggregation.base2ExponentialBucketHistogram())
                                .build())
                .registerMetricReader(PeriodicMetricReader.builder(OtlpHttpMetricExporter.builder()
                                .setEndpoint(collector.url() + "/v1/metrics")
                                .build())
                        .setInterval(SOON)
                        .build())
                .build();
    }

    private CollectedMetric metric(String name) {
        return collector.awaitMetric(metric -> metric.name().equals(name), LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "gzip"})
    void aSpanArrivesWhole(String compression) {
        try (SdkTracerProvider provider = traces(compression)) {
            Tracer tracer = provider.get("the-library");
            Span sent =
                    tracer.spanBuilder("send").setSpanKind(SpanKind.PRODUCER).startSpan();
            Span parent =
                    tracer.spanBuilder("POST").setSpanKind(SpanKind.SERVER).startSpan();
            Span child = tracer.spanBuilder("Größe")
                    .setSpanKind(SpanKind.CLIENT)
                    .setParent(Context.root().with(parent))
                    .addLink(sent.getSpanContext(), Attributes.of(AttributeKey.stringKey("why"), "sent"))
                    .setStartTimestamp(BEGIN)
                    .setAttribute("text", "value")
                    .setAttribute("empty", "")
                    .setAttribute("flag", true)
                    .setAttribute("off", false)
                    .setAttribute("negative", -7)
                    .setAttribute("decimal", 0.25)
                    .setAttribute(AttributeKey.longArrayKey("list"), List.of(1L, 2L))
                    .startSpan();
            child.addEvent("exception", Attributes.of(AttributeKey.stringKey("exception.type"), "E"));
            child.setStatus(StatusCode.ERROR, "no luck");
            child.end(END);
            parent.end();
            sent.end();
            assertEquals(
                    new CollectedSpan(
                            "app",
                            "the-library",
                            "Größe",
                            Kind.CLIENT,
                            parent.getSpanContext().getTraceId(),
                            child.getSpanContext().getSpanId(),
                            Optional.of(parent.getSpanContext().getSpanId()),
                            List.of(new Link(
                                    sent.getSpanContext().getTraceId(),
                                    sent.getSpanContext().getSpanId(),
                                    Map.of("why", "sent"))),
                            Map.of(
                                    "text",
                                    "value",
                                    "empty",
                                    "",
                                    "flag",
                                    true,
                                    "off",
                                    false,
                                    "negative",
                                    -7L,
                                    "decimal",
                                    0.25,
                                    "list",
                                    List.of(1L, 2L)),
                            List.of(new Event("exception", Map.of("exception.type", "E"))),
                            Status.ERROR,
                            "no luck",
                            BEGIN,
                            END),
                    collector.awaitSpan(span -> span.name().equals("Größe"), LONG));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INTERNAL", "SERVER", "CLIENT", "PRODUCER", "CONSUMER"})
    void aSpanHasItsKind(String kind) {
        try (SdkTracerProvider provider = traces("none")) {
            provider.get("library")
                    .spanBuilder("a")
                    .setSpanKind(SpanKind.valueOf(kind))
                    .startSpan()
                    .end();
            assertEquals(
                    Kind.valueOf(kind), collector.awaitSpan(span -> true, LONG).kind());
        }
    }

    @Test
    void aSpanKnowsItsParentAndWhatItIsLinkedTo() {
        try (SdkTracerProvider provider = traces("none")) {
            Tracer tracer = provider.get("library");
            Span sent = tracer.spanBuilder("sent").startSpan();
            Span parent = tracer.spanBuilder("parent").startSpan();
            tracer.spanBuilder("child")
                    .setParent(Context.root().with(parent))
                    .addLink(sent.getSpanContext())
                    .startSpan()
                    .end();
            parent.end();
            sent.end();
            CollectedSpan child = span("child");
            assertTrue(child.isChildOf(span("parent")));
            assertFalse(child.isChildOf(span("sent")));
            assertTrue(child.isLinkedTo(span("sent")));
            assertFalse(child.isLinkedTo(span("parent")));
            assertEquals(Optional.empty(), span("parent").parentSpanId());
        }
    }

    private CollectedSpan span(String name) {
        return collector.awaitSpan(span -> span.name().equals(name), LONG);
    }

    @Test
    void onlyAnErrorIsAnError() {
        try (SdkTracerProvider provider = traces("none")) {
            Tracer tracer = provider.get("library");
            for (StatusCode status : StatusCode.values()) {
                tracer.spanBuilder(status.name()).startSpan().setStatus(status).end();
            }
            assertFalse(span("UNSET").error());
            assertFalse(span("OK").error());
            assertEquals(Status.OK, span("OK").status());
            assertTrue(span("ERROR").error());
        }
    }

    /** The points of metrics. */
    @Nested
    class Metrics {

        @Test
        void aCounterAndAGaugeHaveAValue() {
            try (SdkMeterProvider provider = metrics(APP)) {
                Meter meter = provider.get("the-library");
                meter.counterBuilder("requests")
                        .setUnit("{request}")
                        .build()
                        .add(3, Attributes.of(AttributeKey.stringKey("outcome"), "accepted"));
                meter.counterBuilder("decimal").ofDoubles().build().add(0.5);
                meter.gaugeBuilder("pending").ofLongs().buildWithCallback(gauge -> gauge.record(-4));
                assertEquals(
                        new CollectedMetric(
                                "app",
                                "the-library",
                                "requests",
                                "{request}",
                                CollectedMetric.Type.SUM,
                                Map.of("outcome", "accepted"),
                                3,
                                1),
                        metric("requests"));
                assertEquals(0.5, metric("decimal").value());
                assertEquals(-4, metric("pending").value());
                assertEquals(CollectedMetric.Type.GAUGE, metric("pending").type());
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"duration", "exponential"})
        void aHistogramHasASumAndACount(String name) {
            try (SdkMeterProvider provider = metrics(APP)) {
                var histogram = provider.get("library")
                        .histogramBuilder(name)
                        .setUnit("s")
                        .build();
                Attributes handler = Attributes.of(AttributeKey.stringKey("handler"), "one");
                histogram.record(1.5, handler);
                histogram.record(0.25, handler);
                CollectedMetric point =
                        collector.awaitMetric(metric -> metric.name().equals(name) && metric.count() == 2, LONG);
                assertEquals(CollectedMetric.Type.HISTOGRAM, point.type());
                assertEquals(Map.of("handler", "one"), point.attributes());
                assertEquals(1.75, point.value());
            }
        }

        @Test
        void aLaterPointReplacesTheEarlierOne() {
            try (SdkMeterProvider provider = metrics(APP)) {
                var counter = provider.get("library").counterBuilder("requests").build();
                counter.add(1);
                metric("requests");
                counter.add(1);
                collector.awaitMetric(metric -> metric.value() == 2, LONG);
                assertEquals(1, collector.metrics().size());
            }
        }

        @Test
        void twoNodesHaveAPointEach() {
            AttributeKey<String> node = AttributeKey.stringKey("service.instance.id");
            try (SdkMeterProvider one = metrics(APP.merge(Resource.create(Attributes.of(node, "one"))));
                    SdkMeterProvider two = metrics(APP.merge(Resource.create(Attributes.of(node, "two"))))) {
                one.get("library").counterBuilder("requests").build().add(1);
                two.get("library").counterBuilder("requests").build().add(2);
                collector.awaitMetric(metric -> metric.value() == 1, LONG);
                collector.awaitMetric(metric -> metric.value() == 2, LONG);
                assertEquals(2, collector.metrics().size());
            }
        }
    }

    /** Waiting for what arrives. */
    @Nested
    class Waiting {

        @Test
        void aSpanThatArrivesLaterIsFound() {
            try (SdkTracerProvider provider = traces("none")) {
                Thread late = new Thread(() ->
                        provider.get("library").spanBuilder("late").startSpan().end());
                late.start();
                assertEquals("late", span("late").name());
            }
        }

        @Test
        void whatDoesNotArriveIsAnErrorThatSaysWhatHasArrivedAndWhatToCheck() {
            try (SdkTracerProvider provider = traces("none")) {
                provider.get("library").spanBuilder("other").startSpan().end();
                span("other");
                AssertionError error = assertThrows(
                        AssertionError.class,
                        () -> collector.awaitSpan(span -> span.name().equals("this"), Duration.ofMillis(1)));
                assertTrue(error.getMessage().contains("name=other"), error.getMessage());
                assertTrue(
                        error.getMessage()
                                .contains("otel.exporter.otlp.endpoint " + collector.url() + " with the protocol"),
                        error.getMessage());
            }
        }

        @Test
        void nothingIsLeftAfterClear() {
            try (SdkTracerProvider traces = traces("none");
                    SdkMeterProvider metrics = metrics(APP)) {
                traces.get("library").spanBuilder("a").startSpan().end();
                metrics.get("library").counterBuilder("requests").build().add(1);
                span("a");
                metric("requests");
            }
            collector.clear();
            assertEquals(List.of(), collector.spans());
            assertEquals(List.of(), collector.metrics());
        }
    }

    @Test
    void logsAreAccepted() {
        try (SdkLoggerProvider provider = SdkLoggerProvider.builder()
                .addLogRecordProcessor(SimpleLogRecordProcessor.create(OtlpHttpLogRecordExporter.builder()
                        .setEndpoint(collector.url() + "/v1/logs")
                        .build()))
                .build()) {
            provider.get("library")
                    .logRecordBuilder()
                    .setSeverity(Severity.INFO)
                    .setBody("hello")
                    .emit();
            assertTrue(provider.forceFlush()
                    .join(LONG.toSeconds(), TimeUnit.SECONDS)
                    .isSuccess());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/traces application/x-protobuf 400",
                "/v1/metrics application/x-protobuf 400",
                "/v1/traces application/json 415",
                "/v1/other application/x-protobuf 404"
            })
    void whatIsNoOtlpIsRejected(String request) throws IOException, InterruptedException {
        String[] part = request.split(" ");
        assertEquals(
                Integer.parseInt(part[2]),
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(collector.url() + part[0]))
                                        .header("Content-Type", part[1])
                                        .POST(HttpRequest.BodyPublishers.ofString("{\"nothing\": 1}"))
                                        .build(),
                                HttpResponse.BodyHandlers.discarding())
                        .statusCode());
    }
}
