package io.github.frameiokit.internal.http;

import java.math.BigInteger;
import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * What came back.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body the body, empty if there is none
 */
public record RawResponse(int status, HttpHeaders headers, byte[] body) {

    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    /** A header that is a number and nothing else; the largest there is, if it is larger than that. */
    Optional<Long> number(String header) {
        return headers.firstValue(header)
                .filter(value -> value.matches("\\d{1,100}"))
                .map(value -> new BigInteger(value).min(LARGEST).longValueExact());
    }

    public boolean failed() {
        return status >= 300;
    }

    /** Without the body: it may hold secrets. */
    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
