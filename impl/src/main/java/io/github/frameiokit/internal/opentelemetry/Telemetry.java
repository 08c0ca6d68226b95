package io.github.frameiokit.internal.opentelemetry;

import io.github.frameiokit.internal.OptionalApi;
import io.github.frameiokit.internal.delivery.DeliveryRecorder;
import io.github.frameiokit.internal.events.Handlers;
import io.github.frameiokit.internal.events.Recorder;
import io.github.frameiokit.internal.http.CallRecorder;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;

/**
 * What records spans and metrics of requests, calls and deliveries.
 *
 * @param requests of requests and handlers
 * @param calls of HTTP requests that the kit sends
 * @param deliveries of deliveries
 * @param measures the metrics
 */
public record Telemetry(Recorder requests, CallRecorder calls, DeliveryRecorder deliveries, Measures measures) {

    private static final String SCOPE = "io.github.frameiokit";
    private static final String METER = "io.opentelemetry.api.metrics.Meter";

    /**
     * Telemetry with this bean.
     *
     * @param bean an {@code OpenTelemetry}, which callers don't know
     */
    public static Telemetry of(Object bean, Handlers handlers, Destination destination, Levels levels) {
        OpenTelemetry api = (OpenTelemetry) bean;
        if (api.getTracerProvider() == TracerProvider.noop()) {
            return new Telemetry(Recorder.NONE, CallRecorder.NONE, DeliveryRecorder.NONE, Measures.NONE);
        }
        Tracer tracer = api.getTracer(SCOPE);
        // Open Liberty with MicroProfile 6.1 shows the API of traces to apps, and not that of metrics
        Measures measures = OptionalApi.isThere(METER) ? Meters.of(api.getMeter(SCOPE), levels) : Measures.NONE;
        HandlerSpans spans = new HandlerSpans(tracer, measures);
        return new Telemetry(
                new RequestSpans(spans, measures, handlers),
                new CallSpans(tracer, measures),
                new DeliverySpans(tracer, spans, measures, destination),
                measures);
    }

    /** Whether it has metrics as well. */
    public boolean hasMetrics() {
        return measures != Measures.NONE;
    }

    /** Ends what measures at times of its own. */
    public void close() {
        measures.close();
    }
}
