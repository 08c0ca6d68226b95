package io.github.frameiokit.testkit;

import java.util.Map;

/**
 * A request to the fake of Adobe's identity service.
 *
 * @param method the HTTP method
 * @param path the path
 * @param query the query's parameters
 * @param form the body's parameters; none if it isn't a form
 * @param headers the headers, by their names in lower case
 */
record ImsRequest(
        String method, String path, Map<String, String> query, Map<String, String> form, Map<String, String> headers) {}
