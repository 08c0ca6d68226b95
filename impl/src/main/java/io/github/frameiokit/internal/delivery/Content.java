package io.github.frameiokit.internal.delivery;

import io.github.frameiokit.internal.JsonText;
import io.github.frameiokit.internal.events.Kind;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * What an entry says: which handler is to be called with which request. Immutable.
 *
 * @param handler the handler's full id
 * @param kind what the request is
 * @param sent the time when Frame.io sent it
 * @param body its verified body
 * @param trace the {@code traceparent} (W3C Trace Context) of the span that sent it; empty without telemetry
 * @param death why the delivery died; empty while it lives
 */
record Content(String handler, Kind kind, Instant sent, String body, Optional<String> trace, Optional<Death> death) {

    private static final int LONGEST_CAUSE = 300;

    /**
     * How a delivery died.
     *
     * @param attempts how often its handler was called
     * @param at when it died
     * @param cause what the handler threw; empty if that isn't known
     */
    record Death(int attempts, Instant at, Optional<String> cause) {}

    /** The same, for a delivery that has died. */
    Content died(int attempts, Instant at, Optional<String> cause) {
        return new Content(
                handler,
                kind,
                sent,
                body,
                trace,
                Optional.of(new Death(
                        attempts,
                        at,
                        cause.map(it -> it.length() > LONGEST_CAUSE ? it.substring(0, LONGEST_CAUSE) : it))));
    }

    /** The class and the method of the handler. */
    String handlerName() {
        return handler.replaceFirst("\\(.*", "");
    }

    /** Writes it as a JSON text of printable ASCII, since not every broker takes other characters. */
    String write() {
        JsonObjectBuilder json = JsonText.builder()
                .add("handler", handler)
                .add("kind", kind.name())
                .add("sent", sent.getEpochSecond());
        trace.ifPresent(it -> json.add("trace", it));
        death.ifPresent(it -> {
            json.add("attempts", it.attempts()).add("died", it.at().getEpochSecond());
            it.cause().ifPresent(cause -> json.add("cause", cause));
        });
        return ascii(new String(JsonText.bytes(json.add("body", body).build()), StandardCharsets.UTF_8));
    }

    /** Characters beyond ASCII stand only in strings, where JSON has an escape for them. */
    private static String ascii(String json) {
        if (json.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            return json;
        }
        StringBuilder ascii = new StringBuilder(json.length() + 100);
        json.chars().forEach(c -> {
            if (c >= ' ' && c <= '~') {
                ascii.append((char) c);
            } else {
                ascii.append(String.format("\\u%04x", c));
            }
        });
        return ascii.toString();
    }

    /** Reads what {@link #write} wrote; empty for anything else. */
    static Optional<Content> read(String text) {
        try {
            JsonObject json = JsonText.object(text);
            Optional<Death> death = json.get("died") instanceof JsonNumber died
                    ? Optional.of(new Death(
                            json.getInt("attempts", 0),
                            Instant.ofEpochSecond(died.longValue()),
                            JsonText.text(json, "cause")))
                    : Optional.empty();
            return Optional.of(new Content(
                    json.getString("handler"),
                    Kind.valueOf(json.getString("kind")),
                    Instant.ofEpochSecond(json.getJsonNumber("sent").longValue()),
                    json.getString("body"),
                    JsonText.text(json, "trace"),
                    death));
        } catch (JsonException | NullPointerException | ClassCastException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Without the body. */
    @Override
    public String toString() {
        return "Content[" + handler + "]";
    }
}
