package io.github.frameiokit.internal.client;

import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * What came back.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body the body, empty if there is none
 */
record Answer(int status, HttpHeaders headers, byte[] body) {

    /** A header that is a number and nothing else. */
    Optional<Long> number(String header) {
        return headers.firstValue(header)
                .filter(value -> value.matches("\\d{1,12}"))
                .map(Long::valueOf);
    }

    boolean failed() {
        return status >= 300;
    }

    /** Without the body: it may hold secrets. */
    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
