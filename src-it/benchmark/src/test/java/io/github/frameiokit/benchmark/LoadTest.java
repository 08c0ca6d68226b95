package io.github.frameiokit.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.frameiokit.signing.Signature;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The load sends what a server accepts; otherwise the benchmark would measure rejections. */
class LoadTest {

    private static final Duration SHORT = Duration.ofMillis(200);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<String> signatures = ConcurrentHashMap.newKeySet();
    private final AtomicInteger received = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::receive);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void receive(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String timestamp = first(exchange, Signature.TIMESTAMP_HEADER, "X-Slack-Request-Timestamp");
        String signature = first(exchange, Signature.HEADER, "X-Slack-Signature");
        Instant sent = Signature.parseTimestamp(timestamp).orElseThrow();
        boolean accepted = Signature.matches("benchmark-secret", timestamp, body, signature)
                && Signature.isFresh(sent, Instant.now(), Duration.ofSeconds(5));
        received.incrementAndGet();
        signatures.add(signature);
        // without a length, so that chunks are sent, for every other answer
        exchange.sendResponseHeaders(accepted ? 200 : 401, received.get() % 2 == 0 ? 0 : 5);
        exchange.getResponseBody().write("hello".getBytes(StandardCharsets.US_ASCII));
        exchange.close();
    }

    private static String first(HttpExchange exchange, String name, String otherName) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? exchange.getRequestHeaders().getFirst(otherName) : value;
    }

    @ParameterizedTest
    @EnumSource
    void everyRequestIsSignedAndDiffersFromAllOthers(Event event) throws Exception {
        try (Load load = new Load(server.getAddress().getPort(), 3, () -> 0)) {
            Window window = load.window(new Target("test", event, "/any"), SHORT);
            assertTrue(window.throughput() > 0, window.toString());
            assertTrue(window.p50() <= window.p99() && window.p99() <= window.p999(), window.toString());
            assertEquals(received.get(), signatures.size());
        }
    }

    @Test
    void aRejectionEndsTheBenchmark() throws Exception {
        server.removeContext("/");
        try (Load load = new Load(server.getAddress().getPort(), 1, () -> 0)) {
            assertThrows(IOException.class, () -> load.window(new Target("test", Event.WEBHOOK, "/any"), SHORT));
        }
    }

    @Test
    void theWarmUpEndsWhenThreeWindowsAgree() {
        assertFalse(Comparison.isSettled(List.of(100.0, 100.0)));
        assertFalse(Comparison.isSettled(List.of(100.0, 100.0, 106.0)));
        assertTrue(Comparison.isSettled(List.of(50.0, 100.0, 104.0, 102.0)));
    }
}
