package io.github.frameiokit.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;

/**
 * A fake of an OpenTelemetry collector: a real HTTP server on this machine that receives spans and metrics over OTLP.
 * It needs no library of OpenTelemetry.
 *
 * <pre>{@code
 * try (FakeCollector collector = FakeCollector.start()) {
 *     // otel.sdk.disabled = false, otel.exporter.otlp.endpoint = collector.url(),
 *     // otel.exporter.otlp.protocol = http/protobuf
 *     …
 *     CollectedSpan call = collector.awaitSpan(span -> span.kind() == Kind.CLIENT, Duration.ofSeconds(10));
 *     assertFalse(call.error());
 * }
 * }</pre>
 *
 * <p>An app sends its telemetry in batches: spans every 5 seconds and metrics every minute, unless
 * {@code otel.bsp.schedule.delay} and {@code otel.metric.export.interval} have fewer milliseconds. A span is sent after
 * it has ended, so children usually arrive before their parents. Logs are accepted and not kept. Thread-safe.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/">OTLP</a>
 */
public final class FakeCollector implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<CollectedSpan> spans = new ArrayList<>();
    private final Map<Otlp.Series, CollectedMetric> metrics = new LinkedHashMap<>();

    private FakeCollector(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts a fake on a free port.
     *
     * @return the fake, running until it is closed
     */
    public static FakeCollector start() {
        return start(0);
    }

    /**
     * Starts a fake.
     *
     * @param port the port; 0 for any free one
     * @return the fake, running until it is closed
     * @throws UncheckedIOException if the port isn't free
     */
    public static FakeCollector start(int port) {
        HttpServer server = Wire.listen(port);
        FakeCollector fake = new FakeCollector(server);
        server.setExecutor(fake.threads);
        server.createContext("/", fake::handle);
        server.start();
        return fake;
    }

    /**
     * Its address, for {@code otel.exporter.otlp.endpoint}. Exporters append {@code /v1/traces} and {@code /v1/metrics}
     * to it.
     *
     * @return the address
     */
    public URI url() {
        return Wire.url(server);
    }

    /**
     * The spans that have arrived, in the order of their arrival.
     *
     * @return the spans; an unmodifiable copy
     */
    public synchronized List<CollectedSpan> spans() {
        return List.copyOf(spans);
    }

    /**
     * The newest point of each metric, for each process and each combination of attributes.
     *
     * @return the points, in the order in which they first arrived; an unmodifiable copy
     */
    public synchronized List<CollectedMetric> metrics() {
        return List.copyOf(metrics.values());
    }

    /**
     * Waits for a span. A span that has arrived already counts.
     *
     * @param expected what the span is like
     * @param longest how long to wait
     * @return the first span that is as expected
     * @throws AssertionError if none has arrived in time; the message has those that have
     */
    public CollectedSpan awaitSpan(Predicate<? super CollectedSpan> expected, Duration longest) {
        return await("span", this::spans, expected, longest);
    }

    /**
     * Waits for a point of a metric. The newest points count.
     *
     * @param expected what the point is like
     * @param longest how long to wait
     * @return the first point that is as expected
     * @throws AssertionError if none has arrived in time; the message has those that have
     */
    public CollectedMetric awaitMetric(Predicate<? super CollectedMetric> expected, Duration longest) {
        return await("metric", this::metrics, expected, longest);
    }

    private synchronized <T> T await(
            String what, Supplier<List<T>> arrived, Predicate<? super T> expected, Duration longest) {
        long deadline = System.nanoTime() + longest.toNanos();
        while (true) {
            Optional<T> found = arrived.get().stream().filter(expected).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (left <= 0) {
                throw new AssertionError("No such " + what + " has arrived within " + longest + ", only "
                        + arrived.get() + ". If there is none at all: is otel.sdk.disabled=false in the app, and is"
                        + " otel.exporter.otlp.endpoint " + url() + " with the protocol http/protobuf?");
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("Interrupted while waiting for a " + what + ".", e);
            }
        }
    }

    /** Forgets all that has arrived. What apps have not yet sent still arrives later. */
    public synchronized void clear() {
        spans.clear();
        metrics.clear();
    }

    /** Stops the fake. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(receive(exchange), -1);
        }
    }

    /** The status of the answer. The body of a successful one is an empty message, which has no bytes. */
    private int receive(HttpExchange exchange) throws IOException {
        Map<String, String> headers = Wire.headers(exchange);
        if (!exchange.getRequestMethod().equals("POST")) {
            return 405;
        }
        if (!headers.getOrDefault("content-type", "").startsWith("application/x-protobuf")) {
            return 415;
        }
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (headers.getOrDefault("content-encoding", "").equals("gzip")) {
            try (InputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(body))) {
                body = unzipped.readAllBytes();
            }
        }
        exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
        try {
            return keep(exchange.getRequestURI().getPath(), body);
        } catch (IllegalArgumentException e) {
            return 400;
        }
    }

    private synchronized int keep(String path, byte[] body) {
        switch (path) {
            case "/v1/traces" -> spans.addAll(Otlp.spans(body));
            case "/v1/metrics" -> Otlp.points(body).forEach(point -> metrics.put(point.series(), point.metric()));
            case "/v1/logs" -> {}
            default -> {
                return 404;
            }
        }
        notifyAll();
        return 200;
    }
}
