package io.github.frameiokit.internal;

/** The names of the kit's MicroProfile Config properties. */
public final class Keys {

    public static final String WEBHOOK_SECRET = "frameio.webhook.secret";
    public static final String ACTION_SECRET = "frameio.action.secret";
    public static final String SIGNATURE_TOLERANCE = "frameio.signature.tolerance";
    public static final String MAX_BODY_SIZE = "frameio.max-body-size";
    public static final String REPLAY_GUARD_ENABLED = "frameio.replay-guard.enabled";
    public static final String REPLAY_GUARD_ENTRIES = "frameio.replay-guard.entries";
    public static final String ACTION_ON_ERROR = "frameio.action.on-error";
    public static final String ACTION_ERROR_TITLE = "frameio.action.error-title";
    public static final String ACTION_ERROR_DESCRIPTION = "frameio.action.error-description";
    public static final String FORM_CHECKBOX = "frameio.form.checkbox";
    public static final String ASYNC_EXECUTOR = "frameio.async.executor";
    public static final String ASYNC_SHUTDOWN_TIMEOUT = "frameio.async.shutdown-timeout";
    public static final String APPLICATION_CHECK = "frameio.application-check";

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

    private Keys() {}
}
