package io.github.frameiokit;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a payload's members. An optional member that is {@code null}, an empty string or of another JSON type than
 * documented counts as absent, so that no event is lost for a member that its handler may not need. A missing required
 * member, or two different accounts, cause an {@link IllegalArgumentException} whose message has the member's name but
 * never its value.
 */
final class Payload {

    private static final int LONGEST_SHOWN = 100;

    private Payload() {}

    static String type(JsonObject json) {
        return string(json, "type")
                .filter(type -> !type.isBlank())
                .orElseThrow(() -> new IllegalArgumentException("The payload has no 'type'."));
    }

    static Optional<String> string(JsonObject json, String name) {
        String text = json.get(name) instanceof JsonString string ? string.getString() : "";
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    static Optional<JsonObject> object(JsonObject json, String name) {
        return json.get(name) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    }

    static Optional<Reference> reference(JsonObject json, String name) {
        return json.get(name) instanceof JsonObject object
                ? string(object, "id").map(Reference::new)
                : Optional.empty();
    }

    /** A webhook has {@code account.id}, an action {@code account_id}. If they differ, neither can be trusted. */
    static Optional<Reference> account(JsonObject json) {
        Optional<Reference> flat = string(json, "account_id").map(Reference::new);
        Optional<Reference> nested = reference(json, "account");
        if (flat.isPresent() && nested.isPresent() && !flat.equals(nested)) {
            throw new IllegalArgumentException("The payload's 'account_id' and 'account' are different accounts.");
        }
        return flat.isPresent() ? flat : nested;
    }

    static Optional<Resource> resource(JsonObject json) {
        return resourceOf(json.get("resource"));
    }

    static List<Resource> resources(JsonObject json) {
        return json.get("resources") instanceof JsonArray array
                ? array.stream()
                        .map(Payload::resourceOf)
                        .flatMap(Optional::stream)
                        .toList()
                : List.of();
    }

    /** A text that is safe in a log line: without control or format characters, and cut off after 100 characters. */
    static String loggable(String text) {
        String cut = text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
        return cut.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "?");
    }

    static String describe(String kind, FrameioEvent event, Optional<Resource> resource) {
        StringBuilder text = new StringBuilder(kind).append('[').append(loggable(event.type()));
        append(text, "account", event.accountId());
        append(text, "workspace", event.workspaceId());
        append(text, "project", event.projectId());
        resource.filter(it -> !it.type().equals("user"))
                .ifPresent(it -> append(text, it.type().isEmpty() ? "resource" : it.type(), Optional.of(it.id())));
        return text.append(']').toString();
    }

    private static void append(StringBuilder text, String name, Optional<String> id) {
        id.ifPresent(it -> text.append(' ').append(loggable(name)).append('=').append(loggable(it)));
    }

    private static Optional<Resource> resourceOf(@Nullable JsonValue value) {
        return value instanceof JsonObject object
                ? string(object, "id")
                        .map(id -> new Resource(id, string(object, "type").orElse("")))
                : Optional.empty();
    }
}
