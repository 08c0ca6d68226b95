package io.github.frameiokit.internal.events;

import io.github.frameiokit.internal.Paths;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The current request: its body, and once it is accepted its address and headers. Empty outside of a request. */
@RequestScoped
public class CurrentRequest {

    private final RequestBody body = new RequestBody();
    private Optional<UriInfo> uri = Optional.empty();
    private Optional<HttpHeaders> headers = Optional.empty();
    private boolean moved;
    private String called = Paths.EVENTS;

    /** This object itself. Each call of it otherwise passes the container's proxy, which looks up the scope. */
    CurrentRequest itself() {
        return this;
    }

    RequestBody body() {
        return body;
    }

    /** The bytes of the body; empty if it is too large, or did not arrive. */
    public Optional<byte[]> bytes() {
        try {
            return Optional.of(body.bytes());
        } catch (Rejection e) {
            return Optional.empty();
        }
    }

    /** Records a request for the address of events. */
    public void note(UriInfo calledUri, HttpHeaders sentHeaders, Paths paths) {
        note(calledUri, sentHeaders, paths, paths.events());
    }

    /**
     * Records a request.
     *
     * @param paths the configured paths; if they differ from the resource's, {@link PathFilter} has moved the request
     * @param path the path that was called, of these
     */
    void note(UriInfo calledUri, HttpHeaders sentHeaders, Paths paths, String path) {
        uri = Optional.of(calledUri);
        headers = Optional.of(sentHeaders);
        moved = !paths.events().equals(Paths.EVENTS);
        called = path;
    }

    /** Whether a request has been recorded. */
    boolean isThere() {
        return uri.isPresent();
    }

    /** The address of the app's JAX-RS application, as this server sees it; empty outside of a request. */
    public Optional<URI> base() {
        return address(UriInfo::getBaseUri);
    }

    /** The address that was called; empty before a request is accepted. */
    public Optional<URI> address() {
        return address(it -> moved ? moved(it) : it.getRequestUri());
    }

    private URI moved(UriInfo led) {
        String query = led.getRequestUri().getRawQuery();
        String base = led.getBaseUri().toString().replaceFirst("/*$", "/");
        return URI.create(base + called + (query == null ? "" : "?" + query));
    }

    /** The called path, for servers that build no address from it without the part before the application. */
    String path() {
        return address()
                .map(URI::getRawPath)
                .orElseGet(() ->
                        "/" + (moved ? called : uri.orElseThrow().getPath(false).replaceFirst("^/+", "")));
    }

    /** The first parameter of that name in the query. */
    Optional<String> query(String name) {
        return uri.map(it -> it.getQueryParameters().getFirst(name));
    }

    /** The headers, by names in any case; a copy, which the app can't change and most requests don't need. */
    Map<String, List<String>> headers() {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.ifPresent(it -> it.getRequestHeaders().forEach((name, values) -> copy.put(name, List.copyOf(values))));
        return Collections.unmodifiableMap(copy);
    }

    /** A header's values, joined. */
    Optional<String> header(String name) {
        return headers.map(it -> it.getHeaderString(name));
    }

    /** The scheme that a proxy reports. */
    public Optional<String> forwardedProto() {
        return first("X-Forwarded-Proto");
    }

    /** The host that a proxy reports, perhaps with a port. */
    public Optional<String> forwardedHost() {
        return first("X-Forwarded-Host");
    }

    /**
     * Reads the address only when it is needed: Open Liberty builds it from a proxy's headers, which may be malformed.
     */
    private Optional<URI> address(Function<UriInfo, URI> which) {
        try {
            return uri.map(which);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Proxies append their values, so the first one is what the browser used. */
    private Optional<String> first(String name) {
        return header(name).map(value -> value.split(",")[0].strip()).filter(value -> !value.isEmpty());
    }
}
