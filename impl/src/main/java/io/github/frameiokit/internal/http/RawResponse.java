package io.github.frameiokit.internal.http;

import java.math.BigInteger;
import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * An HTTP response whose body hasn't been interpreted.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body the body, empty if there is none
 */
public record RawResponse(int status, HttpHeaders headers, byte[] body) {

    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    /** A header that is a whole number and nothing else, capped at the largest long. */
    Optional<Long> number(String header) {
        return headers.firstValue(header)
                .filter(value -> value.matches("\\d{1,100}"))
                .map(value -> new BigInteger(value).min(LARGEST).longValueExact());
    }

    /** Whether this isn't a success; redirects count as failures, since they aren't followed. */
    public boolean failed() {
        return status >= 300;
    }

    /** Without the body, which may hold secrets. */
    @Override
    public String toString() {
        return "RawResponse[" + status + "]";
    }
}
