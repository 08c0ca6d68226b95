package io.github.frameiokit.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one window of load measured, or the medians of several.
 *
 * @param throughput answers per second
 * @param p50 the median of their times in microseconds, as {@code p99} and {@code p999} are their percentiles
 * @param allocated bytes that the server allocated per request
 * @param loadShare how much of one core the load itself used; near 1, it would be what is measured
 */
record Window(double throughput, double p50, double p99, double p999, double allocated, double loadShare) {

    static Window of(long[] nanos, double seconds, double allocated, double loadShare) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Window(
                sorted.length / seconds,
                percentile(sorted, 0.5),
                percentile(sorted, 0.99),
                percentile(sorted, 0.999),
                allocated / sorted.length,
                loadShare);
    }

    static Window medians(List<Window> windows) {
        return new Window(
                median(windows, Window::throughput),
                median(windows, Window::p50),
                median(windows, Window::p99),
                median(windows, Window::p999),
                median(windows, Window::allocated),
                median(windows, Window::loadShare));
    }

    static <T> double median(List<T> items, ToDoubleFunction<T> value) {
        double[] sorted = items.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double percentile(long[] sorted, double share) {
        return sorted[(int) (sorted.length * share)] / 1000.0;
    }
}
