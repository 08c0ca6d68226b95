package io.github.frameiokit.internal.http;

import io.github.frameiokit.internal.ContextLoader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP connections that all clients of an app share. They are the JDK's, since the servers' JAX-RS clients differ:
 * some can't send a PATCH, and some send an id with a slash as two segments of a path.
 *
 * <p>HTTP/1.1 only: HTTP/2 gains nothing with few calls at once, and its streams can fail in ways of their own.
 * Thread-safe.
 */
public final class Transport implements AutoCloseable {

    private static final String USER_AGENT = "frameio-kit-jakarta";

    private final Duration connectTimeout;
    private final Duration readTimeout;
    private final CallRecorder recorder;
    private @Nullable ExecutorService threads;
    private @Nullable HttpClient client;

    /**
     * Creates the connections; none is opened before the first request.
     *
     * @param connectTimeout how long opening one may take
     * @param readTimeout how long a response may take from then on
     * @param recorder what sees the requests
     */
    public Transport(Duration connectTimeout, Duration readTimeout, CallRecorder recorder) {
        this.connectTimeout = connectTimeout;
        this.readTimeout = readTimeout;
        this.recorder = recorder;
    }

    /** The URL of a path below a base URL. */
    public static URI below(URI baseUrl, String pathAndQuery) {
        return URI.create(baseUrl.toString().replaceAll("/+$", "") + pathAndQuery);
    }

    /** Whether a failed request was certainly never sent. */
    static boolean neverSent(IOException failure) {
        return failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException;
    }

    /** How long a request takes at most. */
    public Duration timeout() {
        return connectTimeout.plus(readTimeout);
    }

    /** What sees the requests. */
    public CallRecorder recorder() {
        return recorder;
    }

    /**
     * Sends a request and reads the whole response.
     *
     * @throws IOException if the response isn't complete within the timeouts, or the thread is interrupted
     */
    public RawResponse send(Target target, HttpRequest.Builder request) throws IOException {
        return recorded(target, request, () -> send(request));
    }

    private RawResponse send(HttpRequest.Builder request) throws IOException {
        Duration limit = timeout();
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            // not sendAsync, which would take two more threads for the same work
            HttpResponse<Arriving> response =
                    client().send(headed(request).timeout(limit).build(), headers -> new Arriving());
            byte[] body = response.body().await(deadline - System.nanoTime());
            return new RawResponse(response.statusCode(), response.headers(), body);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /**
     * Sends a request that may take long, as long as bytes keep moving.
     *
     * @param moved how many bytes have been sent or received so far; if that doesn't change within the timeouts, the
     *     request fails
     * @throws IOException if there is no response, or the thread is interrupted
     */
    public RawResponse transfer(
            Target target, HttpRequest.Builder request, HttpResponse.BodyHandler<byte[]> body, LongSupplier moved)
            throws IOException {
        return recorded(target, request, () -> transfer(request, body, moved));
    }

    private RawResponse transfer(HttpRequest.Builder request, HttpResponse.BodyHandler<byte[]> body, LongSupplier moved)
            throws IOException {
        CompletableFuture<HttpResponse<byte[]>> coming =
                client().sendAsync(headed(request).build(), body);
        long before = -1;
        while (true) {
            try {
                HttpResponse<byte[]> response = coming.get(timeout().toMillis(), TimeUnit.MILLISECONDS);
                return new RawResponse(response.statusCode(), response.headers(), response.body());
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
            } catch (TimeoutException e) {
                long now = moved.getAsLong();
                if (now == before || now == 0) {
                    coming.cancel(true);
                    throw new HttpTimeoutException("There was no response in time.");
                }
                before = now;
            } catch (InterruptedException e) {
                coming.cancel(true);
                throw interrupted(e);
            }
        }
    }

    private RawResponse recorded(Target target, HttpRequest.Builder request, RetryPolicy.Attempt attempt)
            throws IOException {
        CallRecorder.Sent sent = recorder.sends(target, request);
        try {
            RawResponse response = attempt.send();
            sent.answered(response.status());
            return response;
        } catch (IOException | RuntimeException | Error e) {
            sent.failed(e);
            throw e;
        }
    }

    private static HttpRequest.Builder headed(HttpRequest.Builder request) {
        return request.header("User-Agent", USER_AGENT);
    }

    private static IOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IOException("Interrupted while waiting for the response.", e);
    }

    /** Threads for work that runs beside the caller. */
    public Executor threads() {
        client();
        Executor pool = Objects.requireNonNull(threads);
        return work -> pool.execute(recorder.carried(work));
    }

    private synchronized HttpClient client() {
        if (client == null) {
            ExecutorService pool = Executors.newCachedThreadPool(Transport::thread);
            threads = pool;
            // its selector thread inherits the context class loader
            client = ContextLoader.with(
                    null,
                    () -> HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .connectTimeout(connectTimeout)
                            .executor(pool)
                            .build());
        }
        return client;
    }

    /** Without the app's class loader, which an idle thread would keep after the app is gone. */
    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "frameio-kit-http");
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }

    @Override
    public synchronized void close() {
        if (threads != null) {
            threads.shutdown();
        }
        client = null;
    }
}
