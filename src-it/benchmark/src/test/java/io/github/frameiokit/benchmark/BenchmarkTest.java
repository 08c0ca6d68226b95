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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A small run of the benchmark against a server of the JDK, which accepts only what a real one does. */
class BenchmarkTest {

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Target WEBHOOK = new Target("test", Event.WEBHOOK, "/any");
    private static final Target ACTION = new Target("test", Event.ACTION, "/any");
    private static final Plan PLAN =
            new Plan(Platform.LIBERTY, List.of(), Set.of(), List.of(), 2, SHORT, SHORT, List.of(), 0, "", List.of());

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<String> signatures = ConcurrentHashMap.newKeySet();
    private final AtomicInteger received = new AtomicInteger();
    private HttpServer server;

    @TempDir
    private Path directory;

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
            assertThrows(IOException.class, () -> load.window(WEBHOOK, SHORT));
        }
    }

    @Test
    void targetsAreComparedAndTheReportEndsWithTheRatios() throws Exception {
        Report report = new Report();
        Path file = directory.resolve("report.md");
        try (Load load = new Load(server.getAddress().getPort(), 2, () -> 0)) {
            Map<Target, Window> windows = new Comparison(load, PLAN, List.of(WEBHOOK, ACTION)).measure();
            report.ratio("webhook to action", windows.get(WEBHOOK), windows.get(ACTION));
        }
        report.finish(file);
        List<String> lines = Files.readAllLines(file);
        assertTrue(lines.get(lines.size() - 1).startsWith("| webhook to action | "), lines.toString());
    }

    @Test
    void aMillionAreSentInTenthsAndTheHeapIsReadBeforeAndAfter() throws Exception {
        Report report = new Report();
        Path file = directory.resolve("report.md");
        AtomicInteger megabytes = new AtomicInteger(40);
        try (Load load = new Load(server.getAddress().getPort(), 2, () -> 0)) {
            new Comparison(load, PLAN, List.of(WEBHOOK)).warmUp();
            int warmUp = received.get();
            new Million(load, WEBHOOK, () -> megabytes.getAndAdd(2) * 1_000_000L, report).measure(100);
            assertEquals(100, received.get() - warmUp);
        }
        assertEquals(received.get(), signatures.size());
        report.finish(file);
        String written = Files.readString(file);
        assertTrue(written.contains("webhook, test, tenth 10"), written);
        assertTrue(written.contains("40.0 MB before these deliveries, 42.0 MB after them"), written);
        assertTrue(written.contains("last tenth to the second"), written);
    }

    @Test
    void otherHandlersCompileAndThoseOfAnEarlierBuildGo() throws Exception {
        Path classes = directory.resolve("classes");
        Path others = classes.resolve("io/github/frameiokit/benchmark/others");
        OtherHandlers.main(new String[] {"20", classes.toString()});
        assertTrue(Files.exists(others.resolve("Others10.class")));
        OtherHandlers.main(new String[] {"10", classes.toString()});
        assertTrue(Files.exists(others.resolve("Others0.class")));
        assertFalse(Files.exists(others.resolve("Others10.class")));
    }

    @Test
    void aPlanTakesKnownOptionsAndTheRestIsForTheServersJvm() {
        Plan plan = Plan.of("server=quarkus parts=million,start  connections=8 -Xlog:gc");
        assertEquals(Platform.QUARKUS, plan.platform());
        assertEquals(List.of("million", "start"), plan.parts());
        assertEquals(List.of(8), plan.connections());
        assertTrue(plan.jvm().contains("-Xlog:gc"), plan.jvm().toString());
        assertThrows(IllegalArgumentException.class, () -> Plan.of("round=3"));
    }

    @Test
    void durableDeliveryNeedsADatabase() {
        assertThrows(IllegalArgumentException.class, () -> Deliveries.serverConfig(""));
        assertTrue(Deliveries.serverConfig("jdbc:postgresql://localhost/kit?user=a&ssl=false")
                .contains("URL=\"jdbc:postgresql://localhost/kit?user=a&amp;ssl=false\""));
    }

    @Test
    void theWarmUpEndsWhenThreeWindowsAgree() {
        assertFalse(Comparison.isSettled(List.of(100.0, 100.0)));
        assertFalse(Comparison.isSettled(List.of(100.0, 100.0, 106.0)));
        assertTrue(Comparison.isSettled(List.of(50.0, 100.0, 104.0, 102.0)));
    }
}
