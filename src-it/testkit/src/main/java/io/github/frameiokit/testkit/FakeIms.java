package io.github.frameiokit.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fake of Adobe's identity service: a real HTTP server on this machine that gives an app tokens of its own for
 * {@code client_credentials}. The tokens are {@code app-token-1}, {@code app-token-2} and so on. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.4">RFC 6749, 4.4</a>
 */
public final class FakeIms implements AutoCloseable {

    /** The client id it takes. */
    public static final String CLIENT_ID = "the-client-id";
    /** The client secret it takes. */
    public static final String CLIENT_SECRET = "the&client=secret";

    private final HttpServer server;
    private final AtomicInteger issued = new AtomicInteger();
    private volatile long expiresIn = 86_399;
    private volatile boolean down;

    private FakeIms(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts one on a free port.
     *
     * @return the fake, running until it is closed
     */
    public static FakeIms start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            FakeIms fake = new FakeIms(server);
            server.createContext("/ims/token/v3", fake::token);
            server.start();
            return fake;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Its address, for {@code frameio.oauth.ims-url}.
     *
     * @return the address
     */
    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /**
     * How many tokens it has given.
     *
     * @return the number
     */
    public int issued() {
        return issued.get();
    }

    /**
     * How long its tokens are good from now on.
     *
     * @param seconds the time
     */
    public void expiresIn(long seconds) {
        expiresIn = seconds;
    }

    /**
     * Has it answer 503 from now on, or no longer.
     *
     * @param unavailable whether
     */
    public void down(boolean unavailable) {
        down = unavailable;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void token(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> form = new TreeMap<>();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            for (String field : body.split("&")) {
                String[] pair = field.split("=", 2);
                form.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
            }
            if (down) {
                answer(exchange, 503, "");
            } else if (!CLIENT_ID.equals(form.get("client_id"))) {
                answer(exchange, 400, error("invalid client_id parameter"));
            } else if (!CLIENT_SECRET.equals(form.get("client_secret"))) {
                answer(exchange, 400, error("invalid client_secret parameter"));
            } else {
                answer(
                        exchange,
                        200,
                        Json.createObjectBuilder()
                                .add("access_token", "app-token-" + issued.incrementAndGet())
                                .add("token_type", "bearer")
                                .add("expires_in", expiresIn)
                                .build()
                                .toString());
            }
        }
    }

    private static String error(String description) {
        return Json.createObjectBuilder()
                .add("error", "invalid_client")
                .add("error_description", description)
                .build()
                .toString();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
