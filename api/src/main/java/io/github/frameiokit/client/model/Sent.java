package io.github.frameiokit.client.model;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * JSON of a type that this version of the kit doesn't know. Its members aren't documented, so each is looked up only
 * when it is read.
 */
record Sent(JsonObject json) {

    Optional<String> maybe(String member) {
        return json.get(member) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    String text(String member) {
        return maybe(member).orElseThrow(() -> missing(member, "text"));
    }

    boolean choice(String member) {
        JsonValue value = json.get(member);
        if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
            return value == JsonValue.TRUE;
        }
        throw missing(member, "boolean");
    }

    Instant time(String member) {
        try {
            return OffsetDateTime.parse(text(member)).toInstant();
        } catch (DateTimeException e) {
            throw missing(member, "time");
        }
    }

    List<SearchMatch> matches() {
        return json.get("matches") instanceof List<?> matches
                ? matches.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(match -> new Sent((JsonObject) match))
                        .filter(match -> match.maybe("type").isPresent())
                        .map(match -> new SearchMatch(match.text("type"), match.terms(), match.json()))
                        .toList()
                : List.of();
    }

    private List<String> terms() {
        return json.get("terms") instanceof List<?> terms
                ? terms.stream()
                        .filter(JsonString.class::isInstance)
                        .map(term -> ((JsonString) term).getString())
                        .toList()
                : List.of();
    }

    private static NoSuchElementException missing(String member, String kind) {
        return new NoSuchElementException("Frame.io sent something of a kind that this version of the kit doesn't know,"
                + " without a " + kind + " in '" + member + "'; look at json() for what there is.");
    }
}
