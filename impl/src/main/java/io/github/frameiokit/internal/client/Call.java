package io.github.frameiokit.internal.client;

import io.github.frameiokit.internal.http.Failures;
import io.github.frameiokit.internal.http.RetryPolicy;
import java.util.Optional;

/**
 * One call to the API.
 *
 * @param method the HTTP method
 * @param template the path, with the names of its parameters
 * @param path the path, encoded
 * @param query the query, encoded; empty if there is none
 * @param apiVersion the {@code api-version} header, if one is to be sent
 * @param body the JSON to send, if there is any
 * @param repeatable whether it may be sent again
 */
record Call(
        String method,
        String template,
        String path,
        String query,
        Optional<String> apiVersion,
        Optional<byte[]> body,
        RetryPolicy.Repeatable repeatable) {

    String pathAndQuery() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    Failures failures() {
        return new Failures(method, path);
    }

    /** Without the query and the body, which may hold secrets. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
