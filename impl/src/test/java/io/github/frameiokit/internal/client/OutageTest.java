package io.github.frameiokit.internal.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.testkit.FakeIms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * While Frame.io or Adobe doesn't answer, callers fail together, and not one after another. If they did, the tests'
 * timeout would end them: each caller alone would wait for two seconds.
 */
@Timeout(25)
class OutageTest {

    private static final int CALLERS = 40;

    /** Takes connections and answers nothing. */
    @AutoClose
    private final ServerSocket silent = new ServerSocket(0, 2 * CALLERS, InetAddress.getLoopbackAddress());

    private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();
    private final CountDownLatch allConnected = new CountDownLatch(CALLERS);

    @AutoClose("shutdownNow")
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

    OutageTest() throws IOException {
        Thread accepting = new Thread(() -> {
            try {
                while (true) {
                    connections.add(silent.accept());
                    allConnected.countDown();
                }
            } catch (IOException e) {
                // closed
            }
        });
        accepting.setDaemon(true);
        accepting.start();
    }

    private String url() {
        return "http://localhost:" + silent.getLocalPort();
    }

    private List<Future<?>> calls(TestClient tested) {
        List<Future<?>> calls = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            calls.add(callers.submit(() -> tested.client().users().show()));
        }
        return calls;
    }

    private static void assertUnreachable(Future<?> call) {
        assertFails(FrameioApiException.Unreachable.class, call);
    }

    private static void assertFails(Class<? extends FrameioApiException> type, Future<?> call) {
        assertInstanceOf(type, assertThrows(ExecutionException.class, call::get).getCause());
    }

    @AfterEach
    void close() throws IOException {
        for (Socket connection : connections) {
            connection.close();
        }
    }

    private static TestClient withoutRetries(String readTimeout, String... more) {
        List<String> settings = new ArrayList<>(List.of(more));
        settings.addAll(List.of(
                "frameio.api.retries",
                "0",
                "frameio.api.connect-timeout",
                "1",
                "frameio.api.read-timeout",
                readTimeout));
        return new TestClient(settings.toArray(String[]::new));
    }

    private TestClient withAdobe(String readTimeout) {
        return withoutRetries(
                readTimeout,
                "frameio.token",
                "",
                "frameio.oauth.server-to-server",
                "true",
                "frameio.oauth.client-id",
                FakeIms.CLIENT_ID,
                "frameio.oauth.client-secret",
                FakeIms.CLIENT_SECRET,
                "frameio.oauth.ims-url",
                url());
    }

    @Test
    void anOutageOfFrameioReachesAllCallersAtOnce() throws Exception {
        try (TestClient tested = withoutRetries("600", "frameio.api.url", url())) {
            List<Future<?>> calls = calls(tested);
            assertTrue(allConnected.await(20, TimeUnit.SECONDS));
            for (Socket connection : connections) {
                connection
                        .getOutputStream()
                        .write("HTTP/1.1 503 Unavailable\r\nContent-Length: 0\r\n\r\n".getBytes(ISO_8859_1));
            }
            calls.forEach(call -> assertFails(FrameioApiException.Unavailable.class, call));
        }
    }

    @Test
    void aSilentFrameioHoldsAllCallersForOneTimeout() {
        try (TestClient tested = withoutRetries("1", "frameio.api.url", url())) {
            calls(tested).forEach(OutageTest::assertUnreachable);
        }
    }

    @Test
    void aSilentAdobeHoldsAllCallersForOneTimeoutAndIsAskedOnce() {
        try (TestClient tested = withAdobe("1")) {
            calls(tested).forEach(OutageTest::assertUnreachable);
            calls(tested).forEach(OutageTest::assertUnreachable);
            assertEquals(1, connections.size());
            assertEquals(List.of(), tested.fake.requests());
        }
    }
}
