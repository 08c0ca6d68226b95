package io.github.frameiokit.testkit;

import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;

/**
 * A request that a fake has received.
 *
 * @param operation the client's group and method for it, such as {@code files.show}; empty if Frame.io documents no
 *     such operation
 * @param method the HTTP method
 * @param path the path, as it was sent
 * @param query the query's parameters
 * @param headers the headers, by their names in lower case
 * @param body the JSON body; empty if there was none
 */
public record Received(
        String operation,
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        Optional<JsonValue> body) {}
