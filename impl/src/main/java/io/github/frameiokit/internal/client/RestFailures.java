package io.github.frameiokit.internal.client;

import io.github.frameiokit.internal.Causes;
import io.github.frameiokit.internal.http.RawResponse;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/**
 * Exceptions that pass through the server's REST client, from the kit's filter and mapper to its proxy. Servers wrap
 * them in exceptions of their own, in which they are found again.
 */
final class RestFailures {

    private RestFailures() {}

    /** A request that the filter didn't let through; its cause is the exception for the caller. */
    static final class NotSent extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotSent(RuntimeException cause) {
            super(cause);
        }
    }

    /** An error response, on its way to the proxy, which knows the call. */
    static final class Rejected extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient RawResponse response;

        private Rejected(RawResponse response) {
            super("The response was " + response.status() + ".", null, false, false);
            this.response = response;
        }

        RawResponse response() {
            return response;
        }
    }

    /** The error response that caused an exception; empty if none did. */
    static Optional<RawResponse> response(Throwable thrown) {
        return Causes.of(thrown)
                .filter(Rejected.class::isInstance)
                .map(cause -> ((Rejected) cause).response())
                .findFirst();
    }

    /** Turns each response that isn't a success into an exception, unless the interface's own mappers do. */
    static final class Mapper implements ResponseExceptionMapper<RuntimeException> {

        @Override
        public boolean handles(int status, MultivaluedMap<String, Object> headers) {
            return status >= 300;
        }

        @Override
        public RuntimeException toThrowable(Response response) {
            // CXF has some headers twice, in upper and lower case
            Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            response.getStringHeaders().forEach((name, values) -> {
                if (name != null && values != null) {
                    headers.putIfAbsent(name, values);
                }
            });
            return new Rejected(new RawResponse(
                    response.getStatus(), HttpHeaders.of(headers, (name, value) -> true), body(response)));
        }

        private static byte[] body(Response response) {
            try {
                return response.hasEntity() ? response.readEntity(byte[].class) : new byte[0];
            } catch (RuntimeException e) {
                return new byte[0]; // the status is enough
            }
        }
    }
}
