package io.github.frameiokit.internal.oauth;

import io.github.frameiokit.internal.Address;
import io.github.frameiokit.internal.ConfigKeys;
import io.github.frameiokit.internal.Paths;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.ims.Ims;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** What the configuration says of OAuth, with a sentence for whatever it should and doesn't. */
@ApplicationScoped
public class OAuthConfig {

    /** Without {@code offline_access} Adobe gives no refresh token, without the roles Frame.io takes no token. */
    static final String SCOPES = "openid email profile offline_access additional_info.roles";

    private static final System.Logger LOG = System.getLogger(OAuthConfig.class.getName());
    private static final long REFRESH_BEFORE_SECONDS = 300;
    private static final long REFRESH_TOKEN_LIFETIME_SECONDS =
            Duration.ofDays(14).toSeconds();

    @Inject
    private Config config;

    private Sealer sealer;

    Ims.ClientCredentials client() {
        return new Ims.ClientCredentials(required(ConfigKeys.CLIENT_ID), required(ConfigKeys.CLIENT_SECRET));
    }

    String scopes() {
        return text(ConfigKeys.SCOPES).orElse(SCOPES);
    }

    Optional<URI> redirectUri() {
        return text(ConfigKeys.REDIRECT_URI).map(URI::create).map(Addresses::normalized);
    }

    /** Says by an {@link IllegalStateException} why browsers could not come back to the configured redirect URI. */
    public static void checkRedirectUri(Config config) {
        Optional<String> text = Settings.text(config, ConfigKeys.REDIRECT_URI);
        String callback = Paths.of(config).callback();
        if (text.filter(it -> !isRedirectUri(it, callback)).isPresent()) {
            throw new IllegalStateException("The config property " + ConfigKeys.REDIRECT_URI
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
        return Settings.isOn(config, ConfigKeys.TRUST_FORWARDED);
    }

    /** Where the app serves the kit. */
    Paths paths() {
        return Paths.of(config);
    }

    Duration refreshBefore() {
        return Settings.seconds(config, ConfigKeys.REFRESH_BEFORE, REFRESH_BEFORE_SECONDS);
    }

    Duration refreshTokenLifetime() {
        return Settings.seconds(config, ConfigKeys.REFRESH_TOKEN_LIFETIME, REFRESH_TOKEN_LIFETIME_SECONDS);
    }

    String appName() {
        return text(ConfigKeys.APP_NAME).orElse("This app");
    }

    String appColor() {
        return text(ConfigKeys.APP_COLOR).orElse("#5b53ff");
    }

    /** Seals and opens with the configured keys; in development, without any, with one of this JVM. */
    synchronized Sealer sealer() {
        if (sealer == null) {
            List<byte[]> keys = keys(config);
            if (keys.isEmpty()) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "There is no " + ConfigKeys.ENCRYPTION_KEY
                                + ", so users have to sign in again after each restart. That"
                                + " will do for development.");
            }
            sealer = keys.isEmpty() ? Sealer.ephemeral() : new Sealer(keys);
        }
        return sealer;
    }

    /** Says by an {@link IllegalStateException} what is wrong with the configured keys. */
    public static void checkKeys(Config config) {
        keys(config);
    }

    /** The configured keys; in development there may be none. */
    private static List<byte[]> keys(Config config) {
        Optional<String> text = Settings.text(config, ConfigKeys.ENCRYPTION_KEY);
        if (text.isEmpty() && !Settings.isOn(config, ConfigKeys.DEVELOPMENT)) {
            throw new IllegalStateException("The config property " + ConfigKeys.ENCRYPTION_KEY
                    + " is missing, with which users' tokens are sealed; make a key with 'openssl rand -base64 32' (or set "
                    + ConfigKeys.DEVELOPMENT + "=true for one that ends with the app).");
        }
        return text.stream()
                .flatMap(keys -> Stream.of(keys.split(",")))
                .map(key -> key(key.strip()))
                .toList();
    }

    private static byte[] key(String text) {
        try {
            byte[] key = Base64.getDecoder().decode(text);
            if (key.length == Sealer.KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // told below, without the text
        }
        throw new IllegalStateException(
                "The config property " + ConfigKeys.ENCRYPTION_KEY
                        + " must hold keys of 32 bytes in Base64, separated by commas; make one with 'openssl rand -base64 32'.");
    }

    private String required(String key) {
        return text(key)
                .orElseThrow(() -> new IllegalStateException(
                        "The config property " + key + " is missing, without which no user can"
                                + " authorize the app; it is that of the Adobe project."));
    }

    private Optional<String> text(String key) {
        return Settings.text(config, key);
    }
}
