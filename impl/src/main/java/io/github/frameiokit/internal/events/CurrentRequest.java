package io.github.frameiokit.internal.events;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;

/** How the request at hand reached the app, for addresses that lead back to it. */
@RequestScoped
public class CurrentRequest {

    private Optional<URI> base = Optional.empty();
    private Optional<String> forwardedProto = Optional.empty();
    private Optional<String> forwardedHost = Optional.empty();

    /** Takes note of a request. */
    public void note(UriInfo uri, HttpHeaders headers) {
        base = base(uri);
        forwardedProto = first(headers, "X-Forwarded-Proto");
        forwardedHost = first(headers, "X-Forwarded-Host");
    }

    /** The address of the app's JAX-RS application, as this server sees it; empty outside of an action. */
    public Optional<URI> base() {
        return base;
    }

    /** The scheme that a proxy says it was called with. */
    public Optional<String> forwardedProto() {
        return forwardedProto;
    }

    /** The host, maybe with a port, that a proxy says it was called with. */
    public Optional<String> forwardedHost() {
        return forwardedHost;
    }

    /** Open Liberty makes it of a proxy's headers, whatever they say; most requests don't need it. */
    private static Optional<URI> base(UriInfo uri) {
        try {
            return Optional.of(uri.getBaseUri());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Proxies append, so the first is what the browser used. */
    private static Optional<String> first(HttpHeaders headers, String name) {
        return Optional.ofNullable(headers.getHeaderString(name))
                .map(value -> value.split(",")[0].strip())
                .filter(value -> !value.isEmpty());
    }
}
