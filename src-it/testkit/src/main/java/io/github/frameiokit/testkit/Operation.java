package io.github.frameiokit.testkit;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An operation of Frame.io's API.
 *
 * @param name the group and the method of the client that stand for it, such as {@code files.show}
 * @param query the parameters it takes
 * @param apiVersion the {@code api-version} it requires; empty if it requires none
 * @param body the body it takes; empty if it takes none
 * @param status the HTTP status of its answer
 * @param answer the body of its answer; empty if it has none
 */
record Operation(
        String name,
        String method,
        String template,
        Pattern path,
        int callsPerWindow,
        int windowSeconds,
        Optional<String> apiVersion,
        Map<String, Schema> query,
        Optional<Schema> body,
        boolean bodyRequired,
        int status,
        Optional<Schema> answer) {

    boolean matches(String method, String path) {
        return this.method.equals(method) && this.path.matcher(path).matches();
    }
}
