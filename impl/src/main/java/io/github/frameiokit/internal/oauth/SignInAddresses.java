package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.internal.Paths;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.events.CurrentRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * The addresses of the sign-in pages.
 *
 * @param login the page that sends the browser to Adobe
 * @param callback the page that Adobe sends the browser back to, as registered at Adobe
 */
record SignInAddresses(URI login, URI callback) {

    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    static SignInAddresses of(OAuthConfig config, CurrentRequest request) {
        return of(config.redirectUri()
                .or(() -> config.baseUrl().map(base -> normalized(callback(base, config))))
                .orElseGet(() -> derived(config, request)));
    }

    static SignInAddresses of(URI callback) {
        return new SignInAddresses(URI.create(withoutSlash(callback.toString())).resolve("login"), callback);
    }

    private static URI derived(OAuthConfig config, CurrentRequest request) {
        URI base = request.base()
                .orElseThrow(
                        () -> new IllegalStateException("The address of the app isn't known outside of a request of"
                                + " Frame.io's, or of one whose proxy garbles it; set " + Settings.BASE_URL
                                + "."));
        URI callback = callback(base, config);
        if (!config.trustsForwardedHeaders()) {
            return address(callback.getScheme(), callback.getRawAuthority(), callback.getRawPath())
                    .orElse(callback);
        }
        String scheme = request.forwardedProto()
                .map(it -> it.toLowerCase(Locale.ROOT))
                .filter(it -> it.equals("https") || it.equals("http"))
                .orElse(callback.getScheme());
        return request.forwardedHost()
                .flatMap(host -> address(scheme, host, callback.getRawPath()))
                .or(() -> address(scheme, callback.getRawAuthority(), callback.getRawPath()))
                .orElse(callback);
    }

    private static URI callback(URI base, OAuthConfig config) {
        return Paths.under(base, config.paths().callback());
    }

    /** Builds an address; empty if the host is malformed, since a stranger may have written the header. */
    private static Optional<URI> address(String scheme, String host, String path) {
        try {
            URI address = new URI(scheme + "://" + host + path);
            return address.getHost() != null
                            && address.getRawUserInfo() == null
                            && address.getRawPath().equals(path)
                    ? Optional.of(normalized(address))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Normalizes an address (RFC 3986, 6.2): scheme and host in lower case, and no default port. */
    static URI normalized(URI address) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        int own = scheme.equals("https") ? HTTPS_PORT : HTTP_PORT;
        String port = address.getPort() < 0 || address.getPort() == own ? "" : ":" + address.getPort();
        return URI.create(scheme + "://" + address.getHost().toLowerCase(Locale.ROOT) + port + address.getRawPath());
    }

    private static String withoutSlash(String text) {
        return text.replaceAll("/+$", "");
    }

    /** The path of the cookie. */
    String cookiePath() {
        return withoutSlash(callback.getRawPath());
    }

    boolean secure() {
        return callback.getScheme().equals("https");
    }
}
