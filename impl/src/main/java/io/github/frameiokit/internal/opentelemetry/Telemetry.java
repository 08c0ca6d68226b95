package io.github.frameiokit.internal.opentelemetry;

import io.github.frameiokit.internal.OptionalApi;
import io.github.frameiokit.internal.delivery.DeliveryRecorder;
import io.github.frameiokit.internal.events.Handlers;
import io.github.frameiokit.internal.events.Recorder;
import io.github.frameiokit.internal.http.CallRecorder;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import java.util.Optional;

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
     * Telemetry with this bean, which is an {@code OpenTelemetry}; empty if it does nothing. The signature doesn't say
     * so, since containers read those of the classes that call it.
     */
    public static Optional<Telemetry> of(Object bean, Handlers handlers, Destination destination, Levels levels) {
        OpenTelemetry api = (OpenTelemetry) bean;
        if (api.getTracerProvider() == TracerProvider.noop()) {
            return Optional.empty();
        }
        Tracer tracer = api.getTracer(SCOPE);
        // Open Liberty with MicroProfile 6.1 shows the API of traces to apps, and not that of metrics
        Measures measures = OptionalApi.isThere(METER) ? Meters.of(api.getMeter(SCOPE), levels) : Measures.NONE;
        HandlerSpans spans = new HandlerSpans(tracer, measures);
        return Optional.of(new Telemetry(
                new RequestSpans(spans, measures, handlers),
                new CallSpans(tracer, measures),
                new DeliverySpans(tracer, spans, measures, destination),
                measures));
    }

    /** Servers record the query, under the name of one or the other version of the semantic conventions. */
    public void hideQuery() {
        Span.current().setAttribute("url.query", "REDACTED").setAttribute("http.target", "REDACTED");
    }

    public void close() {
        measures.close();
    }
}
