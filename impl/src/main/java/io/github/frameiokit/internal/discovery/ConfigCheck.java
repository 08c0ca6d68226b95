package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.internal.Address;
import io.github.frameiokit.internal.Paths;
import io.github.frameiokit.internal.Setting;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.Texts;
import io.github.frameiokit.internal.delivery.Engines;
import io.github.frameiokit.internal.interaction.StoredInteractions;
import io.github.frameiokit.internal.oauth.OAuthConfig;
import io.github.frameiokit.internal.pages.Pages;
import io.github.frameiokit.internal.store.ConfiguredTokenStore;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** Checks the values of the config properties. */
final class ConfigCheck {

    private static final System.Logger LOG = System.getLogger(ConfigCheck.class.getName());

    /** The shortest secret that can't be guessed from one signed request; Frame.io's own are longer. */
    private static final int SHORTEST_SECRET = 8;
    /** The prefix of the sample's secrets. */
    private static final String FOR_DEVELOPMENT = "development-";
    /**
     * Characters that no secret has, and remains of a template. The words are long or have a separator, since a real
     * secret may contain any four letters by chance.
     */
    private static final Pattern NO_SECRET = Pattern.compile(
            "(?i)[<>{}\"'`\\s]|^(your|insert|enter|replace)[-_.]|change[-_.]?(me|this)|place-?holder|\\.{3}|^(.)\\3{7,}$");

    /** The name in an expression without a default. */
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^${}:]+)}");

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
        Settings.ALL.forEach(setting -> checkPresence(setting.key()));
        signingSecrets.forEach(this::checkPresence);
        new KeyCheck(config, signingSecrets).warnOfUnknown();
        Settings.ALL.stream().filter(setting -> !setting.isValid(config)).forEach(problems::badValue);
        if (Settings.CONSOLE.getIfValid(config) && !Settings.DEVELOPMENT.getIfValid(config)) {
            problems.consoleOutsideOfDevelopment();
        }
        checkProtected(Settings.BASE_URL, "events and users' sign-ins");
        checkProtected(Settings.API_URL, "access tokens");
        checkProtected(Settings.IMS_URL, "the client secret and users' tokens");
        checkProtected(Settings.DYNAMODB_ENDPOINT, "AWS credentials and users' tokens");
        checkProtected(Settings.DELIVERY_SQS_ENDPOINT, "AWS credentials and events");
        attempt(() -> OAuthConfig.checkRedirectUri(config));
        if (Settings.LOCALE.isValid(config)) {
            Texts.of(config).problems().forEach(problems::add);
        }
        attempt(() -> Pages.check(config));
        signingSecrets.forEach(this::checkSigningSecrets);
        for (Setting<String> setting : List.of(
                Settings.TOKEN,
                Settings.CLIENT_ID,
                Settings.CLIENT_SECRET,
                Settings.SERVER_TO_SERVER_CLIENT_ID,
                Settings.SERVER_TO_SERVER_CLIENT_SECRET)) {
            if (setting.find(config).filter(NO_SECRET.asPredicate()).isPresent()) {
                problems.unlikelySecret(setting.key());
            }
        }
        attempt(() -> ConfiguredTokenStore.checkTable(config));
        attempt(() -> ConfiguredTokenStore.checkSdk(config));
        if (Settings.SERVER_TO_SERVER.getIfValid(config) && !Settings.TOKEN.isSet(config)) {
            checkOwnClient();
        }
    }

    /** Checks the client that the app's own tokens need: a whole one of their own, or the sign-ins'. */
    private void checkOwnClient() {
        Setting<String> id = Settings.SERVER_TO_SERVER_CLIENT_ID;
        Setting<String> secret = Settings.SERVER_TO_SERVER_CLIENT_SECRET;
        if (isAbsent(id) && isAbsent(secret)) {
            clientNeeded.add(Settings.SERVER_TO_SERVER + " is true");
        } else if (isAbsent(secret)) {
            problems.noValue(secret.key(), List.of(id + " is set"));
        } else if (isAbsent(id)) {
            problems.noValue(id.key(), List.of(secret + " is set"));
        }
    }

    /** Checks the settings of a sign-in, whose faults the first user would otherwise meet. */
    void signsIn(String because) {
        needsClient(because);
        if (isFree(Settings.ENCRYPTION_KEY.key())) {
            attempt(() -> OAuthConfig.checkKeys(config));
        }
        if (Settings.SCOPES
                .find(config)
                .filter(scopes -> !scopes.contains("offline_access"))
                .isPresent()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The config property " + Settings.SCOPES
                            + " lacks offline_access, so Adobe gives no refresh tokens and"
                            + " users have to sign in again every day.");
        }
    }

    /** Notes why the app needs a client at Adobe. */
    void needsClient(String because) {
        clientNeeded.add(because);
    }

    /** Checks that the app has a client at Adobe, if anything needs one. */
    void checkClient() {
        if (clientNeeded.isEmpty()) {
            return;
        }
        for (Setting<String> setting : List.of(Settings.CLIENT_ID, Settings.CLIENT_SECRET)) {
            if (isAbsent(setting)) {
                problems.noValue(setting.key(), clientNeeded);
            }
        }
    }

    /** Whether a property isn't set at all, so that no other check has reported it. */
    private boolean isAbsent(Setting<String> setting) {
        return isFree(setting.key()) && !setting.isSet(config);
    }

    /** Whether no problem of a property has been reported yet. */
    boolean isFree(String key) {
        return !told.contains(key);
    }

    /** Reports a property that is set but has no value. */
    private void checkPresence(String key) {
        if (hasValue(key)) {
            return;
        }
        Optional<String> raw = raw(key);
        if (raw.isEmpty() || !told.add(key)) {
            return;
        }
        List<String> unset = unset(raw.get());
        if (unset.isEmpty()) {
            problems.emptyValue(key);
        } else {
            problems.unsetReference(key, unset);
        }
    }

    /** The value in its source, with unresolved expressions; empty if no source has the property. */
    private Optional<String> raw(String key) {
        try {
            String raw = config.getConfigValue(key).getRawValue();
            if (raw != null) {
                return Optional.of(raw);
            }
        } catch (NoSuchElementException e) {
            // some servers throw this if an expression can't be resolved; the source still has the property
        }
        // Payara has no raw value for a property without a value
        return StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .flatMap(source -> Optional.ofNullable(source.getValue(key)).stream())
                .findFirst();
    }

    /** The names that a raw value refers to and that have no value. */
    private List<String> unset(String raw) {
        return REFERENCE
                .matcher(raw)
                .results()
                .map((MatchResult reference) -> reference.group(1))
                .filter(name -> !hasValue(name))
                .distinct()
                .toList();
    }

    private boolean hasValue(String name) {
        return Setting.value(config, name).filter(value -> !value.isBlank()).isPresent();
    }

    private void checkProtected(Setting<URI> setting, String what) {
        if (setting.isValid(config)
                && setting.find(config)
                        .flatMap(uri -> Address.of(uri.toString()))
                        .filter(Address::isExposed)
                        .isPresent()) {
            problems.clearText(setting.key(), what);
        }
    }

    private void checkSigningSecrets(String key) {
        for (String secret : Settings.secrets(config, key)) {
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
        if (!Settings.DEVELOPMENT.getIfValid(config)) {
            problems.developmentSecret(key);
        } else if (told.add(key)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The config property " + key + " has a secret for development, which everybody knows, so anybody"
                            + " can send this app events. Set " + Setting.environment(key)
                            + " to the secret that Frame.io"
                            + " showed before others can reach it.");
        }
    }

    /** Checks that the app doesn't choose two token stores. */
    void checkTokenStore(Optional<String> ownStore) {
        attempt(() -> ConfiguredTokenStore.checkChoice(config, ownStore));
    }

    /**
     * Checks what is needed to keep {@code @InteractionScoped} beans, and to share the steps of actions.
     *
     * @param interactionBean the class of such a bean, if the app has one
     */
    void checkNodes(Optional<String> ownStore, Optional<String> interactionBean) {
        boolean shared = ConfiguredTokenStore.isShared(config, ownStore.isPresent());
        boolean steps = Settings.REPLAY_GUARD_SHARED.isValid(config)
                && Settings.REPLAY_GUARD_SHARED.find(config).orElse(false);
        interactionBean.ifPresent(bean -> attempt(() -> StoredInteractions.checkJson(bean)));
        if (steps && !shared) {
            problems.unsharedSteps();
        }
        if (isFree(Settings.ENCRYPTION_KEY.key())) {
            if (Settings.ENCRYPTION_KEY.isSet(config)) {
                attempt(() -> OAuthConfig.checkKeys(config));
            } else if (shared && !Settings.DEVELOPMENT.getIfValid(config)) {
                interactionBean.ifPresent(bean -> problems.noKey(bean + " is @InteractionScoped"));
                if (steps) {
                    problems.noKey(Settings.REPLAY_GUARD_SHARED + " is true");
                }
            }
        }
    }

    /**
     * Checks what is needed to install the app.
     *
     * @param because why it is installed
     * @param ownStore the app's own token store, if it has one
     */
    void checkInstallation(String because, Optional<String> ownStore) {
        if (isFree(Settings.BASE_URL.key()) && !Settings.BASE_URL.isSet(config)) {
            problems.noBaseUrl(because);
        }
        warnOfTwicePath();
        boolean development = Settings.DEVELOPMENT.getIfValid(config);
        if (!ConfiguredTokenStore.isShared(config, ownStore.isPresent()) && !development) {
            problems.forgetfulInstallation(because);
        }
        if (isFree(Settings.ENCRYPTION_KEY.key())) {
            if (Settings.ENCRYPTION_KEY.isSet(config)) {
                attempt(() -> OAuthConfig.checkKeys(config));
            } else if (!development) {
                problems.noKey(because);
            }
        }
    }

    /** An app may be deployed at a path of that name, so this is no problem yet. */
    private void warnOfTwicePath() {
        if (!Settings.BASE_URL.isValid(config) || !Settings.PATH.isValid(config)) {
            return;
        }
        String path = Paths.of(config).events();
        Settings.BASE_URL
                .find(config)
                .map(base -> Paths.under(base, path).toString())
                .filter(address -> !path.isEmpty() && address.endsWith("/" + path + "/" + path))
                .ifPresent(address -> LOG.log(
                        System.Logger.Level.WARNING,
                        "The config property " + Settings.BASE_URL + " ends with /" + path + ", which the kit adds, so"
                                + " Frame.io sends events to " + address
                                + "; remove it, unless the app itself has that path."));
    }

    /** Checks what is needed to install the app when it starts. */
    void checkStartupInstallation() {
        if (!Settings.TOKEN.isSet(config) && !Settings.SERVER_TO_SERVER.getIfValid(config)) {
            problems.noCredentials();
        }
        if (Settings.INSTALL_PRUNE.getIfValid(config) && !Settings.INSTALL_VERSION.isSet(config)) {
            problems.pruneWithoutVersion();
        }
    }

    /** Checks where events wait for asynchronous handlers. */
    void checkDelivery(Optional<String> ownQueue) {
        attempt(() -> Engines.check(config, ownQueue));
    }

    /** Runs a check of a class that knows more about its properties than the table does. */
    private void attempt(Runnable check) {
        try {
            check.run();
        } catch (IllegalStateException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
    }
}
