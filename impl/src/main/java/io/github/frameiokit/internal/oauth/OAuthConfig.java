package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.internal.Address;
import io.github.frameiokit.internal.Paths;
import io.github.frameiokit.internal.Setting;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.Texts;
import io.github.frameiokit.internal.ims.Ims;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** The OAuth configuration; each missing or wrong value has its sentence. */
@ApplicationScoped
public class OAuthConfig {

    private static final System.Logger LOG = System.getLogger(OAuthConfig.class.getName());

    @Inject
    private Config config;

    private Texts texts;
    private @Nullable Sealer sealer;

    @PostConstruct
    void prepare() {
        texts = Texts.of(config);
    }

    Ims.ClientCredentials client() {
        return new Ims.ClientCredentials(required(Settings.CLIENT_ID), required(Settings.CLIENT_SECRET));
    }

    /**
     * A client id that tells the app from others with the same store and key; empty if it has none. The one of users'
     * sign-ins comes first, so that they outlive a later client for the app's own tokens.
     */
    String clientId() {
        return Settings.CLIENT_ID
                .find(config)
                .or(() -> Settings.SERVER_TO_SERVER_CLIENT_ID.find(config))
                .orElse("");
    }

    boolean hasKeys() {
        return Settings.ENCRYPTION_KEY.isSet(config);
    }

    /** Where a browser goes to sign in (RFC 6749, 4.1.1, and RFC 7636, 4.3). */
    URI authorize(Ims ims, URI callback, String scopes, String state, String browser) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", client().id());
        parameters.put("redirect_uri", callback.toString());
        parameters.put("scope", scopes);
        parameters.put("response_type", "code");
        parameters.put("state", state);
        parameters.put("code_challenge", Pkce.s256(Pkce.verifier(browser)));
        parameters.put("code_challenge_method", "S256");
        return ims.authorize(parameters);
    }

    String scopes() {
        return Settings.SCOPES.get(config);
    }

    Optional<URI> redirectUri() {
        return Settings.REDIRECT_URI.find(config).map(URI::create).map(SignInAddresses::normalized);
    }

    /** The configured address of the app's JAX-RS application. */
    Optional<URI> baseUrl() {
        return Settings.BASE_URL.find(config);
    }

    /** Throws an {@link IllegalStateException} if browsers could not come back to the configured redirect URI. */
    public static void checkRedirectUri(Config config) {
        Optional<String> text = Settings.REDIRECT_URI.find(config);
        String callback = Paths.of(config).callback();
        if (text.filter(it -> !isRedirectUri(it, callback)).isPresent()) {
            throw new IllegalStateException("The config property " + Settings.REDIRECT_URI
                    + " must be the app's https address with /" + callback
                    + " at its end, without a query (http is for localhost only); correct it, or remove it to have it"
                    + " derived from requests.");
        }
    }

    private static boolean isRedirectUri(String text, String callback) {
        return Address.of(text).filter(address -> !address.isExposed()).isPresent()
                && URI.create(text).getRawPath().matches(".*/" + Pattern.quote(callback) + "/?");
    }

    boolean trustsForwardedHeaders() {
        return Settings.TRUST_FORWARDED.get(config);
    }

    /** The paths at which the app serves the kit. */
    Paths paths() {
        return Paths.of(config);
    }

    Duration refreshBefore() {
        return Settings.REFRESH_BEFORE.get(config);
    }

    Duration refreshTokenLifetime() {
        return Settings.REFRESH_TOKEN_LIFETIME.get(config);
    }

    /** The texts of the sign-in. */
    Texts texts() {
        return texts;
    }

    /**
     * Seals and opens with the configured keys. Without keys, in development mode or for a store in memory, with a key
     * that ends with the JVM.
     *
     * @param shared whether what is sealed outlives the JVM
     */
    synchronized Sealer sealer(boolean shared) {
        if (sealer == null) {
            List<byte[]> keys = shared || hasKeys() ? keys(config) : List.of();
            if (keys.isEmpty() && Settings.DEVELOPMENT.get(config)) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "There is no " + Settings.ENCRYPTION_KEY
                                + ", so users' tokens and installations are lost with each restart. That"
                                + " will do for development.");
            }
            sealer = keys.isEmpty() ? Sealer.ephemeral() : new Sealer(keys);
        }
        return sealer;
    }

    /** Throws an {@link IllegalStateException} if the configured keys are wrong. */
    public static void checkKeys(Config config) {
        keys(config);
    }

    /**
     * Seals and opens with the configured keys, for an app that need not have any; empty if it has none.
     *
     * @throws IllegalStateException if the configured keys are wrong
     */
    public static Optional<Sealer> optionalSealer(Config config) {
        return Settings.ENCRYPTION_KEY.isSet(config) ? Optional.of(new Sealer(keys(config))) : Optional.empty();
    }

    /** The configured keys; in development mode there may be none. */
    private static List<byte[]> keys(Config config) {
        if (!Settings.ENCRYPTION_KEY.isSet(config) && !Settings.DEVELOPMENT.get(config)) {
            throw new IllegalStateException("The config property " + Settings.ENCRYPTION_KEY
                    + " is missing, with which users' tokens are sealed; make a key with 'openssl rand -base64 32' (or set "
                    + Settings.DEVELOPMENT + "=true for one that ends with the app).");
        }
        return Settings.ENCRYPTION_KEY.find(config).orElse(List.of()).stream()
                .map(OAuthConfig::key)
                .toList();
    }

    private static byte[] key(String text) {
        try {
            byte[] key = Base64.getDecoder().decode(text);
            if (key.length == Sealer.KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // reported below, without the text
        }
        throw new IllegalStateException(
                "The config property " + Settings.ENCRYPTION_KEY
                        + " must hold keys of 32 bytes in Base64, separated by commas; make one with 'openssl rand -base64 32'.");
    }

    private String required(Setting<String> setting) {
        return setting.find(config)
                .orElseThrow(() -> new IllegalStateException(
                        "The config property " + setting + " is missing, without which no user can"
                                + " authorize the app; it is that of the Adobe project."));
    }
}
