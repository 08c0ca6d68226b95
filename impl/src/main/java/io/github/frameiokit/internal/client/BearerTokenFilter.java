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
 * Adds the token to requests to the API's base URL, and to no others. If Frame.io rejects a token, this is reported to
 * its source, so that the next request may have another one.
 */
final class BearerTokenFilter implements ClientRequestFilter, ClientResponseFilter {

    private static final System.Logger LOG = System.getLogger(BearerTokenFilter.class.getName());
    private static final String SENT = BearerTokenFilter.class.getName();
    private static final int UNAUTHORIZED = 401;

    private final URI baseUrl;
    private final Credentials credentials;
    private final boolean experimental;

    BearerTokenFilter(URI baseUrl, Credentials credentials, boolean experimental) {
        this.baseUrl = baseUrl;
        this.credentials = credentials;
        this.experimental = experimental;
    }

    @Override
    public void filter(ClientRequestContext request) {
        if (!origin(request.getUri()).equals(origin(baseUrl))) {
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
            credentials.rejected(token);
        } catch (RuntimeException e) { // the caller gets the response in any case
            LOG.log(System.Logger.Level.DEBUG, "A rejected token couldn't be reported.", e);
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
