package io.github.frameiokit.internal;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * The table of the kit's config properties. All that reads, checks or documents a property starts here. The kit's beans
 * read their properties and have none injected: the server would check an injected one before the kit can, and say in
 * its own words what is wrong.
 */
public final class Settings {

    private static final Pattern POSITIVE = Pattern.compile("0*[1-9]\\d{0,8}");
    private static final Pattern UP_TO_999 = Pattern.compile("\\d{1,3}");
    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");

    private static final Setting.Type<String> TEXT = new Setting.Type<>("text", "a text", false, Optional::of);
    private static final Setting.Type<String> SECRET = new Setting.Type<>("secret", "a secret", true, Optional::of);
    private static final Setting.Type<List<String>> SECRETS =
            new Setting.Type<>("secrets", "secrets, separated by commas", true, Settings::list);
    private static final Setting.Type<List<String>> KEYS =
            new Setting.Type<>("keys", "keys, separated by commas", true, Settings::everyPart);
    private static final Setting.Type<List<String>> IDS =
            new Setting.Type<>("ids", "ids, separated by commas", false, Settings::list);
    private static final Setting.Type<Boolean> FLAG = oneOf(List.of("true", "false"), Boolean::valueOf);
    private static final Setting.Type<Integer> NUMBER = number("number", Integer::valueOf);
    private static final Setting.Type<Integer> BYTES = number("bytes", Integer::valueOf);
    private static final Setting.Type<Duration> SECONDS =
            number("seconds", value -> Duration.ofSeconds(Long.parseLong(value)));
    private static final Setting.Type<Integer> COUNT =
            matching("number", "a whole number, 0 for none", UP_TO_999, Integer::valueOf);
    private static final Setting.Type<URI> ADDRESS = new Setting.Type<>(
            "URL",
            "an address such as https://api.frame.io, without user, query or fragment",
            false,
            value -> Address.of(value).map(address -> URI.create(value)));
    private static final Setting.Type<List<Workspace>> WORKSPACES = new Setting.Type<>(
            "workspaces",
            "an account and a workspace with a slash between them, several separated by commas",
            false,
            Settings::workspaces);
    private static final Setting.Type<String> PATHS = new Setting.Type<>(
            "path",
            "a path of plain segments such as hooks/frameio, or / for that of the JAX-RS application",
            false,
            value -> Optional.of(value).filter(Paths::isPath));

    public static final Setting<List<String>> WEBHOOK_SECRET =
            secrets("frameio.webhook.secret", "signing secrets of webhooks");
    public static final Setting<List<String>> ACTION_SECRET =
            secrets("frameio.action.secret", "signing secrets of actions");
    public static final Setting<String> PATH = new Setting<>(
            "frameio.path",
            PATHS,
            Paths.EVENTS,
            "where events arrive, below the path of the JAX-RS application; `/` is that path itself");
    public static final Setting<String> OAUTH_PATH = new Setting<>(
            "frameio.oauth.path",
            PATHS,
            null,
            "below which `login` and `callback` are; without it, `oauth` below `frameio.path`");
    public static final Setting<URI> BASE_URL = new Setting<>(
            "frameio.base-url",
            ADDRESS,
            null,
            "the https address of the JAX-RS application, as Frame.io and browsers reach it; installation needs it, and"
                    + " sign-ins use it instead of the request's");
    public static final Setting<List<Workspace>> INSTALL_WORKSPACES = new Setting<>(
            "frameio.install.workspaces",
            WORKSPACES,
            null,
            "the workspaces in which the app installs itself when it starts, each as `<account>/<workspace>`");
    public static final Setting<Boolean> INSTALL_DRY_RUN = new Setting<>(
            "frameio.install.dry-run",
            FLAG,
            "false",
            "whether the installation at the start only logs what it would do");
    public static final Setting<Boolean> INSTALL_PRUNE = new Setting<>(
            "frameio.install.prune",
            FLAG,
            "false",
            "whether the installation at the start also removes what no handler needs any more; needs `frameio.install.version`");
    public static final Setting<String> INSTALL_VERSION = new Setting<>(
            "frameio.install.version",
            TEXT,
            null,
            "the app's version, such as 1.10.2 or a build's time; an older one doesn't undo what a newer one installed");
    public static final Setting<Boolean> INSTALL_ENABLED = new Setting<>(
            "frameio.install.enabled", FLAG, "false", "whether others can install the app on its install page");
    public static final Setting<List<String>> INSTALL_ALLOWED_ACCOUNTS = new Setting<>(
            "frameio.install.allowed-accounts",
            IDS,
            null,
            "the accounts that the app can be installed in on the install page; without it, all of them");
    public static final Setting<Duration> SIGNATURE_TOLERANCE = new Setting<>(
            "frameio.signature.tolerance",
            SECONDS,
            "300",
            "by how much a request's timestamp may differ from the server's clock, either way");
    public static final Setting<Integer> MAX_BODY_SIZE =
            new Setting<>("frameio.max-body-size", BYTES, "1048576", "the largest request that is read");
    public static final Setting<Boolean> REPLAY_GUARD_ENABLED = new Setting<>(
            "frameio.replay-guard.enabled",
            FLAG,
            "true",
            "whether an exact copy of a request gets the first one's answer");
    public static final Setting<Integer> REPLAY_GUARD_ENTRIES = new Setting<>(
            "frameio.replay-guard.entries",
            NUMBER,
            "10000",
            "how many requests, and how many steps of actions, are remembered at most");
    public static final Setting<Boolean> REPLAY_GUARD_SHARED = new Setting<>(
            "frameio.replay-guard.shared",
            FLAG,
            null,
            "whether all nodes together run a step of an action once, by the token store; without it, they do if there is"
                    + " a key and the store isn't `memory`");
    public static final Setting<String> ACTION_ON_ERROR = new Setting<>(
            "frameio.action.on-error",
            oneOf(List.of("message", "status"), Function.identity()),
            "message",
            "what a failing action is answered with: `message` shows the user a text; `status` answers 500, so that"
                    + " Frame.io tries again");
    public static final Setting<String> ACTION_ERROR_TITLE = new Setting<>(
            "frameio.action.error-title", TEXT, null, "the heading of that text, instead of `action.failed.title`");
    public static final Setting<String> ACTION_ERROR_DESCRIPTION = new Setting<>(
            "frameio.action.error-description", TEXT, null, "that text, instead of `action.failed.description`");
    public static final Setting<String> ACTION_FORM_ERROR_DESCRIPTION = new Setting<>(
            "frameio.action.form-error-description",
            TEXT,
            null,
            "the text if a submitted form doesn't fit the record or bean that it is bound to, instead of"
                    + " `action.form-unreadable.description`");
    public static final Setting<Locale> LOCALE = new Setting<>(
            "frameio.locale",
            new Setting.Type<>("language", "a language tag such as fr or fr-CA", false, Settings::locale),
            null,
            "the language of the texts that users see; without it, the app's `frameio-messages.properties` and English");
    public static final Setting<String> FORM_CHECKBOX = new Setting<>(
            "frameio.form.checkbox",
            oneOf(List.of("checkbox", "boolean"), Function.identity()),
            "checkbox",
            "the JSON of a `CheckboxField`: `checkbox` has a real boolean, as running apps send it; `boolean` has a text"
                    + " value, as in Frame.io's guide");
    public static final Setting<String> ASYNC_EXECUTOR = new Setting<>(
            "frameio.async.executor",
            TEXT,
            Jndi.DEFAULT_EXECUTOR,
            "JNDI name of the managed executor that runs `@ObservesAsync` handlers");
    public static final Setting<Duration> ASYNC_SHUTDOWN_TIMEOUT = new Setting<>(
            "frameio.async.shutdown-timeout",
            SECONDS,
            "20",
            "how long an app that stops waits for `@ObservesAsync` handlers that still run");
    public static final Setting<String> DELIVERY = new Setting<>(
            "frameio.delivery",
            oneOf(List.of("memory", "jdbc", "jms", "sqs"), Function.identity()),
            "memory",
            "where events wait for `@ObservesAsync` handlers; not set in an app that has a `DeliveryQueue` bean");
    public static final Setting<Integer> DELIVERY_ATTEMPTS = new Setting<>(
            "frameio.delivery.attempts",
            NUMBER,
            "10",
            "how often a handler is called for an event, until the delivery is dead");
    public static final Setting<Duration> DELIVERY_BACKOFF = new Setting<>(
            "frameio.delivery.backoff",
            SECONDS,
            "5",
            "how long a failed handler waits for its second attempt; twice as long for each further one");
    public static final Setting<Duration> DELIVERY_BACKOFF_MAX =
            new Setting<>("frameio.delivery.backoff-max", SECONDS, "3600", "how long it waits at most");
    public static final Setting<Integer> DELIVERY_THREADS =
            new Setting<>("frameio.delivery.threads", NUMBER, "4", "how many deliveries a node works on at a time");
    public static final Setting<String> DELIVERY_JDBC_DATA_SOURCE = new Setting<>(
            "frameio.delivery.jdbc.data-source",
            TEXT,
            null,
            "JNDI name of the data source, or name of a `@Named` `DataSource` bean; without it, the token store's, or the"
                    + " one `DataSource` bean");
    public static final Setting<String> DELIVERY_JDBC_TABLE = new Setting<>(
            "frameio.delivery.jdbc.table", TEXT, "frameio_deliveries", "the table, optionally with its schema");
    public static final Setting<Boolean> DELIVERY_JDBC_CREATE_TABLE =
            new Setting<>("frameio.delivery.jdbc.create-table", FLAG, "false", "whether to create it");
    public static final Setting<String> DELIVERY_JMS_CONNECTION_FACTORY = new Setting<>(
            "frameio.delivery.jms.connection-factory",
            TEXT,
            null,
            "JNDI name of the connection factory, or name of a `@Named` `ConnectionFactory` bean; without it, the one"
                    + " `ConnectionFactory` bean, or the server's default");
    public static final Setting<String> DELIVERY_JMS_QUEUE = new Setting<>(
            "frameio.delivery.jms.queue",
            TEXT,
            null,
            "JNDI name of the queue; with a `ConnectionFactory` bean also the broker's own name");
    public static final Setting<String> DELIVERY_JMS_DEAD_QUEUE = new Setting<>(
            "frameio.delivery.jms.dead-queue",
            TEXT,
            null,
            "the same for a queue for dead deliveries; without it, they stay in the queue, marked as dead");
    public static final Setting<URI> DELIVERY_SQS_QUEUE_URL =
            new Setting<>("frameio.delivery.sqs.queue-url", ADDRESS, null, "the URL of the queue, standard or FIFO");
    public static final Setting<URI> DELIVERY_SQS_DEAD_QUEUE_URL = new Setting<>(
            "frameio.delivery.sqs.dead-queue-url",
            ADDRESS,
            null,
            "the URL of the queue for dead deliveries; without it, the one of the queue's redrive policy");
    public static final Setting<String> DELIVERY_SQS_REGION =
            new Setting<>("frameio.delivery.sqs.region", TEXT, null, "its AWS region; without it, the SDK's");
    public static final Setting<URI> DELIVERY_SQS_ENDPOINT = new Setting<>(
            "frameio.delivery.sqs.endpoint", ADDRESS, null, "where SQS is; without it, the SDK's endpoint");
    public static final Setting<String> TOKEN = new Setting<>(
            "frameio.token", SECRET, null, "the app's access token for Frame.io's API, read for each call");
    public static final Setting<URI> API_URL =
            new Setting<>("frameio.api.url", ADDRESS, "https://api.frame.io", "where Frame.io's API is");
    public static final Setting<Duration> API_CONNECT_TIMEOUT =
            new Setting<>("frameio.api.connect-timeout", SECONDS, "5", "how long connecting may take");
    public static final Setting<Duration> API_READ_TIMEOUT = new Setting<>(
            "frameio.api.read-timeout", SECONDS, "30", "how long to wait for a response, or for a transfer to move on");
    public static final Setting<Integer> API_RETRIES = new Setting<>(
            "frameio.api.retries", COUNT, "4", "how often a call is tried again; `0` switches retries off");
    public static final Setting<String> CLIENT_ID =
            new Setting<>("frameio.oauth.client-id", TEXT, null, "client id of the Adobe project");
    public static final Setting<String> CLIENT_SECRET =
            new Setting<>("frameio.oauth.client-secret", SECRET, null, "client secret of the Adobe project");
    public static final Setting<Boolean> SERVER_TO_SERVER = new Setting<>(
            "frameio.oauth.server-to-server",
            FLAG,
            "false",
            "whether the app gets access tokens of its own with its client credentials");
    public static final Setting<String> SERVER_TO_SERVER_CLIENT_ID = new Setting<>(
            "frameio.oauth.server-to-server.client-id",
            TEXT,
            null,
            "client id for those tokens, of a *server-to-server* credential; without this and the next one,"
                    + " `frameio.oauth.client-id`");
    public static final Setting<String> SERVER_TO_SERVER_CLIENT_SECRET = new Setting<>(
            "frameio.oauth.server-to-server.client-secret", SECRET, null, "client secret of the same credential");
    public static final Setting<String> SERVER_TO_SERVER_SCOPES = new Setting<>(
            "frameio.oauth.server-to-server.scopes",
            TEXT,
            "openid AdobeID frame.s2s.all",
            "the scopes of those tokens");
    public static final Setting<URI> IMS_URL = new Setting<>(
            "frameio.oauth.ims-url", ADDRESS, "https://ims-na1.adobelogin.com", "where Adobe's identity service is");
    public static final Setting<String> SCOPES = new Setting<>(
            "frameio.oauth.scopes",
            TEXT,
            "openid email profile offline_access additional_info.roles",
            "the scopes that users are asked for; without `offline_access` they sign in every day, and without"
                    + " `additional_info.roles` Frame.io accepts no token");
    public static final Setting<String> REDIRECT_URI = new Setting<>(
            "frameio.oauth.redirect-uri",
            TEXT,
            null,
            "where Adobe sends the browser back to, as registered there; without it, the address comes from `frameio.base-url` or from the request");
    public static final Setting<Boolean> TRUST_FORWARDED = new Setting<>(
            "frameio.oauth.trust-forwarded-headers",
            FLAG,
            "false",
            "whether `X-Forwarded-Proto` and `X-Forwarded-Host` say how the app is reached");
    public static final Setting<Duration> REFRESH_BEFORE = new Setting<>(
            "frameio.oauth.refresh-before",
            SECONDS,
            "300",
            "how long before its end a user's access token is refreshed");
    public static final Setting<Duration> REFRESH_TOKEN_LIFETIME = new Setting<>(
            "frameio.oauth.refresh-token-lifetime",
            SECONDS,
            "1209600",
            "how long an authorization is kept after its last refresh; Adobe's refresh tokens last two weeks");
    public static final Setting<String> APP_NAME =
            new Setting<>("frameio.app.name", TEXT, "This app", "the app's name on its pages");
    public static final Setting<String> APP_DESCRIPTION =
            new Setting<>("frameio.app.description", TEXT, null, "a sentence about the app, on its install page");
    public static final Setting<String> APP_COLOR = new Setting<>(
            "frameio.app.color",
            matching("color", "a color such as #5b53ff", COLOR, Function.identity()),
            "#5b53ff",
            "the color of its pages, as `#rrggbb`");
    public static final Setting<String> APP_LOGO = new Setting<>(
            "frameio.app.logo",
            TEXT,
            null,
            "its logo: an `https://` address, a `data:` URI, or the name of an image on the app's class path; without it,"
                    + " the first letter of its name");
    public static final Setting<List<String>> ENCRYPTION_KEY = new Setting<>(
            "frameio.encryption.key",
            KEYS,
            null,
            "keys that seal users' tokens and what nodes share, 32 bytes in Base64 each; the first one seals, all of them"
                    + " open");
    public static final Setting<Boolean> DEVELOPMENT = new Setting<>(
            "frameio.development",
            FLAG,
            "false",
            "`true` allows signing secrets for development, and sign-ins without a key, which end when the app stops");
    public static final Setting<Boolean> CONSOLE = new Setting<>(
            "frameio.console",
            FLAG,
            "false",
            "whether the development console is on, which needs `frameio.development=true`");
    public static final Setting<String> TOKEN_STORE = new Setting<>(
            "frameio.token-store",
            oneOf(List.of("memory", "jdbc", "dynamodb"), Function.identity()),
            "memory",
            "where users' tokens are kept; not set in an app that has a `TokenStore` bean");
    public static final Setting<Integer> MEMORY_ENTRIES = new Setting<>(
            "frameio.token-store.memory.entries", NUMBER, "10000", "how many entries are kept in memory at most");
    public static final Setting<String> JDBC_DATA_SOURCE = new Setting<>(
            "frameio.token-store.jdbc.data-source",
            TEXT,
            null,
            "JNDI name of the data source, or name of a `@Named` `DataSource` bean; without it, the one `DataSource` bean");
    public static final Setting<String> JDBC_TABLE = new Setting<>(
            "frameio.token-store.jdbc.table", TEXT, "frameio_tokens", "the table, optionally with its schema");
    public static final Setting<Boolean> JDBC_CREATE_TABLE =
            new Setting<>("frameio.token-store.jdbc.create-table", FLAG, "false", "whether to create it");
    public static final Setting<String> DYNAMODB_TABLE =
            new Setting<>("frameio.token-store.dynamodb.table", TEXT, "frameio-user-tokens", "the table");
    public static final Setting<String> DYNAMODB_PARTITION_KEY = new Setting<>(
            "frameio.token-store.dynamodb.partition-key", TEXT, "user_id", "the name of its partition key");
    public static final Setting<String> DYNAMODB_REGION =
            new Setting<>("frameio.token-store.dynamodb.region", TEXT, null, "its AWS region; without it, the SDK's");
    public static final Setting<URI> DYNAMODB_ENDPOINT = new Setting<>(
            "frameio.token-store.dynamodb.endpoint",
            ADDRESS,
            null,
            "where DynamoDB is; without it, the SDK's endpoint");
    public static final Setting<Boolean> DYNAMODB_CREATE_TABLE =
            new Setting<>("frameio.token-store.dynamodb.create-table", FLAG, "false", "whether to create it");
    public static final Setting<Boolean> APPLICATION_CHECK = new Setting<>(
            "frameio.application-check",
            FLAG,
            "true",
            "whether deployment fails if no JAX-RS application serves the kit; `false` if `web.xml` declares one");

    /** All of them, in the order of the guide's table. */
    public static final List<Setting<?>> ALL = List.of(
            WEBHOOK_SECRET,
            ACTION_SECRET,
            PATH,
            OAUTH_PATH,
            BASE_URL,
            INSTALL_WORKSPACES,
            INSTALL_DRY_RUN,
            INSTALL_PRUNE,
            INSTALL_VERSION,
            INSTALL_ENABLED,
            INSTALL_ALLOWED_ACCOUNTS,
            SIGNATURE_TOLERANCE,
            MAX_BODY_SIZE,
            REPLAY_GUARD_ENABLED,
            REPLAY_GUARD_ENTRIES,
            REPLAY_GUARD_SHARED,
            ACTION_ON_ERROR,
            ACTION_ERROR_TITLE,
            ACTION_ERROR_DESCRIPTION,
            ACTION_FORM_ERROR_DESCRIPTION,
            LOCALE,
            FORM_CHECKBOX,
            ASYNC_EXECUTOR,
            ASYNC_SHUTDOWN_TIMEOUT,
            DELIVERY,
            DELIVERY_ATTEMPTS,
            DELIVERY_BACKOFF,
            DELIVERY_BACKOFF_MAX,
            DELIVERY_THREADS,
            DELIVERY_JDBC_DATA_SOURCE,
            DELIVERY_JDBC_TABLE,
            DELIVERY_JDBC_CREATE_TABLE,
            DELIVERY_JMS_CONNECTION_FACTORY,
            DELIVERY_JMS_QUEUE,
            DELIVERY_JMS_DEAD_QUEUE,
            DELIVERY_SQS_QUEUE_URL,
            DELIVERY_SQS_DEAD_QUEUE_URL,
            DELIVERY_SQS_REGION,
            DELIVERY_SQS_ENDPOINT,
            TOKEN,
            API_URL,
            API_CONNECT_TIMEOUT,
            API_READ_TIMEOUT,
            API_RETRIES,
            CLIENT_ID,
            CLIENT_SECRET,
            SERVER_TO_SERVER,
            SERVER_TO_SERVER_CLIENT_ID,
            SERVER_TO_SERVER_CLIENT_SECRET,
            SERVER_TO_SERVER_SCOPES,
            IMS_URL,
            SCOPES,
            REDIRECT_URI,
            TRUST_FORWARDED,
            REFRESH_BEFORE,
            REFRESH_TOKEN_LIFETIME,
            APP_NAME,
            APP_DESCRIPTION,
            APP_COLOR,
            APP_LOGO,
            ENCRYPTION_KEY,
            DEVELOPMENT,
            CONSOLE,
            TOKEN_STORE,
            MEMORY_ENTRIES,
            JDBC_DATA_SOURCE,
            JDBC_TABLE,
            JDBC_CREATE_TABLE,
            DYNAMODB_TABLE,
            DYNAMODB_PARTITION_KEY,
            DYNAMODB_REGION,
            DYNAMODB_ENDPOINT,
            DYNAMODB_CREATE_TABLE,
            APPLICATION_CHECK);

    /** A workspace in an account. */
    public record Workspace(String accountId, String workspaceId) {

        private static final Pattern FORM = Pattern.compile("([^\\s/,]{1,255})/([^\\s/,]{1,255})");

        /** As the property has it. */
        @Override
        public String toString() {
            return accountId + "/" + workspaceId;
        }
    }

    private Settings() {}

    /** The signing secrets in a property, which may be one that a handler names. */
    public static List<String> secrets(Config config, String key) {
        return secrets(key, "signing secrets").find(config).orElse(List.of());
    }

    private static Setting<List<String>> secrets(String key, String description) {
        return new Setting<>(key, SECRETS, null, description);
    }

    private static Optional<List<String>> list(String value) {
        return Optional.of(Stream.of(value.split(","))
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .toList());
    }

    private static Optional<List<Workspace>> workspaces(String value) {
        List<Workspace> found = new ArrayList<>();
        for (String element : list(value).orElseThrow()) {
            Matcher parts = Workspace.FORM.matcher(element);
            if (!parts.matches()) {
                return Optional.empty();
            }
            found.add(new Workspace(parts.group(1), parts.group(2)));
        }
        return Optional.of(found.stream().distinct().toList());
    }

    /** Keeps empty parts, for a check that refuses them: with a key that got lost, tokens could not be opened. */
    private static Optional<List<String>> everyPart(String value) {
        String[] parts = value.split(",");
        return Optional.of(Stream.of(parts.length == 0 ? new String[] {value} : parts)
                .map(String::strip)
                .toList());
    }

    private static Optional<Locale> locale(String tag) {
        try {
            return Optional.of(new Locale.Builder().setLanguageTag(tag).build())
                    .filter(locale -> !locale.getLanguage().isEmpty());
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }

    private static <T> Setting.Type<T> number(String words, Function<String, T> reader) {
        return matching(words, "a positive whole number", POSITIVE, reader);
    }

    private static <T> Setting.Type<T> matching(
            String words, String expected, Pattern pattern, Function<String, T> reader) {
        return new Setting.Type<>(
                words,
                expected,
                false,
                value -> Optional.of(value)
                        .filter(it -> pattern.matcher(it).matches())
                        .map(reader));
    }

    private static <T> Setting.Type<T> oneOf(List<String> choices, Function<String, T> reader) {
        return new Setting.Type<>(
                "`" + String.join("`, `", choices) + "`",
                String.join(" or ", choices),
                false,
                value -> Optional.of(value).filter(choices::contains).map(reader));
    }
}
