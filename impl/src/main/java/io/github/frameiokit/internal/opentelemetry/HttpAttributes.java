package io.github.frameiokit.internal.opentelemetry;

import io.github.frameiokit.internal.http.Target;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is recorded of an HTTP request that the kit sent. It has no URL: an id in a path is the app's business, and a
 * signature in a query is a secret.
 *
 * @param method its method
 * @param template the path, with the names of its parameters; empty for the storage of files
 * @param host the host
 * @param status the status of the response; empty if there was none
 * @param errorType the status of an error, or the class of the exception; empty if it succeeded
 */
record HttpAttributes(String method, String template, String host, OptionalInt status, Optional<String> errorType) {

    private static final int FIRST_ERROR = 400;

    static HttpAttributes of(Target target, HttpRequest request) {
        return new HttpAttributes(
                request.method(), target.template(), request.uri().getHost(), OptionalInt.empty(), Optional.empty());
    }

    HttpAttributes answered(int code) {
        return new HttpAttributes(
                method,
                template,
                host,
                OptionalInt.of(code),
                code < FIRST_ERROR ? Optional.empty() : Optional.of(String.valueOf(code)));
    }

    HttpAttributes failed(Throwable failure) {
        return new HttpAttributes(
                method,
                template,
                host,
                OptionalInt.empty(),
                Optional.of(failure.getClass().getName()));
    }

    /** The name of a span (semantic conventions for HTTP). */
    String span() {
        return template.isEmpty() ? method : method + " " + template;
    }
}
