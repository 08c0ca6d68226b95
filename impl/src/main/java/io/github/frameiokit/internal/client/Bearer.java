package io.github.frameiokit.internal.client;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Sends the token along to the API's address and nowhere else. */
final class Bearer implements ClientRequestFilter {

    private final URI address;
    private final Credentials credentials;
    private final boolean experimental;

    Bearer(URI address, Credentials credentials, boolean experimental) {
        this.address = address;
        this.credentials = credentials;
        this.experimental = experimental;
    }

    @Override
    public void filter(ClientRequestContext request) {
        if (!origin(request.getUri()).equals(origin(address))) {
            return;
        }
        request.getHeaders().putSingle("Authorization", "Bearer " + credentials.token());
        if (experimental && !request.getHeaders().containsKey("api-version")) {
            request.getHeaders().putSingle("api-version", "experimental");
        }
    }

    /** Scheme, host and port (RFC 6454, 4). */
    private static List<Object> origin(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        return List.of(scheme, host, uri.getPort() < 0 ? usual : uri.getPort());
    }
}
