package io.github.frameiokit.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A span that {@link FakeCollector} has received. Values of attributes are {@code String}, {@code Boolean},
 * {@code Long}, {@code Double}, or a {@code List} of these.
 *
 * @param service the {@code service.name} of the app; empty if it has none
 * @param scope the name of the library that made the span, its instrumentation scope; can be empty
 * @param name the name
 * @param kind the kind
 * @param traceId the trace's id: 32 hexadecimal digits in lower case
 * @param spanId the span's id: 16 hexadecimal digits in lower case
 * @param parentSpanId the parent's id; empty if the span begins a trace
 * @param links the links to other spans
 * @param attributes the attributes, sorted by name; unmodifiable
 * @param events the events, such as a recorded exception
 * @param status the status
 * @param statusDescription what the app says about the status; usually empty
 * @param start when it began
 * @param end when it ended
 */
public record CollectedSpan(
        String service,
        String scope,
        String name,
        Kind kind,
        String traceId,
        String spanId,
        Optional<String> parentSpanId,
        List<Link> links,
        Map<String, Object> attributes,
        List<Event> events,
        Status status,
        String statusDescription,
        Instant start,
        Instant end) {

    /**
     * Whether its status is {@link Status#ERROR}.
     *
     * @return true if it failed
     */
    public boolean error() {
        return status == Status.ERROR;
    }

    /**
     * Whether another span is its parent.
     *
     * @param other the other span
     * @return true if this span is a child of the other one
     */
    public boolean isChildOf(CollectedSpan other) {
        return traceId.equals(other.traceId) && parentSpanId.equals(Optional.of(other.spanId));
    }

    /**
     * Whether it has a link to another span.
     *
     * @param other the other span
     * @return true if it links to the other one
     */
    public boolean isLinkedTo(CollectedSpan other) {
        return links.stream()
                .anyMatch(link ->
                        link.traceId().equals(other.traceId) && link.spanId().equals(other.spanId));
    }

    /** The kind of a span; in the order of OTLP's numbers. */
    public enum Kind {
        /** The exporter sent none. */
        UNSPECIFIED,
        /** A step inside the app. */
        INTERNAL,
        /** A request that the app answers. */
        SERVER,
        /** A request that the app sends. */
        CLIENT,
        /** A message that the app puts into a queue. */
        PRODUCER,
        /** A message that the app takes from a queue. */
        CONSUMER
    }

    /** The status of a span; in the order of OTLP's numbers. */
    public enum Status {
        /** Nothing was said, which is usual for what succeeded. */
        UNSET,
        /** The app says that it succeeded. */
        OK,
        /** It failed. */
        ERROR
    }

    /**
     * A link from a span to another one, usually in another trace.
     *
     * @param traceId the other trace's id
     * @param spanId the other span's id
     * @param attributes the link's attributes, sorted by name; unmodifiable
     */
    public record Link(String traceId, String spanId, Map<String, Object> attributes) {}

    /**
     * What happened during a span.
     *
     * @param name the name, such as {@code exception}
     * @param attributes the attributes, sorted by name; unmodifiable
     */
    public record Event(String name, Map<String, Object> attributes) {}
}
