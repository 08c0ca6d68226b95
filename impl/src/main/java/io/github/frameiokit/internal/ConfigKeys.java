package io.github.frameiokit.internal;

import java.util.List;
import java.util.Locale;

/** The names of the kit's MicroProfile Config properties. */
public final class ConfigKeys {

    public static final String WEBHOOK_SECRET = "frameio.webhook.secret";
    public static final String ACTION_SECRET = "frameio.action.secret";
    public static final String SIGNATURE_TOLERANCE = "frameio.signature.tolerance";
    public static final String MAX_BODY_SIZE = "frameio.max-body-size";
    public static final String REPLAY_GUARD_ENABLED = "frameio.replay-guard.enabled";
    public static final String REPLAY_GUARD_ENTRIES = "frameio.replay-guard.entries";
    public static final String ACTION_ON_ERROR = "frameio.action.on-error";
    public static final String ACTION_ERROR_TITLE = "frameio.action.error-title";
    public static final String ACTION_ERROR_DESCRIPTION = "frameio.action.error-description";
    public static final String ACTION_FORM_ERROR_DESCRIPTION = "frameio.action.form-error-description";
    public static final String FORM_CHECKBOX = "frameio.form.checkbox";
    public static final String ASYNC_EXECUTOR = "frameio.async.executor";
    public static final String ASYNC_SHUTDOWN_TIMEOUT = "frameio.async.shutdown-timeout";
    public static final String APPLICATION_CHECK = "frameio.application-check";
    public static final String PATH = "frameio.path";
    public static final String OAUTH_PATH = "frameio.oauth.path";

    public static final String TOKEN = "frameio.token";
    public static final String API_URL = "frameio.api.url";
    public static final String API_CONNECT_TIMEOUT = "frameio.api.connect-timeout";
    public static final String API_READ_TIMEOUT = "frameio.api.read-timeout";
    public static final String API_RETRIES = "frameio.api.retries";
    public static final String CLIENT_ID = "frameio.oauth.client-id";
    public static final String CLIENT_SECRET = "frameio.oauth.client-secret";
    public static final String SERVER_TO_SERVER = "frameio.oauth.server-to-server";
    public static final String SERVER_TO_SERVER_SCOPES = "frameio.oauth.server-to-server.scopes";
    public static final String IMS_URL = "frameio.oauth.ims-url";

    public static final String SCOPES = "frameio.oauth.scopes";
    public static final String REDIRECT_URI = "frameio.oauth.redirect-uri";
    public static final String TRUST_FORWARDED = "frameio.oauth.trust-forwarded-headers";
    public static final String REFRESH_BEFORE = "frameio.oauth.refresh-before";
    public static final String REFRESH_TOKEN_LIFETIME = "frameio.oauth.refresh-token-lifetime";
    public static final String APP_NAME = "frameio.oauth.app-name";
    public static final String APP_COLOR = "frameio.oauth.app-color";
    public static final String ENCRYPTION_KEY = "frameio.encryption.key";
    public static final String DEVELOPMENT = "frameio.development";
    public static final String TOKEN_STORE = "frameio.token-store";
    public static final String MEMORY_ENTRIES = "frameio.token-store.memory.entries";
    public static final String JDBC_DATA_SOURCE = "frameio.token-store.jdbc.data-source";
    public static final String JDBC_TABLE = "frameio.token-store.jdbc.table";
    public static final String JDBC_CREATE_TABLE = "frameio.token-store.jdbc.create-table";
    public static final String DYNAMODB_TABLE = "frameio.token-store.dynamodb.table";
    public static final String DYNAMODB_PARTITION_KEY = "frameio.token-store.dynamodb.partition-key";
    public static final String DYNAMODB_REGION = "frameio.token-store.dynamodb.region";
    public static final String DYNAMODB_ENDPOINT = "frameio.token-store.dynamodb.endpoint";
    public static final String DYNAMODB_CREATE_TABLE = "frameio.token-store.dynamodb.create-table";

    /** Every one of them, so that a misspelt one can be told. */
    public static final List<String> ALL = List.of(
            WEBHOOK_SECRET,
            ACTION_SECRET,
            SIGNATURE_TOLERANCE,
            MAX_BODY_SIZE,
            REPLAY_GUARD_ENABLED,
            REPLAY_GUARD_ENTRIES,
            ACTION_ON_ERROR,
            ACTION_ERROR_TITLE,
            ACTION_ERROR_DESCRIPTION,
            ACTION_FORM_ERROR_DESCRIPTION,
            FORM_CHECKBOX,
            ASYNC_EXECUTOR,
            ASYNC_SHUTDOWN_TIMEOUT,
            APPLICATION_CHECK,
            PATH,
            OAUTH_PATH,
            TOKEN,
            API_URL,
            API_CONNECT_TIMEOUT,
            API_READ_TIMEOUT,
            API_RETRIES,
            CLIENT_ID,
            CLIENT_SECRET,
            SERVER_TO_SERVER,
            SERVER_TO_SERVER_SCOPES,
            IMS_URL,
            SCOPES,
            REDIRECT_URI,
            TRUST_FORWARDED,
            REFRESH_BEFORE,
            REFRESH_TOKEN_LIFETIME,
            APP_NAME,
            APP_COLOR,
            ENCRYPTION_KEY,
            DEVELOPMENT,
            TOKEN_STORE,
            MEMORY_ENTRIES,
            JDBC_DATA_SOURCE,
            JDBC_TABLE,
            JDBC_CREATE_TABLE,
            DYNAMODB_TABLE,
            DYNAMODB_PARTITION_KEY,
            DYNAMODB_REGION,
            DYNAMODB_ENDPOINT,
            DYNAMODB_CREATE_TABLE);

    private ConfigKeys() {}

    /**
     * The environment variable that sets a property (MicroProfile Config 3.1, "Environment Variables Mapping Rules").
     */
    public static String environment(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
