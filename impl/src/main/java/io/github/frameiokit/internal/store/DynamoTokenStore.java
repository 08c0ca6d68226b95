package io.github.frameiokit.internal.store;

import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.oauth.TokenStore;
import io.github.frameiokit.oauth.TokenStoreException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.waiters.DynamoDbWaiter;

/** Keeps entries in a DynamoDB table. Only this class knows the AWS SDK, so apps without the SDK never load it. */
final class DynamoTokenStore implements TokenStore, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(DynamoTokenStore.class.getName());
    private static final String SEALED = "sealed";
    private static final String VERSION = "version";
    private static final String TTL = "ttl";

    private static final String IS_ABSENT = "attribute_not_exists(#key) OR #ttl <= :now";
    private static final String IS_EXPECTED = "#version = :expected AND #ttl > :now";

    /** TTL is a reserved word. */
    private static final Map<String, String> NAMES_OF_EXPECTED = Map.of("#version", VERSION, "#ttl", TTL);

    /** The SDK's default is half a minute, longer than Frame.io waits. */
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(3);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);

    /**
     * The limit of a call with all its attempts. A node that refreshes a token has 25 seconds after its request to
     * Adobe before another node takes over.
     */
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(12);

    private final DynamoDbClient client;
    private final String table;
    private final String partitionKey;
    private final InstantSource clock;

    private DynamoTokenStore(DynamoDbClient client, String table, String partitionKey, InstantSource clock) {
        this.client = client;
        this.table = table;
        this.partitionKey = partitionKey;
        this.clock = clock;
    }

    /** Throws a {@link NoClassDefFoundError} if the SDK is missing. */
    static void touchSdk() {
        Objects.requireNonNull(DynamoDbClient.class);
        Objects.requireNonNull(UrlConnectionHttpClient.class);
    }

    /** Opens a table; without a region or endpoint, the SDK finds its own. */
    static DynamoTokenStore open(
            String table, String partitionKey, Optional<String> region, Optional<URI> endpoint, InstantSource clock) {
        DynamoDbClientBuilder builder = DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_TIMEOUT)
                        .socketTimeout(READ_TIMEOUT))
                // by default the SDK tries more often, longer than a user waits
                .overrideConfiguration(
                        it -> it.retryStrategy(RetryMode.STANDARD).apiCallTimeout(CALL_TIMEOUT));
        region.map(Region::of).ifPresent(builder::region);
        endpoint.ifPresent(builder::endpointOverride);
        try {
            return new DynamoTokenStore(builder.build(), table, partitionKey, clock);
        } catch (SdkClientException e) {
            throw new IllegalStateException(
                    "The AWS SDK can't be set up for the token store; check its credentials, and set "
                            + Settings.DYNAMODB_REGION + " if the environment names no region.",
                    e);
        }
    }

    /** Creates the table if it is missing, and lets DynamoDB remove expired entries. */
    void createTable() {
        try {
            call("DescribeTable", () -> client.describeTable(it -> it.tableName(table)));
        } catch (MissingTable e) {
            call("CreateTable", this::create);
        }
        awaitTable();
        TimeToLiveDescription timeToLive = call(
                        "DescribeTimeToLive", () -> client.describeTimeToLive(it -> it.tableName(table)))
                .timeToLiveDescription();
        if (timeToLive.timeToLiveStatus() == TimeToLiveStatus.DISABLED) {
            call("UpdateTimeToLive", this::enableTimeToLive);
        } else if (timeToLive.attributeName() != null
                && !timeToLive.attributeName().equals(TTL)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "DynamoDB removes expired items from the table " + table + " by the attribute "
                            + timeToLive.attributeName() + ", but entries of the token store expire by " + TTL
                            + " and so fill the table; give the token store a table of its own.");
        }
    }

    private boolean create() {
        try {
            client.createTable(it -> it.tableName(table)
                    .attributeDefinitions(AttributeDefinition.builder()
                            .attributeName(partitionKey)
                            .attributeType(ScalarAttributeType.S)
                            .build())
                    .keySchema(KeySchemaElement.builder()
                            .attributeName(partitionKey)
                            .keyType(KeyType.HASH)
                            .build())
                    .billingMode(BillingMode.PAY_PER_REQUEST));
            return true;
        } catch (ResourceInUseException e) {
            return false; // another node was faster
        }
    }

    private void awaitTable() {
        try (DynamoDbWaiter waiter = DynamoDbWaiter.builder()
                .client(client)
                .overrideConfiguration(it -> it.maxAttempts(60).backoffStrategyV2(attempt -> Duration.ofSeconds(1)))
                .build()) {
            call("DescribeTable", () -> waiter.waitUntilTableExists(it -> it.tableName(table)));
        }
    }

    private boolean enableTimeToLive() {
        try {
            client.updateTimeToLive(it -> it.tableName(table)
                    .timeToLiveSpecification(ttl -> ttl.attributeName(TTL).enabled(true)));
            return true;
        } catch (DynamoDbException e) {
            if (AwsFailures.code(e).equals("ValidationException")) {
                return false; // another node was faster
            }
            throw e;
        }
    }

    @Override
    public Optional<Entry> find(String key) {
        return Optional.of(call(
                        "GetItem",
                        () -> client.getItem(
                                it -> it.tableName(table).key(keyOf(key)).consistentRead(true))))
                .filter(found -> found.hasItem())
                .map(found -> entry(found.item()))
                .filter(entry -> entry.expiresAt().isAfter(clock.instant()));
    }

    @Override
    public boolean put(String key, Entry entry, long expected) {
        Map<String, AttributeValue> item = new HashMap<>(keyOf(key));
        item.put(SEALED, AttributeValue.fromS(entry.sealed()));
        item.put(VERSION, number(entry.version()));
        item.put(TTL, number(entry.expiresAt().getEpochSecond()));
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":now", now()));
        if (expected != 0) {
            values.put(":expected", number(expected));
        }
        return call("PutItem", () -> {
            try {
                client.putItem(it -> it.tableName(table)
                        .item(item)
                        .conditionExpression(expected == 0 ? IS_ABSENT : IS_EXPECTED)
                        .expressionAttributeNames(
                                expected == 0 ? Map.of("#key", partitionKey, "#ttl", TTL) : NAMES_OF_EXPECTED)
                        .expressionAttributeValues(values)
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
                return true;
            } catch (ConditionalCheckFailedException e) {
                // the SDK repeats a write whose response was lost, and then finds its own entry
                return item.equals(e.item());
            }
        });
    }

    @Override
    public void delete(String key) {
        call("DeleteItem", () -> client.deleteItem(it -> it.tableName(table).key(keyOf(key))));
    }

    @Override
    public boolean delete(String key, long expected) {
        return call("DeleteItem", () -> {
            try {
                client.deleteItem(it -> it.tableName(table)
                        .key(keyOf(key))
                        .conditionExpression(IS_EXPECTED)
                        .expressionAttributeNames(NAMES_OF_EXPECTED)
                        .expressionAttributeValues(Map.of(":expected", number(expected), ":now", now()))
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
                return true;
            } catch (ConditionalCheckFailedException e) {
                // the SDK repeats a deletion whose response was lost, and a deletion leaves no trace
                if (!e.hasItem() && e.numAttempts() != null && e.numAttempts() > 1) {
                    throw new TokenStoreException("DynamoDB's answer to a deletion from the table " + table
                            + " of the token store was lost, so it isn't known which attempt has deleted the entry.");
                }
                return false;
            }
        });
    }

    @Override
    public void close() {
        client.close();
    }

    /** The table doesn't exist. */
    private static final class MissingTable extends TokenStoreException {

        private static final long serialVersionUID = 1;

        MissingTable(String message) {
            super(message);
        }
    }

    private <T> T call(String action, Supplier<T> call) {
        try {
            return call.get();
        } catch (ResourceNotFoundException e) {
            throw new MissingTable("There is no DynamoDB table " + table + " in this region; set "
                    + Settings.DYNAMODB_CREATE_TABLE
                    + "=true, or create it with: aws dynamodb create-table --table-name "
                    + table + " --attribute-definitions AttributeName=" + partitionKey
                    + ",AttributeType=S --key-schema AttributeName=" + partitionKey
                    + ",KeyType=HASH --billing-mode PAY_PER_REQUEST");
        } catch (AwsServiceException e) {
            throw failure(action, e);
        } catch (SdkException e) {
            throw new TokenStoreException(
                    "DynamoDB can't be asked for the table " + table
                            + " of the token store; check credentials, region and endpoint.",
                    e);
        }
    }

    /** Drops the cause: the message of a service may repeat the request. */
    private TokenStoreException failure(String action, AwsServiceException e) {
        String where = " for the table " + table + " of the token store (" + AwsFailures.shown(e) + ")";
        if (e.isThrottlingException()) {
            return new TokenStoreException("DynamoDB throttles dynamodb:" + action + where
                    + " even after the SDK has retried; raise the table's capacity.");
        }
        if (AwsFailures.code(e).equals("AccessDeniedException")) {
            return new TokenStoreException(
                    "AWS doesn't allow dynamodb:" + action + where + "; add this action to the app's IAM policy.");
        }
        if (AwsFailures.code(e).equals("ValidationException") && action.endsWith("Item")) {
            return new TokenStoreException("DynamoDB doesn't take dynamodb:" + action + where
                    + "; the table needs a partition key " + partitionKey
                    + " of type String, and no sort key. If it has"
                    + " another name there, such as PK in a table of the Python kit, set "
                    + Settings.DYNAMODB_PARTITION_KEY
                    + ".");
        }
        return new TokenStoreException("DynamoDB failed at dynamodb:" + action + where + ".");
    }

    private Map<String, AttributeValue> keyOf(String key) {
        return Map.of(partitionKey, AttributeValue.fromS(key));
    }

    private AttributeValue now() {
        return number(clock.instant().getEpochSecond());
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private Entry entry(Map<String, AttributeValue> item) {
        try {
            return new Entry(
                    Optional.ofNullable(item.get(SEALED)).map(AttributeValue::s).orElse(""),
                    number(item, VERSION),
                    Instant.ofEpochSecond(number(item, TTL)));
        } catch (IllegalArgumentException e) {
            throw new TokenStoreException(
                    "The DynamoDB table " + table + " has an item of another format under a key of the"
                            + " token store; give the token store a table of its own.");
        }
    }

    private static long number(Map<String, AttributeValue> item, String attribute) {
        return Optional.ofNullable(item.get(attribute))
                .map(AttributeValue::n)
                .map(Long::parseLong)
                .orElse(0L);
    }
}
