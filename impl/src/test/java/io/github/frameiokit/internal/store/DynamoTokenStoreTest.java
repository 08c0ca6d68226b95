package io.github.frameiokit.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.frameiokit.internal.CapturedLog;
import io.github.frameiokit.oauth.TokenStore;
import io.github.frameiokit.oauth.TokenStore.Entry;
import io.github.frameiokit.oauth.TokenStoreException;
import io.github.frameiokit.testkit.DynamoDbLocal;
import io.github.frameiokit.testkit.TokenStoreContract;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

@Tag("database")
@Tag("slow")
class DynamoTokenStoreTest {

    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable it : opened) {
            it.close();
        }
    }

    private <T extends AutoCloseable> T closedAfter(T resource) {
        opened.add(resource);
        return resource;
    }

    private DynamoTokenStore open(String table, URI endpoint, InstantSource clock) {
        return closedAfter(
                DynamoTokenStore.open(table, "user_id", Optional.of("eu-central-1"), Optional.of(endpoint), clock));
    }

    private DynamoTokenStore created(String table) {
        DynamoTokenStore store = open(table, DynamoDbLocal.endpoint(), InstantSource.system());
        store.createTable();
        return store;
    }

    private DynamoDbClient client() {
        return closedAfter(DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(Region.EU_CENTRAL_1)
                .endpointOverride(DynamoDbLocal.endpoint())
                .build());
    }

    private static Entry entry() {
        return Entry.of("the-sealed-text", Instant.now().plusSeconds(60));
    }

    @Nested
    class Contract implements TokenStoreContract {

        @Override
        public TokenStore store() {
            return created("contract");
        }
    }

    @Test
    void anEntryIsGoneFromTheSecondItExpiresIn() {
        created("expiring");
        Instant[] now = {Instant.parse("2026-11-02T10:00:00Z")};
        TokenStore store = open("expiring", DynamoDbLocal.endpoint(), () -> now[0]);
        Entry entry = Entry.of("sealed", now[0].plusSeconds(10));
        assertTrue(store.put("user", entry, 0));
        now[0] = now[0].plusMillis(9_999);
        assertEquals(Optional.of(entry), store.find("user"));
        now[0] = now[0].plusMillis(1);
        assertEquals(Optional.empty(), store.find("user"));
        assertTrue(store.put("user", entry(), 0));
    }

    @Test
    void anItemHasADocumentedForm() {
        Entry entry = entry();
        created("items").put("adobe:x@y", entry, 0);
        var item = client().getItem(
                        it -> it.tableName("items").key(Map.of("user_id", AttributeValue.fromS("adobe:x@y"))))
                .item();
        assertEquals(
                Map.of(
                        "user_id",
                        AttributeValue.fromS("adobe:x@y"),
                        "sealed",
                        AttributeValue.fromS("the-sealed-text"),
                        "version",
                        AttributeValue.fromN(Long.toString(entry.version())),
                        "ttl",
                        AttributeValue.fromN(Long.toString(entry.expiresAt().getEpochSecond()))),
                item);
    }

    @Test
    void dynamoDbRemovesWhatHasExpired() {
        created("ttl");
        created("ttl");
        var ttl = client().describeTimeToLive(it -> it.tableName("ttl")).timeToLiveDescription();
        assertEquals(TimeToLiveStatus.ENABLED, ttl.timeToLiveStatus());
        assertEquals("ttl", ttl.attributeName());
    }

    /** As the Python kit has left it. */
    private void tableOfThePythonKit(String table, String partitionKey) {
        client().createTable(it -> it.tableName(table)
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName(partitionKey)
                        .attributeType("S")
                        .build())
                .keySchema(KeySchemaElement.builder()
                        .attributeName(partitionKey)
                        .keyType("HASH")
                        .build())
                .billingMode("PAY_PER_REQUEST"));
    }

    @Test
    void aTableOfThePythonKitCanBeUsedBesideItsItems() {
        tableOfThePythonKit("python", "PK");
        Map<String, AttributeValue> item = Map.of(
                "PK",
                AttributeValue.fromS("user:u"),
                "value",
                AttributeValue.fromS("{}"),
                "ttl",
                AttributeValue.fromN("1"));
        client().putItem(it -> it.tableName("python").item(item));
        DynamoTokenStore store = closedAfter(DynamoTokenStore.open(
                "python",
                "PK",
                Optional.of("eu-central-1"),
                Optional.of(DynamoDbLocal.endpoint()),
                InstantSource.system()));
        store.createTable();
        Entry entry = entry();
        assertTrue(store.put("key", entry, 0));
        assertFalse(store.put("key", entry(), 0));
        assertEquals(Optional.of(entry), store.find("key"));
        assertTrue(store.delete("key", entry.version()));
        store.delete("key");
        assertEquals(item, client().scan(it -> it.tableName("python")).items().get(0));
        assertEquals(
                "ttl",
                client().describeTimeToLive(it -> it.tableName("python"))
                        .timeToLiveDescription()
                        .attributeName());
    }

    @Test
    void aTableWithAnotherPartitionKeyIsToldWithTheProperty() {
        tableOfThePythonKit("python-by-mistake", "PK");
        TokenStore store = open("python-by-mistake", DynamoDbLocal.endpoint(), InstantSource.system());
        for (Runnable call : List.<Runnable>of(
                () -> store.find("the-key"), () -> store.put("the-key", entry(), 0), () -> store.delete("the-key"))) {
            String message = assertThrows(TokenStoreException.class, call::run).getMessage();
            assertTrue(
                    message.contains(
                            "; the table needs a partition key user_id of type String, and no sort key. If it has"
                                    + " another name there, such as PK in a table of the Python kit, set"
                                    + " frameio.token-store.dynamodb.partition-key."),
                    message);
            assertFalse(message.contains("the-key"), message);
        }
    }

    @Test
    void anItemOfAnotherFormIsLeftAloneAndTold() {
        DynamoTokenStore store = created("foreign");
        Map<String, AttributeValue> item =
                Map.of("user_id", AttributeValue.fromS("key"), "value", AttributeValue.fromS("the-value"));
        client().putItem(it -> it.tableName("foreign").item(item));
        assertEquals(
                "The DynamoDB table foreign has an item of another format under a key of the token store; give the token"
                        + " store a table of its own.",
                assertThrows(TokenStoreException.class, () -> store.find("key")).getMessage());
        assertFalse(store.put("key", entry(), 0));
        assertFalse(store.put("key", entry(), 1));
        assertFalse(store.delete("key", 1));
        assertEquals(List.of(item), client().scan(it -> it.tableName("foreign")).items());
    }

    @Test
    void aTableThatExpiresByAnotherAttributeIsToldOf() {
        tableOfThePythonKit("otherwise", "user_id");
        client().updateTimeToLive(it -> it.tableName("otherwise")
                .timeToLiveSpecification(ttl -> ttl.attributeName("expires").enabled(true)));
        try (CapturedLog log = CapturedLog.of(DynamoTokenStore.class)) {
            created("otherwise");
            created("otherwise-not");
            assertEquals(
                    List.of(
                            "WARNING DynamoDB removes expired items from the table otherwise by the attribute expires, but"
                                    + " entries of the token store expire by ttl and so fill the table; give the token store a table"
                                    + " of its own."),
                    log.lines());
        }
    }

    @Test
    void manyNodesMayCreateTheTableAtOnce() throws Exception {
        int nodes = 4;
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        CyclicBarrier start = new CyclicBarrier(nodes);
        List<Callable<TokenStore>> all = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            DynamoTokenStore node = open("created-at-once", DynamoDbLocal.endpoint(), InstantSource.system());
            all.add(() -> {
                start.await();
                node.createTable();
                return node;
            });
        }
        try {
            for (Future<TokenStore> node : threads.invokeAll(all)) {
                assertTrue(node.get().find("user").isEmpty());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aMissingTableIsToldWithWhatMendsIt() {
        TokenStore store = open("no-such-table", DynamoDbLocal.endpoint(), InstantSource.system());
        for (Runnable call : List.<Runnable>of(
                () -> store.find("the-user"),
                () -> store.put("the-user", entry(), 0),
                () -> store.delete("the-user"),
                () -> store.delete("the-user", 1))) {
            assertEquals(
                    "There is no DynamoDB table no-such-table in this region; set"
                            + " frameio.token-store.dynamodb.create-table=true, or create it with: aws dynamodb"
                            + " create-table --table-name no-such-table --attribute-definitions"
                            + " AttributeName=user_id,AttributeType=S --key-schema"
                            + " AttributeName=user_id,KeyType=HASH --billing-mode PAY_PER_REQUEST",
                    assertThrows(TokenStoreException.class, call::run).getMessage());
        }
    }

    @Test
    void anAddressWhereNobodyAnswersIsTold() {
        DynamoDbLocal.endpoint(); // for the credentials
        TokenStore store = open("tokens", URI.create("http://localhost:1"), InstantSource.system());
        TokenStoreException failure = assertThrows(TokenStoreException.class, () -> store.find("the-user"));
        assertEquals(
                "DynamoDB can't be asked for the table tokens of the token store; check credentials, region and"
                        + " endpoint.",
                failure.getMessage());
        assertInstanceOf(SdkClientException.class, failure.getCause());
    }

    /** A server that stands before DynamoDB Local and does what that never does. */
    @Nested
    class ThroughAServer {

        /** The status of what a proxy answers instead of DynamoDB, which then hasn't seen the request. */
        private static final int FROM_A_PROXY = 403;

        private final HttpServer server = server();
        private final HttpClient http = HttpClient.newHttpClient();
        private final AtomicInteger requests = new AtomicInteger();

        private HttpServer server() {
            try {
                return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private DynamoTokenStore open(String table) {
            DynamoDbLocal.endpoint();
            server.start();
            closedAfter(() -> server.stop(0));
            return DynamoTokenStoreTest.this.open(
                    table, URI.create("http://localhost:" + server.getAddress().getPort()), InstantSource.system());
        }

        private void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
            if (status != FROM_A_PROXY) {
                exchange.getResponseHeaders().add("x-amzn-RequestId", "the-request");
            }
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }

        private void refuse(int status, String type) {
            refuseWith(status, "{\"__type\":\"" + type + "\",\"message\":\"not for the-user\"}");
        }

        private void refuseWith(int status, String body) {
            server.createContext("/", exchange -> {
                try (exchange) {
                    requests.incrementAndGet();
                    exchange.getRequestBody().readAllBytes();
                    answer(exchange, status, body.getBytes(StandardCharsets.UTF_8));
                }
            });
        }

        /** Passes requests on; of the first write, it keeps the answer. */
        private void loseFirstAnswer() {
            server.createContext("/", exchange -> {
                try (exchange) {
                    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
                    HttpResponse<byte[]> answer = http.send(
                            HttpRequest.newBuilder(DynamoDbLocal.endpoint())
                                    .header("X-Amz-Target", target)
                                    .header("Content-Type", "application/x-amz-json-1.0")
                                    .header(
                                            "Authorization",
                                            exchange.getRequestHeaders().getFirst("Authorization"))
                                    .header(
                                            "X-Amz-Date",
                                            exchange.getRequestHeaders().getFirst("X-Amz-Date"))
                                    .POST(HttpRequest.BodyPublishers.ofInputStream(exchange::getRequestBody))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
                    boolean lost = requests.incrementAndGet() == 1;
                    answer(exchange, lost ? 500 : answer.statusCode(), lost ? new byte[0] : answer.body());
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            });
        }

        @Test
        void aWriteWhoseAnswerGotLostHasWon() {
            DynamoTokenStore direct = created("lossy");
            loseFirstAnswer();
            String user = UUID.randomUUID().toString();
            Entry entry = entry();
            TokenStore store = open("lossy");
            assertTrue(store.put(user, entry, 0));
            assertEquals(2, requests.get());
            assertEquals(Optional.of(entry), direct.find(user));
            assertFalse(store.put(user, entry(), 0));
        }

        @Test
        void aDeletionOfOneVersionWhoseAnswerGotLostIsNotSaidToHaveLost() {
            DynamoTokenStore direct = created("lossy-deletion");
            Entry entry = entry();
            direct.put("the-key", entry, 0);
            loseFirstAnswer();
            TokenStore store = open("lossy-deletion");
            TokenStoreException failure =
                    assertThrows(TokenStoreException.class, () -> store.delete("the-key", entry.version()));
            assertEquals(
                    "DynamoDB's answer to a deletion from the table lossy-deletion of the token store was lost, so it"
                            + " isn't known which attempt has deleted the entry.",
                    failure.getMessage());
            assertEquals(2, requests.get());
            assertEquals(Optional.empty(), direct.find("the-key"));
            assertFalse(store.delete("the-key", entry.version()));
        }

        @Test
        void aDeletionOfAnotherVersionHasLostHoweverOftenItWasTried() {
            DynamoTokenStore direct = created("lossy-other");
            direct.put("the-key", entry(), 0);
            loseFirstAnswer();
            assertFalse(open("lossy-other").delete("the-key", 1));
            assertEquals(2, requests.get());
        }

        /** Its last attempt ends long before another node takes a renewal over. */
        @Test
        void aServerThatNeverAnswersIsNotWaitedFor() {
            CountDownLatch end = new CountDownLatch(1);
            server.setExecutor(closedAfterwards(Executors.newCachedThreadPool()));
            server.createContext("/", exchange -> {
                try (exchange) {
                    requests.incrementAndGet();
                    end.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            });
            TokenStore store = open("silent");
            try {
                assertTimeout(
                        Duration.ofSeconds(16),
                        () -> assertThrows(TokenStoreException.class, () -> store.find("the-key")));
            } finally {
                end.countDown();
            }
            assertTrue(requests.get() > 1);
        }

        private ExecutorService closedAfterwards(ExecutorService threads) {
            closedAfter(threads::shutdownNow);
            return threads;
        }

        @Test
        void aMissingPermissionIsNamed() {
            refuse(400, "com.amazon.coral.service#AccessDeniedException");
            TokenStore store = open("tokens");
            TokenStoreException failure =
                    assertThrows(TokenStoreException.class, () -> store.put("the-user", entry(), 0));
            assertEquals(
                    "AWS doesn't allow dynamodb:PutItem for the table tokens of the token store"
                            + " (AccessDeniedException, request the-request); add this action to the app's IAM policy.",
                    failure.getMessage());
            assertNull(failure.getCause());
            assertEquals(1, requests.get());
        }

        @Test
        void throttlingIsToldAfterTheSdkHasTriedAgain() {
            refuse(400, "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException");
            TokenStore store = open("tokens");
            TokenStoreException failure = assertThrows(TokenStoreException.class, () -> store.find("the-user"));
            assertEquals(
                    "DynamoDB throttles dynamodb:GetItem for the table tokens of the token store"
                            + " (ProvisionedThroughputExceededException, request the-request) even after the SDK has"
                            + " retried; raise the table's capacity.",
                    failure.getMessage());
            assertTrue(requests.get() > 1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "<html>not for the-user</html>"})
        void aFailureWithoutACodeIsToldWithItsStatus(String ofAProxy) {
            refuseWith(FROM_A_PROXY, ofAProxy);
            TokenStore store = open("tokens");
            assertEquals(
                    "DynamoDB failed at dynamodb:GetItem for the table tokens of the token store (HTTP status 403).",
                    assertThrows(TokenStoreException.class, () -> store.find("the-user"))
                            .getMessage());
        }

        @Test
        void anyOtherFailureIsToldWithItsCodeOnly() {
            refuse(400, "com.amazon.coral.validate#ValidationException");
            DynamoTokenStore store = open("tokens");
            assertEquals(
                    "DynamoDB doesn't take dynamodb:DeleteItem for the table tokens of the token store"
                            + " (ValidationException, request the-request); the table needs a partition key user_id of"
                            + " type String, and no sort key. If it has another name there, such as PK in a table of the"
                            + " Python kit, set frameio.token-store.dynamodb.partition-key.",
                    assertThrows(TokenStoreException.class, () -> store.delete("the-user"))
                            .getMessage());
            assertEquals(
                    "DynamoDB failed at dynamodb:DescribeTable for the table tokens of the token store"
                            + " (ValidationException, request the-request).",
                    assertThrows(TokenStoreException.class, store::createTable).getMessage());
        }
    }
}
