package io.github.frameiokit.it.support;

import io.github.frameiokit.testkit.FakeCollector;
import java.util.List;
import java.util.stream.Stream;

/** Where the suite's apps send their spans and metrics if their configuration says so. By default it doesn't. */
public final class Telemetry {

    private static final FakeCollector COLLECTOR = FakeCollector.start();

    private Telemetry() {}

    /** What has arrived from all apps. */
    public static FakeCollector collector() {
        return COLLECTOR;
    }

    /** The configuration of an app that sends its telemetry. It is sent soon, so that tests don't wait for it. */
    public static String config(String service) {
        return """
                otel.sdk.disabled=false
                otel.service.name=%s
                otel.exporter.otlp.protocol=http/protobuf
                otel.exporter.otlp.endpoint=%s
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
