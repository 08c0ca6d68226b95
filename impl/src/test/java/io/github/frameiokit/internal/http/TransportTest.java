package io.github.frameiokit.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long a call waits for its response, and what ends the wait. */
@Timeout(30)
class TransportTest {

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n";

    @AutoClose
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    private final Thread caller = Thread.currentThread();

    /** Counts down when the server has noticed that its connection is closed. */
    private final CountDownLatch closed = new CountDownLatch(1);

    TransportTest() throws IOException {}

    /** What the server does after it has read a request. */
    @FunctionalInterface
    private interface Answer {

        void write(OutputStream out) throws Exception;
    }

    @AfterEach
    void noInterruptionStays() {
        assertFalse(Thread.interrupted());
    }

    private RawResponse send(Duration readTimeout, Answer answer) throws IOException {
        Thread serving = new Thread(() -> serve(answer));
        serving.setDaemon(true);
        serving.start();
        try (Transport transport = new Transport(CONNECT, readTimeout, CallRecorder.NONE)) {
            return transport.send(
                    Target.STORAGE,
                    HttpRequest.newBuilder(URI.create("http://localhost:" + server.getLocalPort() + "/")));
        }
    }

    private void serve(Answer answer) {
        try (Socket socket = server.accept();
                BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1))) {
            while (!in.readLine().isEmpty()) {
                // the rest of the request
            }
            answer.write(socket.getOutputStream());
            while (in.read() >= 0) {
                // until the client closes the connection
            }
        } catch (Exception e) {
            // the connection is closed
        } finally {
            closed.countDown();
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(ISO_8859_1));
    }

    /** The connection isn't kept for another call, which would get the rest of this response. */
    private void assertClosed() throws InterruptedException {
        assertTrue(closed.await(10, TimeUnit.SECONDS));
    }

    @Test
    void aBodyMayComeAfterTheHeaders() throws Exception {
        RawResponse response = send(LONG, out -> {
            write(out, HEAD);
            Thread.sleep(50);
            write(out, "bo");
            Thread.sleep(50);
            write(out, "dy");
        });
        assertEquals("body", new String(response.body(), ISO_8859_1));
    }

    @Test
    void aResponseWithoutABodyIsComplete() throws Exception {
        assertEquals(
                0,
                send(LONG, out -> write(out, "HTTP/1.1 204 No Content\r\n\r\n")).body().length);
    }

    @Test
    void aServerThatDoesNotAnswerIsNotAwaitedForLonger() throws Exception {
        assertThrows(HttpTimeoutException.class, () -> send(SHORT, out -> {}));
        assertClosed();
    }

    @Test
    void aServerThatSendsNothingAfterTheHeadersIsNotAwaitedForLonger() throws Exception {
        assertThrows(HttpTimeoutException.class, () -> send(SHORT, out -> write(out, HEAD)));
        assertClosed();
    }

    @Test
    void aBodyThatTricklesIsNotAwaitedForLonger() throws Exception {
        assertThrows(
                HttpTimeoutException.class,
                () -> send(SHORT, out -> {
                    write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
                    for (int i = 0; i < 1_000_000; i++) {
                        write(out, "x");
                        Thread.sleep(40);
                    }
                }));
        assertClosed();
    }

    @Test
    void aBodyThatBreaksOffIsAFailure() {
        IOException failure = assertThrows(
                IOException.class,
                () -> send(LONG, out -> {
                    write(out, HEAD + "b");
                    out.close();
                }));
        assertFalse(failure instanceof HttpTimeoutException, failure.toString());
    }

    @Test
    void aCallerCanBeInterruptedBeforeTheHeaders() throws Exception {
        assertInterrupted(out -> caller.interrupt());
        assertClosed();
    }

    @Test
    void aCallerCanBeInterruptedDuringTheBody() throws Exception {
        assertInterrupted(out -> {
            write(out, HEAD + "b");
            Thread.sleep(100);
            caller.interrupt();
        });
        assertClosed();
    }

    @Test
    void anInterruptedCallerSendsNothing() {
        Thread.currentThread().interrupt();
        assertInterrupted(out -> {});
        assertEquals(1, closed.getCount());
    }

    private void assertInterrupted(Answer answer) {
        IOException failure = assertThrows(IOException.class, () -> send(LONG, answer));
        assertEquals("Interrupted while waiting for the response.", failure.getMessage());
        assertTrue(Thread.interrupted());
    }

    @Test
    void aServerThatIsDownWasNeverSentTheRequest() throws IOException {
        server.close();
        assertTrue(Transport.neverSent(assertThrows(IOException.class, () -> send(LONG, out -> {}))));
    }
}
