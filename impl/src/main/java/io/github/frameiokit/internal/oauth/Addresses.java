package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.internal.events.CurrentRequest;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the browser finds the kit.
 *
 * @param login the page that sends it to Adobe
 * @param callback the page that Adobe sends it back to, as registered there
 */
record Addresses(URI login, URI callback) {

    private static final String CALLBACK = "frameio/oauth/callback";
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.\\-\\[\\]:]{1,255}");

    static Addresses of(OAuthConfig config, CurrentRequest request) {
        URI callback = config.redirectUri().orElseGet(() -> derived(config, request));
        return new Addresses(callback.resolve("login"), callback);
    }

    private static URI derived(OAuthConfig config, CurrentRequest request) {
        URI base = request.base()
                .orElseThrow(
                        () -> new IllegalStateException("The address of the app isn't known outside of a request of"
                                + " Frame.io's, or of one whose proxy garbles it; set frameio.oauth.redirect-uri."));
        URI callback = URI.create(base.toString().replaceAll("/+$", "") + "/" + CALLBACK);
        if (!config.trustsForwardedHeaders()) {
            return callback;
        }
        String scheme = request.forwardedProto()
                .filter(it -> it.equals("https") || it.equals("http"))
                .orElse(callback.getScheme());
        Optional<String> host =
                request.forwardedHost().filter(it -> HOST.matcher(it).matches());
        return URI.create(scheme + "://" + host.orElse(callback.getRawAuthority()) + callback.getRawPath());
    }

    boolean secure() {
        return "https".equalsIgnoreCase(callback.getScheme());
    }
}
