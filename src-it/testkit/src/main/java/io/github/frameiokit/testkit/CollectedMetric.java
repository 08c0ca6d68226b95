package io.github.frameiokit.testkit;

import java.util.Map;

/**
 * A point of a metric that {@link FakeCollector} has received.
 *
 * @param service the {@code service.name} of the app; empty if it has none
 * @param scope the name of the library that measures, its instrumentation scope; can be empty
 * @param name the metric's name
 * @param unit the unit, such as {@code s} or {@code {request}}; empty if it has none
 * @param type how to read the point
 * @param attributes the attributes, sorted by name; unmodifiable; values as in {@link CollectedSpan}
 * @param value the value of a gauge or a sum; of a histogram, the sum of all measured values
 * @param count how many values a histogram has measured; 1 for the other types
 */
public record CollectedMetric(
        String service,
        String scope,
        String name,
        String unit,
        Type type,
        Map<String, Object> attributes,
        double value,
        long count) {

    /** How the points of a metric are to be read. */
    public enum Type {
        /** A value that goes up and down, such as the length of a queue. */
        GAUGE,
        /** A sum since the app started: that of a counter, or of an up-down counter. */
        SUM,
        /** A distribution of measured values. */
        HISTOGRAM
    }
}
