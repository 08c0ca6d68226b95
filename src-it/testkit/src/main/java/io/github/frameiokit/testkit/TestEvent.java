package io.github.frameiokit.testkit;

import static java.util.Objects.requireNonNull;

import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.signing.Signature;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An event for a test, as an object, as JSON, or as a signed request. Each method returns a new event, so tests can
 * share one and change it. Immutable and thread-safe.
 *
 * @param <E> a webhook or an action
 * @see FrameioEvents
 */
public abstract sealed class TestEvent<E extends TestEvent<E>> permits TestWebhook, TestAction {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final JsonObject payload;
    private final Sending sending;

    TestEvent(JsonObject payload, Sending sending) {
        this.payload = payload;
        this.sending = sending;
    }

    /**
     * How an event is sent.
     *
     * @param secret what signs it; empty if nothing does
     * @param unsigned whether it is meant to have no signature
     * @param time its timestamp; empty for the time of sending
     * @param headers more headers
     * @param query more of the address's query, encoded; empty for none
     */
    record Sending(
            Optional<String> secret,
            boolean unsigned,
            Optional<Instant> time,
            Map<String, String> headers,
            String query) {

        static final Sending PLAIN = new Sending(Optional.empty(), false, Optional.empty(), Map.of(), "");

        /** The address with the query. */
        URI to(URI address) {
            return query.isEmpty()
                    ? address
                    : URI.create(address + (address.getRawQuery() == null ? "?" : "&") + query);
        }
    }

    abstract E copy(JsonObject changed, Sending other);

    /**
     * The event as a handler gets it.
     *
     * @return the event
     * @throws IllegalArgumentException if the payload isn't that of an event; the message names the member
     */
    public abstract FrameioEvent event();

    /**
     * The payload.
     *
     * @return the JSON
     */
    public final JsonObject json() {
        return payload;
    }

    /**
     * This event of another account.
     *
     * @param id the account's id, not null
     * @return a new event
     */
    public abstract E account(String id);

    /**
     * This event in another workspace.
     *
     * @param id the workspace's id, not null
     * @return a new event
     */
    public final E workspace(String id) {
        return with("workspace", reference(id));
    }

    /**
     * This event in another project.
     *
     * @param id the project's id, not null
     * @return a new event
     */
    public final E project(String id) {
        return with("project", reference(id));
    }

    /**
     * This event of another user.
     *
     * @param id the user's id at Frame.io, not null
     * @return a new event
     */
    public final E user(String id) {
        return with("user", reference(id));
    }

    /**
     * This event with another member of its payload.
     *
     * @param member the member's name, not null
     * @param value its value, not null
     * @return a new event
     */
    public final E with(String member, JsonValue value) {
        return copy(
                Json.createObjectBuilder(payload)
                        .add(requireNonNull(member, "member"), requireNonNull(value, "value"))
                        .build(),
                sending);
    }

    /**
     * This event without some members, as Frame.io may leave them out.
     *
     * @param members the members' names, not null
     * @return a new event
     */
    public final E without(String... members) {
        JsonObjectBuilder fewer = Json.createObjectBuilder(payload);
        for (String member : members) {
            fewer.remove(member);
        }
        return copy(fewer.build(), sending);
    }

    /**
     * This event, signed with a secret when it is sent.
     *
     * @param secret the secret, not empty, not null
     * @return a new event
     */
    public final E signedWith(String secret) {
        return sent(new Sending(Optional.of(secret), false, sending.time(), sending.headers(), sending.query()));
    }

    /**
     * This event, sent without a signature: the kit answers 401.
     *
     * @return a new event
     */
    public final E unsigned() {
        return sent(new Sending(Optional.empty(), true, sending.time(), sending.headers(), sending.query()));
    }

    /**
     * This event, sent at another time. Two requests of one event, time and secret are exact copies. Without a time, it
     * is the current one for each request.
     *
     * @param time the time, which is sent in whole seconds, not null
     * @return a new event
     */
    public final E sentAt(Instant time) {
        return sent(new Sending(
                sending.secret(), sending.unsigned(), Optional.of(time), sending.headers(), sending.query()));
    }

    /**
     * This event, signed an hour ago: the kit answers 401, unless {@code frameio.signature.tolerance} is longer.
     *
     * @return a new event
     */
    public final E withOldTimestamp() {
        return sentAt(Instant.now().minus(Duration.ofHours(1)));
    }

    /**
     * This event with one more header of its request, which a handler sees in its {@code FrameioRequest}.
     *
     * @param name the header's name, not null
     * @param value the header's value, not null
     * @return a new event
     */
    public final E header(String name, String value) {
        Map<String, String> more = new TreeMap<>(sending.headers());
        more.put(requireNonNull(name, "name"), requireNonNull(value, "value"));
        return sent(new Sending(sending.secret(), sending.unsigned(), sending.time(), more, sending.query()));
    }

    /**
     * This event with one more parameter in the query of the address that it is sent to, which a handler sees in its
     * {@code FrameioRequest}.
     *
     * @param name the parameter's name, not null
     * @param value the parameter's value, not null
     * @return a new event
     */
    public final E query(String name, String value) {
        String parameter = encoded(name) + "=" + encoded(value);
        String query = sending.query().isEmpty() ? parameter : sending.query() + "&" + parameter;
        return sent(new Sending(sending.secret(), sending.unsigned(), sending.time(), sending.headers(), query));
    }

    /**
     * The request, as Frame.io would send it.
     *
     * @param address where the app receives events, such as {@code http://localhost:9080/frameio}, not null
     * @return the request, with a timeout of 30 seconds
     * @throws IllegalStateException if it isn't said how the event is signed
     */
    public final HttpRequest request(URI address) {
        if (sending.secret().isEmpty() && !sending.unsigned()) {
            throw new IllegalStateException("This event isn't signed: call signedWith(…) with the app's secret before"
                    + " it is sent, or unsigned() to see it rejected.");
        }
        byte[] body = payload.toString().getBytes(StandardCharsets.UTF_8);
        String timestamp = Long.toString(time().getEpochSecond());
        HttpRequest.Builder request = HttpRequest.newBuilder(sending.to(address))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header(Signature.TIMESTAMP_HEADER, timestamp)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        sending.secret().ifPresent(secret -> request.header(Signature.HEADER, Signature.sign(secret, timestamp, body)));
        sending.headers().forEach(request::setHeader);
        return request.build();
    }

    /**
     * Sends the request, and waits for its answer.
     *
     * @param address where the app receives events, such as {@code http://localhost:9080/frameio}, not null
     * @return the answer
     * @throws IllegalStateException if it isn't said how the event is signed, or the thread is interrupted
     * @throws UncheckedIOException if there is no answer
     */
    public final Answer sendTo(URI address) {
        try {
            return Answer.of(CLIENT.send(request(address), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException("There is no answer from " + address + "; is the app running?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the answer.", e);
        }
    }

    final Instant time() {
        return Instant.ofEpochSecond(sending.time().orElseGet(Instant::now).getEpochSecond());
    }

    final Sending sending() {
        return sending;
    }

    private E sent(Sending other) {
        return copy(payload, other);
    }

    static JsonObject reference(String id) {
        return Json.createObjectBuilder().add("id", requireNonNull(id, "id")).build();
    }

    static JsonObject asset(String type, String id) {
        return Json.createObjectBuilder()
                .add("id", requireNonNull(id, "id"))
                .add("type", requireNonNull(type, "type"))
                .build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The payload. */
    @Override
    public final String toString() {
        return payload.toString();
    }
}
