package io.github.frameiokit.internal.http;

import java.util.Optional;

/**
 * One call to the API, ready to be sent by whomever.
 *
 * @param method the HTTP method
 * @param path the path, encoded
 * @param query the query, encoded; empty if there is none
 * @param apiVersion the {@code api-version} header, if one is to be sent
 * @param body the JSON to send, if there is any
 * @param repeatable whether it does no harm to send it again without knowing whether it was done (RFC 9110, 9.2.2)
 */
public record Call(
        String method,
        String path,
        String query,
        Optional<String> apiVersion,
        Optional<byte[]> body,
        boolean repeatable) {

    public String pathAndQuery() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
