package io.github.frameiokit.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** HTTP as the fakes use it. */
final class Wire {

    static {
        // otherwise each answer waits for the client's delayed acknowledgement, about 40 ms
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private Wire() {}

    /** A server that isn't started yet; port 0 stands for any free one. */
    static HttpServer listen(int port) {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " can't be used: " + e.getMessage(), e);
        }
    }

    static URI url(HttpServer server) {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** The parameters of a query or of a form; none if it is null or empty. */
    static Map<String, String> parameters(String raw) {
        Map<String, String> parameters = new TreeMap<>();
        if (raw != null && !raw.isEmpty()) {
            for (String parameter : raw.split("&")) {
                String[] pair = parameter.split("=", 2);
                parameters.put(decode(pair[0]), pair.length > 1 ? decode(pair[1]) : "");
            }
        }
        return parameters;
    }

    static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The headers, by their names in lower case. */
    static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return headers;
    }

    static void send(HttpExchange exchange, Scripted answer) throws IOException {
        if (answer.status() == 0) {
            throw new IOException("The test wants no answer.");
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
