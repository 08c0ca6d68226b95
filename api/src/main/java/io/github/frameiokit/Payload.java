package io.github.frameiokit;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * Reads a payload's members and says in a sentence what is wrong with one. Absent and {@code null} are the same; a
 * member of the wrong JSON type is an {@link IllegalArgumentException} that names the member but never its value.
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
        return present(json, name).map(value -> {
            if (value instanceof JsonString string) {
                return string.getString();
            }
            throw new IllegalArgumentException("'" + name + "' is not a string.");
        });
    }

    static Optional<JsonObject> object(JsonObject json, String name) {
        return present(json, name).map(value -> object(value, name));
    }

    static Optional<Reference> reference(JsonObject json, String name) {
        return object(json, name).flatMap(object -> string(object, "id")).map(Reference::new);
    }

    static Optional<Resource> resource(JsonObject json) {
        return object(json, "resource").map(Payload::resourceOf);
    }

    static List<Resource> resources(JsonObject json) {
        return present(json, "resources")
                .map(value -> {
                    if (value instanceof JsonArray array) {
                        return array.stream()
                                .map(item -> resourceOf(object(item, "resources[]")))
                                .toList();
                    }
                    throw new IllegalArgumentException("'resources' is not a list.");
                })
                .orElse(List.of());
    }

    /** An id as it may stand in a log line: without control or format characters, and no longer than an id reasonably is. */
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

    private static Resource resourceOf(JsonObject object) {
        String id = string(object, "id").orElseThrow(() -> new IllegalArgumentException("A resource has no 'id'."));
        return new Resource(id, string(object, "type").orElse(""));
    }

    private static JsonObject object(JsonValue value, String name) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new IllegalArgumentException("'" + name + "' is not an object.");
    }

    private static Optional<JsonValue> present(JsonObject json, String name) {
        return Optional.ofNullable(json.get(name)).filter(value -> value != JsonValue.NULL);
    }
}
