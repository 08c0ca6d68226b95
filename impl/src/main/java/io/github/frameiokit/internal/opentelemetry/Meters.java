package io.github.frameiokit.internal.opentelemetry;

import io.github.frameiokit.internal.delivery.QueueState;
import io.github.frameiokit.internal.install.StartupInstallation;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.BatchCallback;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.DoubleHistogramBuilder;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The kit's metrics with OpenTelemetry. Thread-safe. */
final class Meters implements Measures {

    /** The boundaries that the semantic conventions advise for durations in seconds, and Frame.io's five seconds. */
    private static final List<Double> BUCKETS =
            List.of(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 4.0, 5.0, 7.5, 10.0);

    /** Frame.io gives up after 5 seconds. */
    private static final Duration LATE = Duration.ofSeconds(4);

    private static final double NANOS_PER_SECOND = 1e9;

    private final LongCounter requests;
    private final DoubleHistogram requestDuration;
    private final LongCounter late;
    private final DoubleHistogram handlerDuration;
    private final DoubleHistogram callDuration;
    private final DoubleHistogram waitDuration;
    private final LongCounter tokens;
    private final LongCounter sent;
    private final DoubleHistogram processDuration;

    /** One look at the queue for all of them, since it may take a while. */
    private final BatchCallback gauges;

    private Meters(Meter meter, Levels levels) {
        requests = counter(meter, MetricNames.REQUESTS);
        requestDuration = histogram(meter, MetricNames.REQUEST_DURATION);
        late = counter(meter, MetricNames.REQUESTS_LATE);
        handlerDuration = histogram(meter, MetricNames.HANDLER_DURATION);
        callDuration = histogram(meter, MetricNames.CLIENT_REQUEST_DURATION);
        waitDuration = histogram(meter, MetricNames.API_WAIT_DURATION);
        tokens = counter(meter, MetricNames.TOKEN_REQUESTS);
        sent = counter(meter, MetricNames.SENT_MESSAGES);
        processDuration = histogram(meter, MetricNames.PROCESS_DURATION);
        ObservableLongMeasurement pending = gauge(meter, MetricNames.DELIVERIES_PENDING);
        ObservableLongMeasurement dead = gauge(meter, MetricNames.DELIVERIES_DEAD);
        ObservableLongMeasurement oldest = gauge(meter, MetricNames.OLDEST_DELIVERY_AGE);
        ObservableLongMeasurement installations = gauge(meter, MetricNames.INSTALLATIONS);
        gauges = meter.batchCallback(
                () -> {
                    QueueState.Now now = levels.queue().now();
                    now.pending().ifPresent(pending::record);
                    now.dead().ifPresent(dead::record);
                    now.oldestSeconds().ifPresent(oldest::record);
                    levels.installation().map(StartupInstallation::progress).ifPresent(it -> record(installations, it));
                },
                pending,
                dead,
                oldest,
                installations);
    }

    static Measures of(Meter meter, Levels levels) {
        return new Meters(meter, levels);
    }

    private static LongCounter counter(Meter meter, String name) {
        return meter.counterBuilder(name).setUnit(MetricNames.unit(name)).build();
    }

    private static DoubleHistogram histogram(Meter meter, String name) {
        DoubleHistogramBuilder histogram = meter.histogramBuilder(name).setUnit(MetricNames.unit(name));
        try {
            histogram = histogram.setExplicitBucketBoundariesAdvice(BUCKETS);
        } catch (LinkageError e) { // Payara's API is older; there, boundaries are configured by a view
        }
        return histogram.build();
    }

    private static ObservableLongMeasurement gauge(Meter meter, String name) {
        return meter.gaugeBuilder(name)
                .ofLongs()
                .setUnit(MetricNames.unit(name))
                .buildObserver();
    }

    private static void record(ObservableLongMeasurement level, StartupInstallation.Progress progress) {
        level.record(progress.installed(), Attributes.of(Keys.INSTALLATION_STATE, "installed"));
        level.record(progress.failed(), Attributes.of(Keys.INSTALLATION_STATE, "failed"));
        level.record(progress.pending(), Attributes.of(Keys.INSTALLATION_STATE, "pending"));
    }

    private static double seconds(Duration time) {
        return time.toNanos() / NANOS_PER_SECOND;
    }

    @Override
    public void request(String outcome, Optional<String> eventType, Duration time) {
        AttributesBuilder attributes = Attributes.builder().put(Keys.REQUEST_OUTCOME, outcome);
        requestDuration.record(seconds(time), attributes.build());
        if (time.compareTo(LATE) > 0) {
            late.add(1);
        }
        eventType.ifPresent(it -> attributes.put(Keys.EVENT_TYPE, it));
        requests.add(1, attributes.build());
    }

    @Override
    public void handler(String function, String eventType, Optional<String> errorType, Duration time) {
        AttributesBuilder attributes =
                Attributes.builder().put(Keys.CODE_FUNCTION_NAME, function).put(Keys.EVENT_TYPE, eventType);
        handlerDuration.record(seconds(time), with(attributes, errorType));
    }

    @Override
    public void call(HttpAttributes request, Duration time) {
        AttributesBuilder attributes = Attributes.builder()
                .put(Keys.HTTP_REQUEST_METHOD, request.method())
                .put(Keys.SERVER_ADDRESS, request.host());
        if (!request.template().isEmpty()) {
            attributes.put(Keys.URL_TEMPLATE, request.template());
        }
        request.status().ifPresent(it -> attributes.put(Keys.HTTP_RESPONSE_STATUS_CODE, it));
        callDuration.record(seconds(time), with(attributes, request.errorType()));
    }

    @Override
    public void waited(String reason, Duration time) {
        waitDuration.record(seconds(time), Attributes.of(Keys.WAIT_REASON, reason));
    }

    @Override
    public void token(String grant, String outcome) {
        tokens.add(1, Attributes.of(Keys.TOKEN_GRANT, grant, Keys.TOKEN_OUTCOME, outcome));
    }

    @Override
    public void sent(Destination destination, int entries, Optional<String> errorType) {
        sent.add(entries, with(of(destination), errorType));
    }

    @Override
    public void processed(Destination destination, String outcome, Optional<String> errorType, Duration time) {
        processDuration.record(seconds(time), with(of(destination).put(Keys.DELIVERY_OUTCOME, outcome), errorType));
    }

    /** Otherwise the server's telemetry would keep the app after its end. */
    @Override
    public void close() {
        gauges.close();
    }

    private static AttributesBuilder of(Destination destination) {
        return Attributes.builder().put(Keys.MESSAGING_SYSTEM, destination.system());
    }

    private static Attributes with(AttributesBuilder attributes, Optional<String> errorType) {
        errorType.ifPresent(it -> attributes.put(Keys.ERROR_TYPE, it));
        return attributes.build();
    }
}
