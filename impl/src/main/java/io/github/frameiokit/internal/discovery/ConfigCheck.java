package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.internal.Address;
import io.github.frameiokit.internal.ConfigKeys;
import io.github.frameiokit.internal.Paths;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.events.SigningSecrets;
import io.github.frameiokit.internal.oauth.OAuthConfig;
import io.github.frameiokit.internal.store.ConfiguredTokenStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** Checks the values of the config properties. */
final class ConfigCheck {

    private static final System.Logger LOG = System.getLogger(ConfigCheck.class.getName());

    /** The shortest secret that can't be guessed from one signed request; Frame.io's own are longer. */
    private static final int SHORTEST_SECRET = 8;
    /** What the sample's secrets begin with. */
    private static final String FOR_DEVELOPMENT = "development-";
    /**
     * What no secret has inside, and what is left of a template. Words are long or come with a separator, since a real
     * secret may have any four letters by chance.
     */
    private static final Pattern NO_SECRET = Pattern.compile(
            "(?i)[<>{}\"'`\\s]|^(your|insert|enter|replace)[-_.]|change[-_.]?(me|this)|place-?holder|\\.{3}|^(.)\\3{7,}$");

    private final Config config;
    private final Problems problems;
    private final Set<String> signingSecrets;
    private final Set<String> told = new HashSet<>();
    private final List<String> clientNeeded = new ArrayList<>();

    ConfigCheck(Config config, Problems problems, Set<String> signingSecrets) {
        this.config = config;
        this.problems = problems;
        this.signingSecrets = signingSecrets;
    }

    void checkValues() {
        ConfigKeys.ALL.forEach(this::checkPresence);
        signingSecrets.forEach(this::checkPresence);
        new KeyCheck(config, signingSecrets).warnOfUnknown();
        expect(
                "a positive whole number",
                Settings::isPositive,
                ConfigKeys.SIGNATURE_TOLERANCE,
                ConfigKeys.MAX_BODY_SIZE,
                ConfigKeys.REPLAY_GUARD_ENTRIES,
                ConfigKeys.ASYNC_SHUTDOWN_TIMEOUT,
                ConfigKeys.MEMORY_ENTRIES,
                ConfigKeys.API_CONNECT_TIMEOUT,
                ConfigKeys.API_READ_TIMEOUT,
                ConfigKeys.REFRESH_BEFORE,
                ConfigKeys.REFRESH_TOKEN_LIFETIME);
        expect("a whole number, 0 for none", value -> value.matches("\\d{1,3}"), ConfigKeys.API_RETRIES);
        expect(
                "an address such as https://api.frame.io, without user, query or fragment",
                value -> Address.of(value).isPresent(),
                ConfigKeys.API_URL,
                ConfigKeys.IMS_URL,
                ConfigKeys.DYNAMODB_ENDPOINT);
        checkProtected(ConfigKeys.API_URL, "access tokens");
        checkProtected(ConfigKeys.IMS_URL, "the client secret and users' tokens");
        checkProtected(ConfigKeys.DYNAMODB_ENDPOINT, "AWS credentials and users' tokens");
        expect("a colour such as #5b53ff", value -> value.matches("#[0-9a-fA-F]{6}"), ConfigKeys.APP_COLOR);
        expect(
                "a path of plain segments such as hooks/frameio, or / for that of the JAX-RS application",
                Paths::isPath,
                ConfigKeys.PATH,
                ConfigKeys.OAUTH_PATH);
        expectOneOf(
                List.of("true", "false"),
                ConfigKeys.REPLAY_GUARD_ENABLED,
                ConfigKeys.APPLICATION_CHECK,
                ConfigKeys.SERVER_TO_SERVER,
                ConfigKeys.TRUST_FORWARDED,
                ConfigKeys.DEVELOPMENT,
                ConfigKeys.JDBC_CREATE_TABLE,
                ConfigKeys.DYNAMODB_CREATE_TABLE);
        expectOneOf(List.of("message", "status"), ConfigKeys.ACTION_ON_ERROR);
        expectOneOf(List.of("boolean", "checkbox"), ConfigKeys.FORM_CHECKBOX);
        expectOneOf(List.of("memory", "jdbc", "dynamodb"), ConfigKeys.TOKEN_STORE);
        attempt(() -> OAuthConfig.checkRedirectUri(config));
        signingSecrets.forEach(this::checkSigningSecrets);
        for (String key : List.of(ConfigKeys.TOKEN, ConfigKeys.CLIENT_ID, ConfigKeys.CLIENT_SECRET)) {
            if (text(key).filter(NO_SECRET.asPredicate()).isPresent()) {
                problems.unlikelySecret(key);
            }
        }
        attempt(() -> ConfiguredTokenStore.checkTable(config));
        attempt(() -> ConfiguredTokenStore.checkSdk(config));
        if (is(ConfigKeys.SERVER_TO_SERVER) && text(ConfigKeys.TOKEN).isEmpty()) {
            clientNeeded.add(ConfigKeys.SERVER_TO_SERVER + " is true");
        }
    }

    /** Checks what users need to sign in, which would otherwise show when the first one does. */
    void signsIn(String because) {
        clientNeeded.add(because);
        if (isFree(ConfigKeys.ENCRYPTION_KEY)) {
            attempt(() -> OAuthConfig.checkKeys(config));
        }
        if (text(ConfigKeys.SCOPES)
                .filter(scopes -> !scopes.contains("offline_access"))
                .isPresent()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The config property " + ConfigKeys.SCOPES
                            + " lacks offline_access, so Adobe gives no refresh tokens and"
                            + " users have to sign in again every day.");
        }
    }

    /** Checks that the app has a client at Adobe, if anything needs one. */
    void checkClient() {
        if (clientNeeded.isEmpty()) {
            return;
        }
        for (String key : List.of(ConfigKeys.CLIENT_ID, ConfigKeys.CLIENT_SECRET)) {
            if (isFree(key) && text(key).isEmpty()) {
                problems.noValue(key, clientNeeded);
            }
        }
    }

    /** Whether nothing has been said of a property yet. */
    boolean isFree(String key) {
        return !told.contains(key);
    }

    /** What is there but has no value would pass for missing. */
    private void checkPresence(String key) {
        Optional<String> raw = Settings.raw(config, key);
        if (raw.isEmpty() || text(key).isPresent() || !told.add(key)) {
            return;
        }
        List<String> unset = Settings.unset(config, raw.get());
        if (unset.isEmpty()) {
            problems.emptyValue(key);
        } else {
            problems.unsetReference(key, unset);
        }
    }

    private void checkProtected(String key, String what) {
        if (text(key).flatMap(Address::of).filter(Address::isExposed).isPresent()) {
            problems.clearText(key, what);
        }
    }

    private void checkSigningSecrets(String key) {
        for (String secret : SigningSecrets.read(config, key)) {
            if (NO_SECRET.matcher(secret).find()) {
                problems.unlikelySecret(key);
            } else if (secret.length() < SHORTEST_SECRET) {
                problems.shortSecret(key, SHORTEST_SECRET);
            } else if (secret.startsWith(FOR_DEVELOPMENT)) {
                checkDevelopment(key);
            }
        }
    }

    private void checkDevelopment(String key) {
        if (!is(ConfigKeys.DEVELOPMENT)) {
            problems.developmentSecret(key);
        } else if (told.add(key)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The config property " + key + " has a secret for development, which everybody knows, so anybody"
                            + " can send this app events. Set " + ConfigKeys.environment(key)
                            + " to the secret that Frame.io"
                            + " showed before others can reach it.");
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

    private boolean is(String key) {
        return Settings.isOn(config, key);
    }

    private Optional<String> text(String key) {
        return Settings.text(config, key);
    }
}
