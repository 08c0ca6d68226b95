package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.internal.JsonText;
import io.github.frameiokit.internal.RandomToken;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A ticket, for which the link of a sign-in stands.
 *
 * @param event the event whose user has to sign in
 * @param callback the address that Adobe sends the browser back to
 * @param until when the link expires
 * @param used the ids of the states that have come back
 */
record Ticket(ActionEvent event, URI callback, Instant until, List<String> used) {

    /** A person needs fewer tries. */
    private static final int MOST_TRIES = 20;

    /** The members that a sign-in needs. They are short, since Frame.io's ids are. */
    private static final Set<String> NEEDED =
            Set.of("type", "account_id", "account", "user", "workspace", "project", "action_id", "interaction_id");

    /**
     * Creates the ticket of an event, with as much of the event as can be stored. The form's values are left out first,
     * and then all members that a sign-in doesn't need.
     *
     * @param fits whether a text can be stored
     */
    static Ticket of(ActionEvent event, URI callback, Instant until, Predicate<String> fits) {
        return Stream.of(
                        event.json(),
                        without(event.json(), "data"::equals),
                        without(event.json(), name -> !NEEDED.contains(name)))
                .map(json -> new Ticket(ActionEvent.of(json, event.timestamp()), callback, until, List.of()))
                .filter(ticket -> fits.test(ticket.asLongAsItGets().write()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(event + " has ids too long to sign in for."));
    }

    /** The longest that the ticket can become: ids of states are added later, and random ids can't be compressed. */
    private Ticket asLongAsItGets() {
        return new Ticket(
                event,
                callback,
                until,
                Stream.generate(RandomToken::create).limit(MOST_TRIES).toList());
    }

    private static JsonObject without(JsonObject json, Predicate<String> dropped) {
        JsonObjectBuilder kept = JsonText.builder();
        json.forEach((name, value) -> {
            if (!dropped.test(name)) {
                kept.add(name, value);
            }
        });
        return kept.build();
    }

    /** This ticket with one more used state; empty if that state was used before, or there were too many. */
    Optional<Ticket> with(State state) {
        return used.contains(state.id()) || used.size() >= MOST_TRIES
                ? Optional.empty()
                : Optional.of(new Ticket(
                        event,
                        callback,
                        until,
                        Stream.concat(used.stream(), Stream.of(state.id())).toList()));
    }

    String write() {
        JsonArrayBuilder states = Json.createArrayBuilder(used);
        return JsonText.builder()
                .add("event", event.json())
                .add("sent", event.timestamp().toEpochMilli())
                .add("callback", callback.toString())
                .add("until", until.getEpochSecond())
                .add("used", states)
                .build()
                .toString();
    }

    static Ticket read(String text) {
        JsonObject json = JsonText.object(text);
        return new Ticket(
                ActionEvent.of(
                        json.getJsonObject("event"),
                        Instant.ofEpochMilli(json.getJsonNumber("sent").longValue())),
                URI.create(json.getString("callback")),
                Instant.ofEpochSecond(json.getJsonNumber("until").longValue()),
                strings(json.getJsonArray("used")));
    }

    private static List<String> strings(JsonArray array) {
        return array.stream().map(Ticket::string).toList();
    }

    private static String string(JsonValue value) {
        return ((JsonString) value).getString();
    }
}
