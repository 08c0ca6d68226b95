package io.github.frameiokit.it.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The address at which an app is reached from outside, which is known before the app is deployed. It leads to one node
 * after the other. It lasts as long as the JVM.
 */
public final class PublicAddress {

    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection", "content-length", "transfer-encoding", "keep-alive", "host", "upgrade", "http2-settings");

    private final HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile List<URL> nodes = List.of();

    private PublicAddress(HttpServer server) {
        this.server = server;
    }

    public static PublicAddress open() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newCachedThreadPool(work -> {
                Thread thread = new Thread(work, "public-address");
                thread.setDaemon(true);
                return thread;
            }));
            PublicAddress address = new PublicAddress(server);
            server.createContext("/", address::forward);
            server.start();
            return address;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The address, with a slash at its end. */
    public URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    /** Leads to these apps from now on. */
    public void leadTo(URL... apps) {
        nodes = List.of(apps);
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            List<URL> all = nodes;
            if (all.isEmpty()) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            URL node = all.get(Math.floorMod(requests.getAndIncrement(), all.size()));
            String path = exchange.getRequestURI().toString().replaceFirst("^/+", "");
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create(Wars.under(node, path).toString()))
                    .method(
                            exchange.getRequestMethod(),
                            HttpRequest.BodyPublishers.ofByteArray(
                                    exchange.getRequestBody().readAllBytes()));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            HttpResponse<String> answer = Http.send(request.build());
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            answer.headers().map().forEach((name, values) -> {
                if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                    values.forEach(value -> exchange.getResponseHeaders().add(name, value));
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}
