package io.github.frameiokit.it.support;

import io.github.frameiokit.testkit.FakeCollector;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Where the suite's apps send their spans and metrics if their configuration says so. By default it doesn't. */
public final class Telemetry {

    /** How long an app with telemetry takes at most to send it, unless it is busy. */
    public static final Duration SOON = Duration.ofSeconds(1);

    private static final FakeCollector COLLECTOR = FakeCollector.start();

    private Telemetry() {}

    /** What has arrived from all apps. */
    public static FakeCollector collector() {
        return COLLECTOR;
    }

    /** The configuration of an app that sends its telemetry. */
    public static String on(String service) {
        return "otel.sdk.disabled=false\n" + destination(service);
    }

    /** The same without the switch. Telemetry would be sent soon, so that tests don't wait for it. */
    public static String destination(String service) {
        return """
                otel.service.name=%s
                otel.exporter.otlp.protocol=http/protobuf
                otel.exporter.otlp.endpoint=%s
                otel.metrics.exporter=otlp
                otel.logs.exporter=none
                otel.bsp.schedule.delay=100
                otel.metric.export.interval=500
                """.formatted(service, COLLECTOR.url());
    }

    /** All that has arrived, as text. */
    static List<String> lines() {
        return Stream.concat(COLLECTOR.spans().stream(), COLLECTOR.metrics().stream())
                .map(Object::toString)
                .toList();
    }
}
