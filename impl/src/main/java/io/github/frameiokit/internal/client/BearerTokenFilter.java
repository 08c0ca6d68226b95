package io.github.frameiokit.internal.client;

import io.github.frameiokit.internal.ims.Credentials;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * Sends the token along to the API's address and nowhere else. A refusal is passed on to where the token came from, so
 * that the next request may have another one.
 */
final class BearerTokenFilter implements ClientRequestFilter, ClientResponseFilter {

    private static final System.Logger LOG = System.getLogger(BearerTokenFilter.class.getName());
    private static final String SENT = BearerTokenFilter.class.getName();
    private static final int UNAUTHORIZED = 401;

    private final URI address;
    private final Credentials credentials;
    private final boolean experimental;

    BearerTokenFilter(URI address, Credentials credentials, boolean experimental) {
        this.address = address;
        this.credentials = credentials;
        this.experimental = experimental;
    }

    @Override
    public void filter(ClientRequestContext request) {
        if (!origin(request.getUri()).equals(origin(address))) {
            return;
        }
        String token = credentials.token();
        request.setProperty(SENT, token);
        request.getHeaders().putSingle("Authorization", "Bearer " + token);
        if (experimental && !request.getHeaders().containsKey("api-version")) {
            request.getHeaders().putSingle("api-version", "experimental");
        }
    }

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        if (response.getStatus() != UNAUTHORIZED || !(request.getProperty(SENT) instanceof String token)) {
            return;
        }
        try {
            credentials.refused(token);
        } catch (RuntimeException e) { // the answer is the caller's all the same
            LOG.log(System.Logger.Level.DEBUG, "A refused token couldn't be reported.", e);
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
