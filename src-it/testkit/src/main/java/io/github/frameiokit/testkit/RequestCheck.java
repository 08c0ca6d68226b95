package io.github.frameiokit.testkit;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Compares requests with what Frame.io documents, and knows what was ever sent. Thread-safe. */
final class RequestCheck {

    private final Map<String, Set<String>> seen = new ConcurrentHashMap<>();

    /**
     * What is wrong with a request.
     *
     * @param pointer where in the body, as a JSON pointer; for a parameter or a header, a slash and its name
     * @param what what is wrong there
     */
    record Problem(String pointer, String what) {}

    /** The first thing that is wrong; empty if nothing is. */
    Optional<Problem> problem(Operation operation, Received request) {
        Map<String, String> problems = new LinkedHashMap<>();
        Set<String> members = seen.computeIfAbsent(operation.name(), it -> ConcurrentHashMap.newKeySet());
        request.query().forEach((name, value) -> {
            Schema schema = operation.query().get(name);
            if (schema == null) {
                problems.put("/" + name, "is no parameter of " + operation.name());
            } else {
                members.add("?" + name);
                schema.check(typed(schema, value), Schema.Place.ROOT.member(name), problems::put, members);
            }
        });
        String version = request.headers().getOrDefault("api-version", "");
        if (!version.equals(operation.apiVersion().orElse(version.equals("experimental") ? version : ""))) {
            problems.put("/api-version", "must be " + operation.apiVersion().orElse("experimental, or absent"));
        }
        if (request.body().isPresent()) {
            if (!request.headers().getOrDefault("content-type", "").startsWith("application/json")) {
                problems.put("/content-type", "must be application/json");
            }
            operation
                    .body()
                    .ifPresentOrElse(
                            schema -> schema.check(request.body().get(), Schema.Place.ROOT, problems::put, members),
                            () -> problems.put("/", "takes no body"));
        } else if (operation.bodyRequired()) {
            problems.put("/", "needs a body");
        }
        return problems.entrySet().stream()
                .findFirst()
                .map(problem -> new Problem(problem.getKey(), problem.getValue()));
    }

    /** The parameters, with a question mark, and the members that an operation takes and never got. */
    Set<String> neverSent(Operation operation) {
        Set<String> never = new TreeSet<>();
        operation.query().keySet().forEach(name -> never.add("?" + name));
        operation.body().ifPresent(body -> body.members(Schema.Place.ROOT, never));
        never.removeAll(seen.getOrDefault(operation.name(), Set.of()));
        return never;
    }

    private static JsonValue typed(Schema schema, String value) {
        if (schema instanceof Schema.Numeric && value.matches("-?\\d{1,18}")) {
            return Json.createValue(Long.parseLong(value));
        }
        if (schema instanceof Schema.Flag && (value.equals("true") || value.equals("false"))) {
            return value.equals("true") ? JsonValue.TRUE : JsonValue.FALSE;
        }
        return Json.createValue(value);
    }
}
