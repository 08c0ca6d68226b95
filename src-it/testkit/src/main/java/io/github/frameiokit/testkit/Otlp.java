package io.github.frameiokit.testkit;

import io.github.frameiokit.testkit.CollectedSpan.Event;
import io.github.frameiokit.testkit.CollectedSpan.Kind;
import io.github.frameiokit.testkit.CollectedSpan.Link;
import io.github.frameiokit.testkit.CollectedSpan.Status;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the requests of OTLP's exporters. The numbers are those of the fields in OTLP's schema, which never change.
 *
 * @see <a href="https://github.com/open-telemetry/opentelemetry-proto">The schema</a>
 */
final class Otlp {

    private static final int NUMBER_ATTRIBUTES = 7;
    private static final int HISTOGRAM_ATTRIBUTES = 9;
    private static final int EXPONENTIAL_HISTOGRAM_ATTRIBUTES = 1;

    /** A point of a metric. A later point replaces it if the series is equal. */
    record Point(Series series, CollectedMetric metric) {}

    /** A process, and what it measures. */
    record Series(Map<String, Object> resource, String scope, String name, Map<String, Object> attributes) {}

    /** What one process sends from one library: spans or metrics. */
    private record Batch(Map<String, Object> resource, String scope, List<ProtobufMessage> items) {

        String service() {
            return String.valueOf(resource.getOrDefault("service.name", ""));
        }
    }

    private Otlp() {}

    /**
     * The spans of a request to {@code /v1/traces}.
     *
     * @throws IllegalArgumentException if it is no OTLP
     */
    static List<CollectedSpan> spans(byte[] request) {
        List<CollectedSpan> spans = new ArrayList<>();
        for (Batch batch : batches(request)) {
            batch.items().forEach(span -> spans.add(span(batch, span)));
        }
        return spans;
    }

    /**
     * The points of a request to {@code /v1/metrics}.
     *
     * @throws IllegalArgumentException if it is no OTLP
     */
    static List<Point> points(byte[] request) {
        List<Point> points = new ArrayList<>();
        for (Batch batch : batches(request)) {
            for (ProtobufMessage metric : batch.items()) {
                add(points, batch, metric, 5, CollectedMetric.Type.GAUGE, NUMBER_ATTRIBUTES);
                add(points, batch, metric, 7, CollectedMetric.Type.SUM, NUMBER_ATTRIBUTES);
                add(points, batch, metric, 9, CollectedMetric.Type.HISTOGRAM, HISTOGRAM_ATTRIBUTES);
                add(points, batch, metric, 10, CollectedMetric.Type.HISTOGRAM, EXPONENTIAL_HISTOGRAM_ATTRIBUTES);
            }
        }
        return points;
    }

    /** Both kinds of requests have the same outer messages. */
    private static List<Batch> batches(byte[] request) {
        List<Batch> batches = new ArrayList<>();
        for (ProtobufMessage process : new ProtobufMessage(ByteBuffer.wrap(request)).messages(1)) {
            Map<String, Object> resource = attributes(process.message(1), 1);
            for (ProtobufMessage library : process.messages(2)) {
                batches.add(new Batch(resource, library.message(1).text(1), library.messages(2)));
            }
        }
        return batches;
    }

    private static CollectedSpan span(Batch batch, ProtobufMessage span) {
        ProtobufMessage status = span.message(15);
        return new CollectedSpan(
                batch.service(),
                batch.scope(),
                span.text(5),
                constant(Kind.values(), span.number(6)),
                span.hex(1),
                span.hex(2),
                Optional.of(span.hex(4)).filter(parent -> !parent.isEmpty()),
                span.messages(13).stream()
                        .map(link -> new Link(link.hex(1), link.hex(2), attributes(link, 4)))
                        .toList(),
                attributes(span, 9),
                span.messages(11).stream()
                        .map(event -> new Event(event.text(2), attributes(event, 3)))
                        .toList(),
                constant(Status.values(), status.number(3)),
                status.text(2),
                time(span.number(7)),
                time(span.number(8)));
    }

    private static void add(
            List<Point> points,
            Batch batch,
            ProtobufMessage metric,
            int field,
            CollectedMetric.Type type,
            int attributesField) {
        for (ProtobufMessage point : metric.message(field).messages(1)) {
            Map<String, Object> attributes = attributes(point, attributesField);
            boolean histogram = type == CollectedMetric.Type.HISTOGRAM;
            points.add(new Point(
                    new Series(batch.resource(), batch.scope(), metric.text(1), attributes),
                    new CollectedMetric(
                            batch.service(),
                            batch.scope(),
                            metric.text(1),
                            metric.text(3),
                            type,
                            attributes,
                            histogram ? point.decimal(5) : point.has(6) ? point.number(6) : point.decimal(4),
                            histogram ? point.number(4) : 1)));
        }
    }

    private static Map<String, Object> attributes(ProtobufMessage owner, int field) {
        Map<String, Object> attributes = new TreeMap<>();
        owner.messages(field).forEach(pair -> attributes.put(pair.text(1), value(pair.message(2))));
        return Collections.unmodifiableMap(attributes);
    }

    private static Object value(ProtobufMessage value) {
        if (value.has(2)) {
            return value.number(2) != 0;
        }
        if (value.has(3)) {
            return value.number(3);
        }
        if (value.has(4)) {
            return value.decimal(4);
        }
        if (value.has(5)) {
            return value.message(5).messages(1).stream().map(Otlp::value).toList();
        }
        if (value.has(6)) {
            return attributes(value.message(6), 1);
        }
        return value.has(7) ? value.hex(7) : value.text(1);
    }

    private static Instant time(long nanoseconds) {
        return Instant.ofEpochSecond(0, nanoseconds);
    }

    private static <E extends Enum<E>> E constant(E[] constants, long number) {
        if (number < 0 || number >= constants.length) {
            throw new IllegalArgumentException(number + " is no constant of "
                    + constants[0].getDeclaringClass().getSimpleName() + ".");
        }
        return constants[(int) number];
    }
}
