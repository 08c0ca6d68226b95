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

/** What there is of Frame.io's request beside its body; nothing outside of one. */
@RequestScoped
public class CurrentRequest {

    private Optional<UriInfo> uri = Optional.empty();
    private Optional<HttpHeaders> headers = Optional.empty();
    private String events = Paths.EVENTS;

    /**
     * Takes note of a request.
     *
     * @param paths the configured ones: where they aren't the resource's own, {@link PathFilter} has led it there
     */
    public void note(UriInfo calledUri, HttpHeaders sentHeaders, Paths paths) {
        uri = Optional.of(calledUri);
        headers = Optional.of(sentHeaders);
        events = paths.events();
    }

    /** Whether this is a request of Frame.io's. */
    boolean isThere() {
        return uri.isPresent();
    }

    /** The address of the app's JAX-RS application, as this server sees it; empty outside of a request. */
    public Optional<URI> base() {
        return address(UriInfo::getBaseUri);
    }

    /** The address that was called. */
    Optional<URI> address() {
        return address(it -> isMoved() ? moved(it) : it.getRequestUri());
    }

    private boolean isMoved() {
        return !events.equals(Paths.EVENTS);
    }

    private URI moved(UriInfo led) {
        String query = led.getRequestUri().getRawQuery();
        String base = led.getBaseUri().toString().replaceFirst("/*$", "/");
        return URI.create(base + events + (query == null ? "" : "?" + query));
    }

    /**
     * The path that was called, where the server can't make an address of it without what is before the application.
     */
    String path() {
        return address()
                .map(URI::getRawPath)
                .orElseGet(() -> "/"
                        + (isMoved() ? events : uri.orElseThrow().getPath(false).replaceFirst("^/+", "")));
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

    /** The scheme that a proxy says it was called with. */
    public Optional<String> forwardedProto() {
        return first("X-Forwarded-Proto");
    }

    /** The host, maybe with a port, that a proxy says it was called with. */
    public Optional<String> forwardedHost() {
        return first("X-Forwarded-Host");
    }

    /** Open Liberty makes addresses of a proxy's headers, whatever they say; most requests don't need one. */
    private Optional<URI> address(Function<UriInfo, URI> which) {
        try {
            return uri.map(which);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Proxies append, so the first is what the browser used. */
    private Optional<String> first(String name) {
        return header(name).map(value -> value.split(",")[0].strip()).filter(value -> !value.isEmpty());
    }
}
