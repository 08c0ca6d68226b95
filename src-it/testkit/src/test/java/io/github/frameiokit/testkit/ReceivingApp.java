package io.github.frameiokit.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.frameiokit.signing.Signature;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** An app that receives events and answers them as a test says. */
final class ReceivingApp implements AutoCloseable {

    private final HttpServer server = Wire.listen(0);
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final Deque<Scripted> answers = new ArrayDeque<>();

    /** A request, with the headers by their names in lower case. */
    record Event(Map<String, String> headers, byte[] bytes) {

        JsonObject json() {
            try (var reader = Json.createReader(new ByteArrayInputStream(bytes))) {
                return reader.readObject();
            }
        }

        boolean isSignedWith(String secret) {
            String timestamp = headers.get("x-frameio-request-timestamp");
            return Signature.sign(secret, timestamp, bytes).equals(headers.get("x-frameio-signature"));
        }
    }

    ReceivingApp() {
        server.createContext("/", this::receive);
        server.start();
    }

    String url() {
        return Wire.url(server) + "/frameio";
    }

    /** The answers to the next events; the others are answered with 200. */
    void answers(Scripted... next) {
        synchronized (answers) {
            answers.addAll(List.of(next));
        }
    }

    static Scripted json(String json) {
        return new Scripted(200, Map.of(), json);
    }

    List<Event> events() {
        return events;
    }

    List<String> types() {
        return events.stream().map(event -> event.json().getString("type")).toList();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            events.add(
                    new Event(Wire.headers(exchange), exchange.getRequestBody().readAllBytes()));
            Scripted answer;
            synchronized (answers) {
                answer = answers.isEmpty() ? new Scripted(200, Map.of(), "") : answers.poll();
            }
            Wire.send(exchange, answer);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
