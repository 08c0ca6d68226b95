package io.github.frameiokit.internal.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * The one set of HTTP connections. It is the JDK's, since the servers' clients differ where it matters: some can't send
 * a PATCH, and some send an id with a slash as two segments of a path.
 *
 * <p>HTTP/1.1 only: nothing is won by HTTP/2 with few calls at once, and its streams bring failures of their own.
 */
public final class Transport implements AutoCloseable {

    /** For answers that nobody reads. */
    static final HttpResponse.BodyHandler<byte[]> NO_BODY = HttpResponse.BodyHandlers.replacing(new byte[0]);

    private static final String USER_AGENT = "frameio-kit-jakarta";

    private final Duration connectTimeout;
    private final Duration readTimeout;
    private ExecutorService threads;
    private HttpClient client;

    public Transport(Duration connectTimeout, Duration readTimeout) {
        this.connectTimeout = connectTimeout;
        this.readTimeout = readTimeout;
    }

    /** The address of a path below a base address. */
    public static URI below(URI base, String pathAndQuery) {
        return URI.create(base.toString().replaceAll("/+$", "") + pathAndQuery);
    }

    /** Whether a failed request was surely never sent. */
    static boolean neverSent(IOException failure) {
        return failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException;
    }

    /** How long a request takes at most. */
    public Duration timeout() {
        return connectTimeout.plus(readTimeout);
    }

    /** Sends a request and takes its whole answer, which must be there within the timeouts. */
    public RawResponse send(HttpRequest.Builder request) throws IOException {
        return transfer(request, HttpResponse.BodyHandlers.ofByteArray(), () -> 0);
    }

    /** Sends a request that may take its time, as long as something moves within the timeouts. */
    public RawResponse transfer(HttpRequest.Builder request, HttpResponse.BodyHandler<byte[]> body, LongSupplier moved)
            throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client().sendAsync(request.header("User-Agent", USER_AGENT).build(), body);
        long before = -1;
        while (true) {
            try {
                HttpResponse<byte[]> response = answer.get(timeout().toMillis(), TimeUnit.MILLISECONDS);
                return new RawResponse(response.statusCode(), response.headers(), response.body());
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
            } catch (TimeoutException e) {
                long now = moved.getAsLong();
                if (now == before || now == 0) {
                    answer.cancel(true);
                    throw new HttpTimeoutException("There was no answer in time.");
                }
                before = now;
            } catch (InterruptedException e) {
                answer.cancel(true);
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted while waiting for the answer.", e);
            }
        }
    }

    /** Threads for work beside the caller's. */
    public Executor threads() {
        client();
        return threads;
    }

    private synchronized HttpClient client() {
        if (client == null) {
            threads = Executors.newCachedThreadPool(Transport::thread);
            Thread current = Thread.currentThread();
            ClassLoader context = current.getContextClassLoader();
            current.setContextClassLoader(null);
            try {
                client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(connectTimeout)
                        .executor(threads)
                        .build();
            } finally {
                current.setContextClassLoader(context);
            }
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
