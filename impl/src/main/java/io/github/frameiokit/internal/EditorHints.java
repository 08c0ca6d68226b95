package io.github.frameiokit.internal;

import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What editors complete in {@code microprofile-config.properties}. They look in an app's jars for annotated fields,
 * with a name, a default and a type. Nothing is injected here, since this is no bean: the kit reads its
 * {@link Settings}.
 */
@SuppressWarnings("NullAway.Init")
abstract class EditorHints {

    @ConfigProperty(name = "frameio.webhook.secret")
    String webhookSecret;

    @ConfigProperty(name = "frameio.action.secret")
    String actionSecret;

    @ConfigProperty(name = "frameio.path", defaultValue = Paths.EVENTS)
    String path;

    @ConfigProperty(name = "frameio.oauth.path")
    String oauthPath;

    @ConfigProperty(name = "frameio.base-url")
    URI baseUrl;

    @ConfigProperty(name = "frameio.install.workspaces")
    String installWorkspaces;

    @ConfigProperty(name = "frameio.install.dry-run", defaultValue = "false")
    boolean installDryRun;

    @ConfigProperty(name = "frameio.install.prune", defaultValue = "false")
    boolean installPrune;

    @ConfigProperty(name = "frameio.install.version")
    String installVersion;

    @ConfigProperty(name = "frameio.signature.tolerance", defaultValue = "300")
    long signatureTolerance;

    @ConfigProperty(name = "frameio.max-body-size", defaultValue = "1048576")
    int maxBodySize;

    @ConfigProperty(name = "frameio.replay-guard.enabled", defaultValue = "true")
    boolean replayGuardEnabled;

    @ConfigProperty(name = "frameio.replay-guard.entries", defaultValue = "10000")
    int replayGuardEntries;

    @ConfigProperty(name = "frameio.replay-guard.shared")
    boolean replayGuardShared;

    @ConfigProperty(name = "frameio.action.on-error", defaultValue = "message")
    String actionOnError;

    @ConfigProperty(name = "frameio.action.error-title")
    String actionErrorTitle;

    @ConfigProperty(name = "frameio.action.error-description")
    String actionErrorDescription;

    @ConfigProperty(name = "frameio.action.form-error-description")
    String actionFormErrorDescription;

    @ConfigProperty(name = "frameio.locale")
    String locale;

    @ConfigProperty(name = "frameio.form.checkbox", defaultValue = "checkbox")
    String formCheckbox;

    @ConfigProperty(name = "frameio.async.executor", defaultValue = Jndi.DEFAULT_EXECUTOR)
    String asyncExecutor;

    @ConfigProperty(name = "frameio.async.shutdown-timeout", defaultValue = "20")
    long asyncShutdownTimeout;

    @ConfigProperty(name = "frameio.delivery", defaultValue = "memory")
    String delivery;

    @ConfigProperty(name = "frameio.delivery.attempts", defaultValue = "10")
    int deliveryAttempts;

    @ConfigProperty(name = "frameio.delivery.backoff", defaultValue = "5")
    long deliveryBackoff;

    @ConfigProperty(name = "frameio.delivery.backoff-max", defaultValue = "3600")
    long deliveryBackoffMax;

    @ConfigProperty(name = "frameio.delivery.threads", defaultValue = "4")
    int deliveryThreads;

    @ConfigProperty(name = "frameio.delivery.jdbc.data-source")
    String deliveryJdbcDataSource;

    @ConfigProperty(name = "frameio.delivery.jdbc.table", defaultValue = "frameio_deliveries")
    String deliveryJdbcTable;

    @ConfigProperty(name = "frameio.delivery.jdbc.create-table", defaultValue = "false")
    boolean deliveryJdbcCreateTable;

    @ConfigProperty(name = "frameio.delivery.jms.connection-factory")
    String deliveryJmsConnectionFactory;

    @ConfigProperty(name = "frameio.delivery.jms.queue")
    String deliveryJmsQueue;

    @ConfigProperty(name = "frameio.delivery.jms.dead-queue")
    String deliveryJmsDeadQueue;

    @ConfigProperty(name = "frameio.delivery.sqs.queue-url")
    URI deliverySqsQueueUrl;

    @ConfigProperty(name = "frameio.delivery.sqs.dead-queue-url")
    URI deliverySqsDeadQueueUrl;

    @ConfigProperty(name = "frameio.delivery.sqs.region")
    String deliverySqsRegion;

    @ConfigProperty(name = "frameio.delivery.sqs.endpoint")
    URI deliverySqsEndpoint;

    @ConfigProperty(name = "frameio.token")
    String token;

    @ConfigProperty(name = "frameio.api.url", defaultValue = "https://api.frame.io")
    URI apiUrl;

    @ConfigProperty(name = "frameio.api.connect-timeout", defaultValue = "5")
    long apiConnectTimeout;

    @ConfigProperty(name = "frameio.api.read-timeout", defaultValue = "30")
    long apiReadTimeout;

    @ConfigProperty(name = "frameio.api.retries", defaultValue = "4")
    int apiRetries;

    @ConfigProperty(name = "frameio.oauth.client-id")
    String clientId;

    @ConfigProperty(name = "frameio.oauth.client-secret")
    String clientSecret;

    @ConfigProperty(name = "frameio.oauth.server-to-server", defaultValue = "false")
    boolean serverToServer;

    @ConfigProperty(name = "frameio.oauth.server-to-server.client-id")
    String serverToServerClientId;

    @ConfigProperty(name = "frameio.oauth.server-to-server.client-secret")
    String serverToServerClientSecret;

    @ConfigProperty(name = "frameio.oauth.server-to-server.scopes", defaultValue = "openid AdobeID frame.s2s.all")
    String serverToServerScopes;

    @ConfigProperty(name = "frameio.oauth.ims-url", defaultValue = "https://ims-na1.adobelogin.com")
    URI imsUrl;

    @ConfigProperty(
            name = "frameio.oauth.scopes",
            defaultValue = "openid email profile offline_access additional_info.roles")
    String scopes;

    @ConfigProperty(name = "frameio.oauth.redirect-uri")
    String redirectUri;

    @ConfigProperty(name = "frameio.oauth.trust-forwarded-headers", defaultValue = "false")
    boolean trustForwarded;

    @ConfigProperty(name = "frameio.oauth.refresh-before", defaultValue = "300")
    long refreshBefore;

    @ConfigProperty(name = "frameio.oauth.refresh-token-lifetime", defaultValue = "1209600")
    long refreshTokenLifetime;

    @ConfigProperty(name = "frameio.app.name", defaultValue = "This app")
    String appName;

    @ConfigProperty(name = "frameio.app.description")
    String appDescription;

    @ConfigProperty(name = "frameio.app.color", defaultValue = "#5b53ff")
    String appColor;

    @ConfigProperty(name = "frameio.app.logo")
    String appLogo;

    @ConfigProperty(name = "frameio.install.enabled", defaultValue = "false")
    boolean installEnabled;

    @ConfigProperty(name = "frameio.install.allowed-accounts")
    String installAllowedAccounts;

    @ConfigProperty(name = "frameio.encryption.key")
    String encryptionKey;

    @ConfigProperty(name = "frameio.development", defaultValue = "false")
    boolean development;

    @ConfigProperty(name = "frameio.console", defaultValue = "false")
    boolean console;

    @ConfigProperty(name = "frameio.token-store", defaultValue = "memory")
    String tokenStore;

    @ConfigProperty(name = "frameio.token-store.memory.entries", defaultValue = "10000")
    int memoryEntries;

    @ConfigProperty(name = "frameio.token-store.jdbc.data-source")
    String jdbcDataSource;

    @ConfigProperty(name = "frameio.token-store.jdbc.table", defaultValue = "frameio_tokens")
    String jdbcTable;

    @ConfigProperty(name = "frameio.token-store.jdbc.create-table", defaultValue = "false")
    boolean jdbcCreateTable;

    @ConfigProperty(name = "frameio.token-store.dynamodb.table", defaultValue = "frameio-user-tokens")
    String dynamodbTable;

    @ConfigProperty(name = "frameio.token-store.dynamodb.partition-key", defaultValue = "user_id")
    String dynamodbPartitionKey;

    @ConfigProperty(name = "frameio.token-store.dynamodb.region")
    String dynamodbRegion;

    @ConfigProperty(name = "frameio.token-store.dynamodb.endpoint")
    URI dynamodbEndpoint;

    @ConfigProperty(name = "frameio.token-store.dynamodb.create-table", defaultValue = "false")
    boolean dynamodbCreateTable;

    @ConfigProperty(name = "frameio.application-check", defaultValue = "true")
    boolean applicationCheck;

    private EditorHints() {}
}
