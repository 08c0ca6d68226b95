package io.github.frameiokit.internal.client;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.net.URI;
import java.util.Objects;

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
        URI uri = request.getUri();
        if (!Objects.equals(uri.getScheme(), address.getScheme())
                || !Objects.equals(uri.getHost(), address.getHost())
                || uri.getPort() != address.getPort()) {
            return;
        }
        request.getHeaders().putSingle("Authorization", "Bearer " + credentials.token());
        if (experimental && !request.getHeaders().containsKey("api-version")) {
            request.getHeaders().putSingle("api-version", "experimental");
        }
    }
}
