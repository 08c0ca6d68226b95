package io.github.frameiokit.internal.events;

import io.github.frameiokit.internal.delivery.QueueState;
import io.github.frameiokit.internal.opentelemetry.Destination;
import io.github.frameiokit.internal.opentelemetry.Levels;
import io.github.frameiokit.internal.opentelemetry.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The way of a request inside the span that a server begins, without and with the kit's telemetry. Spans are sampled
 * and dropped when they end, so that no exporter is measured.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class TelemetryBenchmark {

    private final OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder().build())
            .setMeterProvider(SdkMeterProvider.builder()
                    .registerMetricReader(InMemoryMetricReader.create())
                    .build())
            .build();
    private final Tracer server = telemetry.getTracer("server");
    private final SampleApp app = new SampleApp();
    private final Reception off = app.reception();
    private final Reception on = app.reception(Telemetry.of(
                    telemetry,
                    app.handlers(),
                    new Destination("memory", Optional.empty()),
                    new Levels(new QueueState(), Optional.empty()))
            .requests());

    /** Ends what OpenTelemetry runs. */
    @TearDown
    public void close() {
        telemetry.close();
    }

    /** The kit's telemetry is off. */
    @Benchmark
    @OperationsPerInvocation(SampleBatch.SIZE)
    public void off(SampleBatch batch) {
        receive(off, batch);
    }

    /** The kit's telemetry is on: attributes of the server's span, a handler's span, and metrics. */
    @Benchmark
    @OperationsPerInvocation(SampleBatch.SIZE)
    public void on(SampleBatch batch) {
        receive(on, batch);
    }

    private void receive(Reception reception, SampleBatch batch) {
        for (SampleRequest request : batch.requests) {
            Span span = server.spanBuilder("POST /frameio")
                    .setSpanKind(SpanKind.SERVER)
                    .startSpan();
            Context.root()
                    .with(span)
                    .wrap((Runnable) () -> reception.receive(request.headers(), request.requestBody(), () -> {}))
                    .run();
            span.end();
        }
    }
}
