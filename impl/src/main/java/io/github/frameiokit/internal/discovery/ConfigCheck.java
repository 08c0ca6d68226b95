package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.internal.Keys;
import io.github.frameiokit.internal.oauth.OAuthConfig;
import io.github.frameiokit.internal.store.TokenStores;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.Config;

/** Checks the values of the config properties. */
final class ConfigCheck {

    private static final System.Logger LOG = System.getLogger(ConfigCheck.class.getName());

    private final Config config;
    private final Problems problems;

    ConfigCheck(Config config, Problems problems) {
        this.config = config;
        this.problems = problems;
    }

    void checkValues() {
        expect(
                "a positive whole number",
                value -> value.matches("0*[1-9]\\d{0,8}"),
                Keys.SIGNATURE_TOLERANCE,
                Keys.MAX_BODY_SIZE,
                Keys.REPLAY_GUARD_ENTRIES,
                Keys.ASYNC_SHUTDOWN_TIMEOUT,
                Keys.MEMORY_ENTRIES,
                Keys.API_CONNECT_TIMEOUT,
                Keys.API_READ_TIMEOUT,
                Keys.REFRESH_BEFORE,
                Keys.REFRESH_TOKEN_LIFETIME);
        expect("a whole number, 0 for none", value -> value.matches("\\d{1,3}"), Keys.API_RETRIES);
        expect(
                "an address such as https://api.frame.io",
                ConfigCheck::isAddress,
                Keys.API_URL,
                Keys.IMS_URL,
                Keys.DYNAMODB_ENDPOINT);
        expect("a text that isn't blank", value -> !value.isBlank(), Keys.ACTION_ERROR_TITLE);
        expect("a colour such as #5b53ff", value -> value.matches("#[0-9a-fA-F]{6}"), Keys.APP_COLOR);
        expectOneOf(
                List.of("true", "false"),
                Keys.REPLAY_GUARD_ENABLED,
                Keys.APPLICATION_CHECK,
                Keys.SERVER_TO_SERVER,
                Keys.TRUST_FORWARDED,
                Keys.DEVELOPMENT,
                Keys.JDBC_CREATE_TABLE,
                Keys.DYNAMODB_CREATE_TABLE);
        expectOneOf(List.of("message", "status"), Keys.ACTION_ON_ERROR);
        expectOneOf(List.of("boolean", "checkbox"), Keys.FORM_CHECKBOX);
        expectOneOf(List.of("memory", "jdbc", "dynamodb"), Keys.TOKEN_STORE);
        attempt(() -> OAuthConfig.checkRedirectUri(config));
        attempt(() -> TokenStores.checkTable(config));
        attempt(() -> TokenStores.checkSdk(config));
        if (is(Keys.SERVER_TO_SERVER) && text(Keys.TOKEN).isEmpty()) {
            checkClient(Keys.SERVER_TO_SERVER + " is true");
        }
    }

    /** Checks what users need to sign in, which would else show when the first one does. */
    void checkSignIn(String because) {
        checkClient(because);
        attempt(() -> OAuthConfig.checkKeys(config));
        if (text(Keys.SCOPES)
                .filter(scopes -> !scopes.contains("offline_access"))
                .isPresent()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The config property " + Keys.SCOPES + " lacks offline_access, so Adobe gives no refresh tokens and"
                            + " users have to sign in again every day.");
        }
    }

    private void checkClient(String because) {
        for (String key : List.of(Keys.CLIENT_ID, Keys.CLIENT_SECRET)) {
            if (text(key).isEmpty()) {
                problems.noValue(key, because);
            }
        }
    }

    private void expect(String what, Predicate<String> fits, String... keys) {
        for (String key : keys) {
            if (text(key).filter(fits.negate()).isPresent()) {
                problems.badValue(key, what);
            }
        }
    }

    private void expectOneOf(List<String> choices, String... keys) {
        expect(String.join(" or ", choices), choices::contains, keys);
    }

    /** What knows its own properties says itself what is wrong with them. */
    private void attempt(Runnable check) {
        try {
            check.run();
        } catch (IllegalStateException e) {
            problems.told(e.getMessage());
        }
    }

    private static boolean isAddress(String value) {
        try {
            URI uri = new URI(value);
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getRawQuery() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private boolean is(String key) {
        return text(key).filter("true"::equals).isPresent();
    }

    private Optional<String> text(String key) {
        return config.getOptionalValue(key, String.class);
    }
}
