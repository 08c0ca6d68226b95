package io.github.frameiokit.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * The load process: warms the server up, then measures the kit and the hand-written endpoint in alternating windows,
 * and prints the ratios of their medians.
 */
public final class Load {

    private static final int PORT = 9380;
    private static final int CONNECTIONS = 4;
    private static final int ROUNDS = Integer.getInteger("rounds", 15);
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("warm-up", 25));
    private static final Duration WINDOW = Duration.ofSeconds(2);

    private enum Endpoint {
        KIT("/frameio"),
        HANDWRITTEN("/handwritten");

        private final String path;

        Endpoint(String path) {
            this.path = path;
        }
    }

    private enum Event {
        WEBHOOK("{\"account\":{\"id\":\"6f70f1bd-7e89-4a7e-b4d3-7e576585a181\"},"
                + "\"project\":{\"id\":\"7e46e495-4444-4555-8649-bee4d391a997\"},"
                + "\"resource\":{\"id\":\"%s\",\"type\":\"file\"},\"type\":\"file.ready\","
                + "\"user\":{\"id\":\"56556a3f-859f-4b38-b6c6-e8625b5da8a5\"},"
                + "\"workspace\":{\"id\":\"378fcbf7-6f88-4224-8139-6a743ed940b2\"}}"),
        ACTION("{\"account_id\":\"9a44f696-ae69-4e0c-9731-806d27ea46f1\","
                + "\"action_id\":\"ecd40785-4485-4f07-9d26-a006ea84efdf\",\"interaction_id\":\"%s\","
                + "\"project\":{\"id\":\"3dda6833-ec3b-46bd-a7d9-1a77c03a165b\"},"
                + "\"resource\":{\"id\":\"f9d5728c-ac1a-4f48-92bb-ea2f9be3c58b\",\"type\":\"file\"},"
                + "\"type\":\"greeting\",\"user\":{\"id\":\"50d976e6-27d2-47cb-9388-45b38d55f4f0\"},"
                + "\"workspace\":{\"id\":\"382a1fe6-67cf-481e-9b65-79cfd9e9727f\"}}");

        private final String payload;

        Event(String payload) {
            this.payload = payload;
        }
    }

    /** The requests per second in one window, and the 99th percentile of their times in microseconds. */
    private record Sample(double throughput, double p99) {}

    private Load() {}

    /** Runs the benchmark against the server at its fixed port. */
    public static void main(String[] args) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            for (Event event : Event.values()) {
                for (Endpoint endpoint : Endpoint.values()) {
                    window(threads, endpoint, event, WARM_UP);
                }
            }
            for (Event event : Event.values()) {
                report(event, measure(threads, event));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Map<Endpoint, List<Sample>> measure(ExecutorService threads, Event event) throws Exception {
        Map<Endpoint, List<Sample>> samples = new EnumMap<>(Endpoint.class);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < 2; i++) {
                Endpoint endpoint = Endpoint.values()[(round + i) % 2];
                samples.computeIfAbsent(endpoint, it -> new ArrayList<>())
                        .add(window(threads, endpoint, event, WINDOW));
            }
        }
        return samples;
    }

    private static Sample window(ExecutorService threads, Endpoint endpoint, Event event, Duration duration)
            throws Exception {
        Callable<long[]> connection = () -> times(endpoint, event, duration);
        List<Future<long[]>> futures = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            futures.add(threads.submit(connection));
        }
        LongStream all = LongStream.empty();
        for (Future<long[]> future : futures) {
            all = LongStream.concat(all, Arrays.stream(future.get()));
        }
        long[] sorted = all.sorted().toArray();
        return new Sample(sorted.length / (double) duration.toSeconds(), sorted[(int) (sorted.length * 0.99)] / 1000.0);
    }

    private static long[] times(Endpoint endpoint, Event event, Duration duration) throws IOException {
        LongStream.Builder times = LongStream.builder();
        try (Connection connection = new Connection(PORT)) {
            long now = System.nanoTime();
            long end = now + duration.toNanos();
            while (now < end) {
                connection.send(endpoint.path, event.payload);
                long done = System.nanoTime();
                times.add(done - now);
                now = done;
            }
        }
        return times.build().toArray();
    }

    private static void report(Event event, Map<Endpoint, List<Sample>> samples) {
        double[] kit = medians(samples.get(Endpoint.KIT));
        double[] handwritten = medians(samples.get(Endpoint.HANDWRITTEN));
        System.out.printf(
                "%-8s throughput: kit %,.0f/s, hand-written %,.0f/s, ratio %.3f | p99: kit %,.0f µs, hand-written %,.0f"
                        + " µs, ratio %.3f%n",
                event,
                kit[0],
                handwritten[0],
                kit[0] / handwritten[0],
                kit[1],
                handwritten[1],
                kit[1] / handwritten[1]);
    }

    private static double[] medians(List<Sample> samples) {
        return new double[] {
            median(samples.stream().mapToDouble(Sample::throughput).sorted().toArray()),
            median(samples.stream().mapToDouble(Sample::p99).sorted().toArray())
        };
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
