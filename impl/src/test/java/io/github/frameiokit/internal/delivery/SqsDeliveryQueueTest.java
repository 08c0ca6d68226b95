package io.github.frameiokit.internal.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.frameiokit.delivery.DeliveryException;
import io.github.frameiokit.delivery.DeliveryQueue;
import io.github.frameiokit.delivery.DeliveryQueue.Again;
import io.github.frameiokit.delivery.DeliveryQueue.Done;
import io.github.frameiokit.delivery.DeliveryQueue.Entry;
import io.github.frameiokit.testkit.DeliveryQueueContract;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

@Tag("database")
class SqsDeliveryQueueTest {

    /** Shorter than in an app, so that these tests don't wait so long for the death of a node. */
    private static final Duration INVISIBLE = Duration.ofSeconds(3);

    private static final Duration LONG_POLL = Duration.ofSeconds(1);
    private static final int ATTEMPTS = 10;
    private static final int THREADS = 4;

    /** A mebibyte, of which the attributes are a part. */
    private static final int LONGEST_CONTENT = (1 << 20) - 300;

    private static final String ENDPOINT = elasticMq();

    private static String elasticMq() {
        System.setProperty("aws.accessKeyId", "local");
        System.setProperty("aws.secretAccessKey", "local");
        int port = freePort();
        SQSRestServerBuilder.withPort(port).withInterface("localhost").start().waitUntilStarted();
        return "http://localhost:" + port;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final SqsClient CLIENT = SqsClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .region(Region.EU_CENTRAL_1)
            .endpointOverride(URI.create(ENDPOINT))
            .build();

    /** Creates a queue with a redrive policy. */
    private static String created(String suffix) {
        Map<QueueAttributeName, String> kind =
                suffix.isEmpty() ? Map.of() : Map.of(QueueAttributeName.FIFO_QUEUE, "true");
        String name = "deliveries-" + UUID.randomUUID();
        String dead = CLIENT.createQueue(
                        it -> it.queueName(name + "-dead" + suffix).attributes(kind))
                .queueUrl();
        String arn = CLIENT.getQueueAttributes(it -> it.queueUrl(dead).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        Map<QueueAttributeName, String> attributes = new HashMap<>(kind);
        attributes.put(
                QueueAttributeName.REDRIVE_POLICY,
                "{\"deadLetterTargetArn\":\"" + arn + "\",\"maxReceiveCount\":\"100\"}");
        return CLIENT.createQueue(it -> it.queueName(name + suffix).attributes(attributes))
                .queueUrl();
    }

    private static SqsDeliveryQueue open(String url, String endpoint) {
        SqsQueue queue = SqsQueue.open(URI.create(url), Optional.of("eu-central-1"), Optional.of(URI.create(endpoint)));
        SqsDeadQueue dead = new SqsDeadQueue(queue, Optional.empty(), ATTEMPTS);
        return new SqsDeliveryQueue(queue, dead, THREADS, INVISIBLE, LONG_POLL);
    }

    /** The queue of a JVM that is killed. */
    public static final class Configured implements Supplier<DeliveryQueue> {

        @Override
        public DeliveryQueue get() {
            return open(System.getProperty("url"), System.getProperty("endpoint"));
        }
    }

    /** What holds for every kind of queue. */
    interface OnSqs extends DeliveryQueueContract {

        String url();

        @Override
        default DeliveryQueue queue() {
            return open(url(), ENDPOINT);
        }

        @Override
        default Optional<Class<? extends Supplier<DeliveryQueue>>> queueOfAnotherJvm() {
            return Optional.of(Configured.class);
        }

        @Override
        default List<String> propertiesOfAnotherJvm() {
            return List.of(
                    "url=" + url(), "endpoint=" + ENDPOINT, "aws.accessKeyId=local", "aws.secretAccessKey=local");
        }

        @Override
        default int longestContent() {
            return LONGEST_CONTENT;
        }
    }

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class OnAStandardQueue implements OnSqs {

        private final String url = created("");

        @Override
        public String url() {
            return url;
        }

        @Override
        public boolean knowsWhatWaits() {
            return false;
        }
    }

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class OnAFifoQueue implements OnSqs {

        private final String url = created(".fifo");

        @Override
        public String url() {
            return url;
        }
    }

    private static Entry entry(String content) {
        return new Entry("0".repeat(32) + UUID.randomUUID().toString().replace("-", ""), content);
    }

    private static String refusal(SqsDeliveryQueue queue, Entry entry) {
        try {
            return String.valueOf(assertThrows(DeliveryException.class, () -> queue.add(List.of(entry)))
                    .getMessage());
        } finally {
            queue.stop(Duration.ZERO);
        }
    }

    @Test
    void aMessageThatIsTooLongForSqsIsRefusedWithTheWaysOut() {
        String refusal = refusal(open(created(""), ENDPOINT), entry("x".repeat(1 << 20)));
        assertTrue(refusal.contains("has 1048576 characters") && refusal.contains("frameio.max-body-size"), refusal);
    }

    @Test
    void aQueueWithoutAPlaceForTheDeadIsRefusedBeforeAnythingIsAccepted() {
        String url = CLIENT.createQueue(it -> it.queueName("no-policy")).queueUrl();
        String refusal = refusal(open(url, ENDPOINT), entry("content"));
        assertTrue(refusal.contains("has no redrive policy") && refusal.contains("dead-queue-url"), refusal);
    }

    @Test
    void aQueueThatDoesNotExistIsSaidToBeMissing() {
        String refusal = refusal(open(ENDPOINT + "/000000000000/missing", ENDPOINT), entry("content"));
        assertTrue(refusal.contains("There is no SQS queue") && refusal.contains("queue-url"), refusal);
    }

    @Test
    void anOutageIsNoticedInTimeForFrameio() {
        SqsDeliveryQueue queue = open(created(""), "http://localhost:" + freePort());
        String refusal = assertTimeout(Duration.ofSeconds(15), () -> refusal(queue, entry("content")));
        assertTrue(refusal.contains("can't be asked"), refusal);
    }

    @Test
    void aMessageIsKeptFromOtherNodesForAsLongAsItsHandlerWorks() throws Exception {
        String url = created("");
        BlockingQueue<Integer> attempts = new LinkedBlockingQueue<>();
        DeliveryQueue working = open(url, ENDPOINT);
        DeliveryQueue other = open(url, ENDPOINT);
        DeliveryQueue.Worker slow = (entry, attempt) -> {
            attempts.add(attempt);
            pause(INVISIBLE.multipliedBy(2));
            return new Done();
        };
        try {
            working.start(slow);
            other.start(slow);
            working.add(List.of(entry("content")));
            assertEquals(1, attempts.poll(10, TimeUnit.SECONDS));
            assertEquals(null, attempts.poll(INVISIBLE.multipliedBy(3).toMillis(), TimeUnit.MILLISECONDS));
        } finally {
            working.stop(Duration.ofSeconds(10));
            other.stop(Duration.ofSeconds(10));
        }
    }

    @Test
    void aForeignMessageComesToTheWorkerWhichLetsItDie() throws Exception {
        String url = created("");
        String id = CLIENT.sendMessage(it -> it.queueUrl(url).messageBody("foreign"))
                .messageId();
        BlockingQueue<Entry> handed = new LinkedBlockingQueue<>();
        DeliveryQueue queue = open(url, ENDPOINT);
        queue.start((entry, attempt) -> {
            handed.add(entry);
            return new DeliveryQueue.Dead("dead");
        });
        try {
            assertEquals(new Entry(id, "foreign"), handed.poll(10, TimeUnit.SECONDS));
        } finally {
            queue.stop(Duration.ofSeconds(10));
        }
    }

    @Test
    void whatSqsItselfHasMovedToTheDeadIsListed() {
        String url = created("");
        SqsDeliveryQueue queue = open(url, ENDPOINT);
        Entry entry = entry("content");
        queue.add(List.of(entry));
        try {
            for (int i = 0; i <= 100; i++) {
                for (Message message :
                        CLIENT.receiveMessage(it -> it.queueUrl(url)).messages()) {
                    CLIENT.changeMessageVisibility(it -> it.queueUrl(url)
                            .receiptHandle(message.receiptHandle())
                            .visibilityTimeout(0));
                }
            }
            assertEquals(List.of(entry), queue.dead(10));
        } finally {
            queue.stop(Duration.ZERO);
        }
    }

    @Test
    void theAttemptsOfAnEntryThatWasPutOffAreCountedOnIfItIsReceivedLate() throws Exception {
        String url = created("");
        Map<String, MessageAttributeValue> putOff = Map.of(
                "frameio-attempts-before", number(1),
                "frameio-not-before", number(Instant.now().minusSeconds(5).getEpochSecond()));
        CLIENT.sendMessage(it -> it.queueUrl(url).messageBody("content").messageAttributes(putOff));
        BlockingQueue<Integer> attempts = new LinkedBlockingQueue<>();
        DeliveryQueue queue = open(url, ENDPOINT);
        queue.start((entry, attempt) -> {
            attempts.add(attempt);
            return attempt == 4 ? new Done() : new Again(Duration.ZERO, true);
        });
        try {
            for (int attempt : List.of(2, 3, 4)) {
                assertEquals(attempt, attempts.poll(10, TimeUnit.SECONDS));
            }
        } finally {
            queue.stop(Duration.ofSeconds(10));
        }
    }

    private static MessageAttributeValue number(long value) {
        return MessageAttributeValue.builder()
                .dataType("Number")
                .stringValue(Long.toString(value))
                .build();
    }

    @Test
    void anEntryThatSqsDoesNotDeleteAtOnceDiesOnlyOnce() throws Exception {
        try (Unreliable sqs = new Unreliable(ENDPOINT, "DeleteMessage", false)) {
            SqsDeliveryQueue queue = open(created(""), sqs.url());
            Entry entry = entry("content");
            queue.start((it, attempt) -> new DeliveryQueue.Dead("dead"));
            try {
                queue.add(List.of(entry));
                sqs.awaitFailures();
                for (int left = 100; queue.pendingCount().getAsLong() > 0 && left > 0; left--) {
                    pause(Duration.ofMillis(100));
                }
                assertEquals(List.of(new Entry(entry.id(), "dead")), queue.dead(10));
            } finally {
                queue.stop(Duration.ofSeconds(10));
            }
        }
    }

    @Test
    void aFifoQueueKeepsAnEntryThatWasPutOffOnceIfSqsDoesNotAnswer() throws Exception {
        String url = created(".fifo");
        try (Unreliable sqs = new Unreliable(ENDPOINT, "SendMessage", true)) {
            BlockingQueue<Integer> attempts = new LinkedBlockingQueue<>();
            BlockingQueue<DeliveryQueue.Outcome> outcomes =
                    new LinkedBlockingQueue<>(List.of(new Again(Duration.ZERO, false), new Done(), new Done()));
            SqsDeliveryQueue adding = open(url, ENDPOINT);
            SqsDeliveryQueue queue = open(url, sqs.url());
            queue.start((entry, attempt) -> {
                attempts.add(attempt);
                return outcomes.remove();
            });
            try {
                adding.add(List.of(entry("content")));
                sqs.awaitFailures();
                assertEquals(1, attempts.poll(10, TimeUnit.SECONDS));
                assertEquals(1, attempts.poll(10, TimeUnit.SECONDS));
                assertEquals(null, attempts.poll(INVISIBLE.toMillis(), TimeUnit.MILLISECONDS));
            } finally {
                queue.stop(Duration.ofSeconds(10));
                adding.stop(Duration.ZERO);
            }
        }
    }

    /**
     * Passes requests on to SQS, but answers the first ones of an action with a failure: more than the SDK repeats, so
     * that it fails once.
     */
    private static final class Unreliable implements AutoCloseable {

        private final HttpClient client = HttpClient.newHttpClient();
        private final ExecutorService threads = Executors.newCachedThreadPool();
        private final HttpServer server;
        private final CountDownLatch failures = new CountDownLatch(4);

        /** @param carriedOut whether SQS does what it then doesn't say */
        Unreliable(String sqs, String action, boolean carriedOut) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(threads);
            server.createContext("/", exchange -> {
                byte[] body = exchange.getRequestBody().readAllBytes();
                String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
                URI uri = URI.create(sqs + exchange.getRequestURI());
                if (!target.endsWith("." + action) || failures.getCount() == 0) {
                    answer(exchange, passedOn(uri, target, body));
                } else {
                    if (carriedOut) {
                        passedOn(uri, target, body);
                    }
                    failures.countDown();
                    exchange.sendResponseHeaders(503, -1);
                }
                exchange.close();
            });
            server.start();
        }

        private HttpResponse<byte[]> passedOn(URI uri, String target, byte[] body) throws IOException {
            HttpRequest request = HttpRequest.newBuilder(uri)
                    .header("Content-Type", "application/x-amz-json-1.0")
                    .header("X-Amz-Target", target)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            try {
                return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void answer(HttpExchange exchange, HttpResponse<byte[]> response) throws IOException {
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
            int length = response.body().length;
            exchange.sendResponseHeaders(response.statusCode(), length == 0 ? -1 : length);
            exchange.getResponseBody().write(response.body());
        }

        String url() {
            return "http://localhost:" + server.getAddress().getPort();
        }

        void awaitFailures() throws InterruptedException {
            assertTrue(failures.await(20, TimeUnit.SECONDS), "the action wasn't called so often");
        }

        @Override
        public void close() {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
