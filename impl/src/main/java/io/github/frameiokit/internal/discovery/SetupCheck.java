package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.internal.Keys;
import io.github.frameiokit.internal.events.Handler;
import io.github.frameiokit.internal.events.Handlers;
import io.github.frameiokit.internal.events.Kind;
import io.github.frameiokit.internal.events.SigningSecrets;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Checks the app as a whole once all its handlers are known. */
final class SetupCheck {

    private static final System.Logger LOG = System.getLogger(SetupCheck.class.getName());

    private final Handlers handlers;
    private final Problems problems;

    SetupCheck(Handlers handlers, Problems problems) {
        this.handlers = handlers;
        this.problems = problems;
    }

    void checkConfig(Config config, boolean resolverFound) {
        checkValues(config);
        if (!resolverFound) {
            handlers.all().forEach(handler -> checkSecret(handler, config));
        }
    }

    void checkApplications(Config config, ApplicationCheck applications) {
        applicationHandler(config).ifPresent(handler -> applications.run(handler, problems));
    }

    void checkApplications(Config config, ApplicationCheck applications, Object startedContext) {
        applicationHandler(config).ifPresent(handler -> applications.run(handler, problems, startedContext));
    }

    /** A handler to report, where there are any that need an application to serve them. */
    private Optional<Handler> applicationHandler(Config config) {
        return config.getOptionalValue(Keys.APPLICATION_CHECK, Boolean.class).orElse(true)
                ? handlers.all().stream().findFirst()
                : Optional.empty();
    }

    void checkPairs() {
        List<Handler> all = handlers.all();
        for (int i = 0; i < all.size(); i++) {
            Handler one = all.get(i);
            for (Handler other : all.subList(i + 1, all.size())) {
                if (one.kind() != other.kind() || !one.overlaps(other)) {
                    continue;
                }
                if (one.kind() == Kind.ACTION) {
                    problems.twoHandlers(one, other);
                } else if (!one.secret().isEmpty()
                        && !other.secret().isEmpty()
                        && !one.secret().equals(other.secret())) {
                    problems.differentSecrets(one, other);
                }
            }
        }
    }

    private void checkSecret(Handler handler, Config config) {
        handler.types().stream()
                .map(type -> handlers.secretProperty(handler.kind(), type))
                .distinct()
                .filter(property -> SigningSecrets.read(config, property).isEmpty())
                .forEach(property -> problems.noSecret(handler, property));
    }

    private void checkValues(Config config) {
        for (String key : List.of(
                Keys.SIGNATURE_TOLERANCE,
                Keys.MAX_BODY_SIZE,
                Keys.REPLAY_GUARD_ENTRIES,
                Keys.ASYNC_SHUTDOWN_TIMEOUT,
                Keys.MEMORY_ENTRIES,
                Keys.API_CONNECT_TIMEOUT,
                Keys.API_READ_TIMEOUT)) {
            if (text(config, key)
                    .filter(value -> !value.matches("0*[1-9]\\d{0,8}"))
                    .isPresent()) {
                problems.badValue(key, "a positive whole number");
            }
        }
        if (text(config, Keys.API_RETRIES)
                .filter(value -> !value.matches("\\d{1,3}"))
                .isPresent()) {
            problems.badValue(Keys.API_RETRIES, "a whole number, 0 for none");
        }
        for (String key : List.of(Keys.API_URL, Keys.IMS_URL, Keys.REDIRECT_URI, Keys.DYNAMODB_ENDPOINT)) {
            if (text(config, key).filter(value -> !isAddress(value)).isPresent()) {
                problems.badValue(key, "an address such as https://api.frame.io");
            }
        }
        if (text(config, Keys.ACTION_ERROR_TITLE).filter(String::isBlank).isPresent()) {
            problems.badValue(Keys.ACTION_ERROR_TITLE, "a text that isn't blank");
        }
        checkChoice(config, Keys.SERVER_TO_SERVER, List.of("true", "false"));
        boolean fetchesTokens =
                text(config, Keys.SERVER_TO_SERVER).filter("true"::equals).isPresent()
                        && text(config, Keys.TOKEN).isEmpty();
        for (String key : List.of(Keys.CLIENT_ID, Keys.CLIENT_SECRET)) {
            if (fetchesTokens && text(config, key).isEmpty()) {
                problems.noValue(key, Keys.SERVER_TO_SERVER + " is true");
            }
        }
        checkUserAuth(config);
        checkChoice(config, Keys.DEVELOPMENT, List.of("true", "false"));
        checkChoice(config, Keys.ACTION_ON_ERROR, List.of("message", "status"));
        checkChoice(config, Keys.FORM_CHECKBOX, List.of("boolean", "checkbox"));
        checkChoice(config, Keys.TOKEN_STORE, List.of("memory", "jdbc", "dynamodb"));
    }

    /** What users need to sign in; where an action wants it, a missing part would show too late. */
    private void checkUserAuth(Config config) {
        Optional<Handler> wanting =
                handlers.all().stream().filter(Handler::userAuth).findFirst();
        if (wanting.isEmpty()) {
            return;
        }
        for (String key : List.of(Keys.CLIENT_ID, Keys.CLIENT_SECRET)) {
            if (text(config, key).isEmpty()) {
                problems.noValue(key, wanting.get().method() + " has userAuth = true");
            }
        }
        if (text(config, Keys.ENCRYPTION_KEY).isEmpty()
                && text(config, Keys.DEVELOPMENT).filter("true"::equals).isEmpty()) {
            problems.noKey();
        }
        if (text(config, Keys.SCOPES)
                .filter(scopes -> !scopes.contains("offline_access"))
                .isPresent()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The config property " + Keys.SCOPES + " lacks offline_access, so Adobe gives no refresh tokens and"
                            + " users have to sign in again every day.");
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

    private void checkChoice(Config config, String key, List<String> choices) {
        if (text(config, key).filter(value -> !choices.contains(value)).isPresent()) {
            problems.badValue(key, String.join(" or ", choices));
        }
    }

    private static Optional<String> text(Config config, String key) {
        return config.getOptionalValue(key, String.class);
    }
}
