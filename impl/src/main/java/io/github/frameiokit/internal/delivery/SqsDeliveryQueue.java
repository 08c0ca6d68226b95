package io.github.frameiokit.internal.delivery;

import io.github.frameiokit.delivery.DeliveryException;
import io.github.frameiokit.delivery.DeliveryQueue;
import io.github.frameiokit.internal.JsonText;
import io.github.frameiokit.internal.Settings;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * Keeps entries in a queue of Amazon SQS, standard or FIFO. An entry is a message. While a node works on it, the node
 * keeps it invisible to others, so that it comes back soon after the node's death.
 *
 * <p>SQS counts how often a message was received, and that is the attempt: a node that dies has received it. What
 * doesn't count leaves a new message, with the number so far.
 */
final class SqsDeliveryQueue implements DeliveryQueue {

    private static final System.Logger LOG = System.getLogger(SqsDeliveryQueue.class.getName());

    private static final String ID = "frameio-id";
    /** How many attempts were made with other messages of the entry. */
    private static final String ATTEMPTS_BEFORE = "frameio-attempts-before";
    /** When the entry may be handed out, since a FIFO queue can't delay a single message. In Unix seconds. */
    private static final String NOT_BEFORE = "frameio-not-before";

    /** SQS's limit, for which a message's attributes count, too. */
    private static final int LONGEST_MESSAGE = 1 << 20;

    private static final int LONGEST_ATTRIBUTES = 300;
    private static final int MOST_PER_CALL = 10;

    /** How long a message can stay invisible, from when it was received. */
    private static final Duration LONGEST_INVISIBLE = Duration.ofHours(12);

    /** A dead node's messages come back after this time. */
    private static final Duration INVISIBLE = Duration.ofSeconds(30);

    /** A stop waits for this: the SDK's smallest HTTP client can't be interrupted. */
    private static final Duration LONG_POLL = Duration.ofSeconds(5);

    private static final Duration LONG_POLL_OF_DEAD = Duration.ofSeconds(1);
    /** Those looked at first are visible again after half a minute. */
    private static final int MOST_DEAD_LOOKED_AT = 5000;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(8);
    /** The limit of a call with all its attempts. */
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(12);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(3);
    private static final Duration LONGEST_SETTLING = Duration.ofSeconds(20);

    private final SqsClient client;
    private final String queue;
    private final Optional<String> namedDeadQueue;
    private final int attempts;
    private final Duration invisible;
    private final Duration longPoll;
    private final Semaphore free;
    private final Set<Held> held = ConcurrentHashMap.newKeySet();
    private final OwnThreads ownThreads = new OwnThreads();
    private final ExecutorService pool;
    private final ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor(ownThreads);
    private volatile boolean stopping;
    private volatile String lastTrouble = "";
    private volatile @Nullable String deadQueue;
    private volatile @Nullable Thread poller;

    private SqsDeliveryQueue(
            SqsClient client,
            String queue,
            Optional<String> namedDeadQueue,
            int attempts,
            int threads,
            Duration invisible,
            Duration longPoll) {
        this.client = client;
        this.queue = queue;
        this.namedDeadQueue = namedDeadQueue;
        this.attempts = attempts;
        this.invisible = invisible;
        this.longPoll = longPoll;
        free = new Semaphore(threads);
        pool = Executors.newFixedThreadPool(threads, ownThreads);
    }

    /** Throws a {@link NoClassDefFoundError} if the SDK is missing. */
    static void touchSdk() {
        Objects.requireNonNull(SqsClient.class);
        Objects.requireNonNull(UrlConnectionHttpClient.class);
    }

    /**
     * Opens a queue; without a region or endpoint, the SDK finds its own.
     *
     * @param deadQueue the URL of the queue for dead entries; without it, that of the queue's redrive policy
     * @param attempts how often a handler is called, for which SQS must not have removed the message before
     */
    static SqsDeliveryQueue open(
            URI queue,
            Optional<URI> deadQueue,
            Optional<String> region,
            Optional<URI> endpoint,
            int attempts,
            int threads) {
        return open(queue, deadQueue, region, endpoint, attempts, threads, INVISIBLE, LONG_POLL);
    }

    static SqsDeliveryQueue open(
            URI queue,
            Optional<URI> deadQueue,
            Optional<String> region,
            Optional<URI> endpoint,
            int attempts,
            int threads,
            Duration invisible,
            Duration longPoll) {
        SqsClientBuilder builder = SqsClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_TIMEOUT)
                        .socketTimeout(READ_TIMEOUT))
                .overrideConfiguration(
                        it -> it.retryStrategy(RetryMode.STANDARD).apiCallTimeout(CALL_TIMEOUT));
        region.map(Region::of).ifPresent(builder::region);
        endpoint.ifPresent(builder::endpointOverride);
        try {
            return new SqsDeliveryQueue(
                    builder.build(),
                    queue.toString(),
                    deadQueue.map(URI::toString),
                    attempts,
                    threads,
                    invisible,
                    longPoll);
        } catch (SdkClientException e) {
            throw new IllegalStateException(
                    "The AWS SDK can't be set up for durable delivery; check its credentials, and set "
                            + Settings.DELIVERY_SQS_REGION + " if the environment names no region.",
                    e);
        }
    }

    /** A message that this node has received. */
    private final class Held {

        private final Message message;
        private final long received = System.nanoTime();
        private boolean settled;

        Held(Message message) {
            this.message = message;
        }

        /** Keeps the message invisible, unless its time was set otherwise meanwhile. */
        synchronized void keep() {
            if (settled) {
                return;
            }
            try {
                show(queue, message, within(invisible));
            } catch (DeliveryException e) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "The delivery " + id(message) + " can't be kept from other nodes, so its handler may be called"
                                + " again while it works: " + e.getMessage());
            }
        }

        synchronized void settle() {
            settled = true;
        }

        /** SQS refuses a time that ends more than 12 hours after the message was received. */
        Duration within(Duration wanted) {
            Duration left = LONGEST_INVISIBLE
                    .minusNanos(System.nanoTime() - received)
                    .minusSeconds(LONGEST_SETTLING.toSeconds());
            Duration allowed = wanted.compareTo(left) < 0 ? wanted : left;
            return allowed.isNegative() ? Duration.ZERO : allowed;
        }
    }

    @Override
    public void start(Worker worker) {
        long every = Math.max(1, invisible.toMillis() / 3);
        keeper.scheduleWithFixedDelay(() -> held.forEach(Held::keep), every, every, TimeUnit.MILLISECONDS);
        Thread thread = ownThreads.newThread(() -> poll(worker));
        poller = thread;
        thread.start();
    }

    private void poll(Worker worker) {
        while (!stopping) {
            try {
                deadQueue();
                receive(worker);
                lastTrouble = "";
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                String trouble = String.valueOf(e.getMessage());
                if (!trouble.equals(lastTrouble)) {
                    LOG.log(System.Logger.Level.ERROR, trouble + " This is tried again.");
                    lastTrouble = trouble;
                }
                pause(PAUSE_AFTER_FAILURE);
            }
        }
    }

    /** Receives no more than this node can begin at once, since a message that waits here would count as received. */
    private void receive(Worker worker) throws InterruptedException {
        free.acquire();
        if (stopping) {
            return;
        }
        int permits = 1;
        while (permits < MOST_PER_CALL && free.tryAcquire()) {
            permits++;
        }
        List<Message> messages = List.of();
        try {
            messages = receive(queue, permits, longPoll, invisible);
        } finally {
            free.release(permits - messages.size());
        }
        for (Message message : messages) {
            Held mine = new Held(message);
            held.add(mine);
            pool.execute(() -> {
                try {
                    work(worker, mine);
                } finally {
                    held.remove(mine);
                    free.release();
                }
            });
        }
    }

    private List<Message> receive(String url, int most, Duration wait, Duration invisible) {
        return call(
                        "ReceiveMessage",
                        () -> client.receiveMessage(it -> it.queueUrl(url)
                                .maxNumberOfMessages(most)
                                .waitTimeSeconds((int) wait.toSeconds())
                                .visibilityTimeout((int) invisible.toSeconds())
                                .messageAttributeNames(ID, ATTEMPTS_BEFORE, NOT_BEFORE)
                                .messageSystemAttributeNames(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT)))
                .messages();
    }

    private void work(Worker worker, Held mine) {
        Message message = mine.message;
        Duration early = Duration.between(
                Instant.now(), Instant.ofEpochSecond(number(message, NOT_BEFORE).orElse(0L)));
        int attempt = attempt(message);
        Outcome outcome = stopping || early.compareTo(Duration.ZERO) > 0
                ? new Again(stopping ? Duration.ZERO : early, true)
                : worker.work(entry(message), attempt);
        mine.settle();
        try {
            insist(() -> settle(outcome, mine, attempt));
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "What has become of the delivery " + id(message) + " can't be recorded, so its handler is called"
                            + " again: " + e.getMessage());
        }
    }

    /** Which attempt it is: a message that was put off is received once before its time. */
    private static int attempt(Message message) {
        int received = Integer.parseInt(
                message.attributes().getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1"));
        int counted = number(message, NOT_BEFORE).isPresent() ? Math.max(received - 1, 1) : received;
        return counted + number(message, ATTEMPTS_BEFORE).orElse(0L).intValue();
    }

    private void settle(Outcome outcome, Held mine, int attempt) {
        Message message = mine.message;
        if (outcome instanceof Again again && again.counts()) {
            show(queue, message, mine.within(again.after()));
            return;
        }
        if (outcome instanceof Again again) {
            Instant from = Instant.now().plus(again.after()).plusMillis(999);
            send(
                    queue,
                    entry(message),
                    Map.of(ATTEMPTS_BEFORE, (long) attempt - 1, NOT_BEFORE, from.getEpochSecond()),
                    newName(message));
        } else if (outcome instanceof Dead dead) {
            send(deadQueue(), new Entry(id(message), dead.content()), Map.of(), newName(message));
        }
        delete(queue, message);
    }

    /** Tries for a while, since what a handler has done must not be done again because of a short outage. */
    private void insist(Runnable write) {
        long end = System.nanoTime() + LONGEST_SETTLING.toNanos();
        while (true) {
            try {
                write.run();
                return;
            } catch (Unreachable e) {
                if (stopping || System.nanoTime() > end) {
                    throw e;
                }
                pause(Duration.ofSeconds(1));
            }
        }
    }

    @Override
    public void add(List<Entry> entries) {
        deadQueue(); // what would be accepted with a wrong set-up could not be handed out
        for (Entry entry : entries) {
            send(queue, entry, Map.of(), entry.id());
        }
    }

    /**
     * Sends a message.
     *
     * @param name the name by which a FIFO queue recognises a copy, for five minutes
     */
    private void send(String url, Entry entry, Map<String, Long> numbers, String name) {
        if (entry.content().length() > LONGEST_MESSAGE - LONGEST_ATTRIBUTES) {
            throw new DeliveryException("The delivery " + entry.id() + " has "
                    + entry.content().length()
                    + " characters, but a message of Amazon SQS has at most " + LONGEST_MESSAGE
                    + "; lower " + Settings.MAX_BODY_SIZE + ", or choose another engine with " + Settings.DELIVERY
                    + ".");
        }
        Map<String, MessageAttributeValue> attributes = new HashMap<>();
        attributes.put(ID, attribute("String", entry.id()));
        numbers.forEach((key, value) -> attributes.put(key, attribute("Number", Long.toString(value))));
        SendMessageRequest.Builder request = SendMessageRequest.builder()
                .queueUrl(url)
                .messageBody(entry.content())
                .messageAttributes(attributes);
        if (url.endsWith(".fifo")) {
            // entries need no order, and a group would let them wait for each other
            request.messageGroupId(entry.id()).messageDeduplicationId(name);
        }
        call("SendMessage", () -> client.sendMessage(request.build()));
    }

    private static MessageAttributeValue attribute(String type, String value) {
        return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
    }

    private static String newName(Message message) {
        return id(message) + "-" + UUID.randomUUID();
    }

    private void delete(String url, Message message) {
        call(
                "DeleteMessage",
                () -> client.deleteMessage(it -> it.queueUrl(url).receiptHandle(message.receiptHandle())));
    }

    /** Lets the message be received again after that time. */
    private void show(String url, Message message, Duration after) {
        call(
                "ChangeMessageVisibility",
                () -> client.changeMessageVisibility(it -> it.queueUrl(url)
                        .receiptHandle(message.receiptHandle())
                        .visibilityTimeout((int) after.plusMillis(999).toSeconds())));
    }

    @Override
    public OptionalLong pendingCount() {
        return OptionalLong.of(count(queue));
    }

    @Override
    public OptionalLong deadCount() {
        return OptionalLong.of(count(deadQueue()));
    }

    private long count(String url) {
        return call(
                        "GetQueueAttributes",
                        () -> client.getQueueAttributes(it -> it.queueUrl(url)
                                .attributeNames(
                                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED)))
                .attributes()
                .values()
                .stream()
                .mapToLong(Long::parseLong)
                .sum();
    }

    @Override
    public List<Entry> dead(int most) {
        List<Message> found = lookAtDead(most, message -> false);
        letGo(found);
        return found.stream().map(SqsDeliveryQueue::entry).toList();
    }

    /** The entry waits before it stops being dead: if this node dies in between, it is both for a while. */
    @Override
    public boolean retry(String id) {
        return takeDead(id, true);
    }

    @Override
    public boolean discard(String id) {
        return takeDead(id, false);
    }

    private boolean takeDead(String id, boolean again) {
        List<Message> found =
                lookAtDead(MOST_DEAD_LOOKED_AT, message -> id(message).equals(id));
        Optional<Message> dead =
                found.stream().filter(message -> id(message).equals(id)).findFirst();
        dead.ifPresent(message -> {
            if (again) {
                send(queue, entry(message), Map.of(), newName(message));
            }
            delete(deadQueue(), message);
        });
        letGo(found.stream().filter(message -> !id(message).equals(id)).toList());
        if (dead.isEmpty() && found.size() == MOST_DEAD_LOOKED_AT) {
            throw new UnsupportedOperationException("The delivery isn't among the first " + MOST_DEAD_LOOKED_AT
                    + " in the dead-letter queue; move or delete it with the tools of Amazon SQS.");
        }
        return dead.isPresent();
    }

    /** Receives dead messages, since SQS can't show them otherwise. Others don't see them meanwhile. */
    private synchronized List<Message> lookAtDead(int most, Predicate<Message> last) {
        List<Message> found = new ArrayList<>();
        while (found.size() < most) {
            List<Message> more =
                    receive(deadQueue(), Math.min(MOST_PER_CALL, most - found.size()), LONG_POLL_OF_DEAD, INVISIBLE);
            found.addAll(more);
            if (more.isEmpty() || more.stream().anyMatch(last)) {
                break;
            }
        }
        return found;
    }

    private void letGo(List<Message> messages) {
        for (int from = 0; from < messages.size(); from += MOST_PER_CALL) {
            List<Message> some = messages.subList(from, Math.min(messages.size(), from + MOST_PER_CALL));
            List<ChangeMessageVisibilityBatchRequestEntry> changes = IntStream.range(0, some.size())
                    .mapToObj(i -> ChangeMessageVisibilityBatchRequestEntry.builder()
                            .id(Integer.toString(i))
                            .receiptHandle(some.get(i).receiptHandle())
                            .visibilityTimeout(0)
                            .build())
                    .toList();
            call(
                    "ChangeMessageVisibility",
                    () -> client.changeMessageVisibilityBatch(
                            it -> it.queueUrl(deadQueue()).entries(changes)));
        }
    }

    /** The URL of the dead-letter queue. Reads the queue's redrive policy when it is first needed. */
    private String deadQueue() {
        String known = deadQueue;
        if (known == null) {
            Optional<JsonObject> policy = redrivePolicy();
            policy.ifPresent(this::checkReceives);
            known = namedDeadQueue
                    .or(() -> policy.flatMap(it -> JsonText.text(it, "deadLetterTargetArn"))
                            .map(this::url))
                    .orElseThrow(() -> new DeliveryException("The queue " + queue
                            + " has no redrive policy, so there is no place for dead deliveries; give it one,"
                            + " or set " + Settings.DELIVERY_SQS_DEAD_QUEUE_URL + "."));
            deadQueue = known;
        }
        return known;
    }

    private Optional<JsonObject> redrivePolicy() {
        String policy = call(
                        "GetQueueAttributes",
                        () -> client.getQueueAttributes(
                                it -> it.queueUrl(queue).attributeNames(QueueAttributeName.REDRIVE_POLICY)))
                .attributes()
                .get(QueueAttributeName.REDRIVE_POLICY);
        try {
            return Optional.ofNullable(policy).map(JsonText::object);
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    private void checkReceives(JsonObject policy) {
        String most = String.valueOf(policy.get("maxReceiveCount")).replace("\"", "");
        if (most.matches("\\d{1,4}") && Integer.parseInt(most) <= attempts) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The redrive policy of " + queue + " removes a message after " + most
                            + " receives, but a handler is called " + attempts
                            + " times; raise maxReceiveCount to 100, or lower " + Settings.DELIVERY_ATTEMPTS + ".");
        }
    }

    /** The URL of a queue by its ARN: arn, partition, service, region, account, name. */
    private String url(String arn) {
        String[] parts = arn.split(":");
        if (parts.length != 6) {
            throw new DeliveryException("The redrive policy of " + queue + " names no queue; set "
                    + Settings.DELIVERY_SQS_DEAD_QUEUE_URL + ".");
        }
        return call(
                        "GetQueueUrl",
                        () -> client.getQueueUrl(it -> it.queueName(parts[5]).queueOwnerAWSAccountId(parts[4])))
                .queueUrl();
    }

    @Override
    public void stop(Duration longest) {
        stopping = true;
        long end = System.nanoTime() + longest.toNanos();
        try {
            Thread thread = poller;
            if (thread != null) {
                free.release(); // it may wait for work to end, and an interrupt would let it lose what it receives
                thread.join(Math.max(1, longest.toMillis()));
            }
            pool.shutdown();
            pool.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pool.shutdown();
        keeper.shutdownNow();
        client.close();
    }

    /** SQS could not be asked, or not do it now. */
    private static final class Unreachable extends DeliveryException {

        private static final long serialVersionUID = 1;

        Unreachable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    private <T> T call(String action, Supplier<T> call) {
        try {
            return call.get();
        } catch (QueueDoesNotExistException e) {
            throw new DeliveryException("There is no SQS queue " + queue + " or no dead-letter queue of it in this"
                    + " region; correct " + Settings.DELIVERY_SQS_QUEUE_URL + " or "
                    + Settings.DELIVERY_SQS_REGION + ".");
        } catch (AwsServiceException e) {
            throw failure(action, e);
        } catch (SdkException e) {
            throw new Unreachable(
                    "Amazon SQS can't be asked for the queue " + queue
                            + " of durable delivery; check credentials, region and endpoint.",
                    e);
        }
    }

    /** Drops the cause: the message of a service may repeat the request. */
    private DeliveryException failure(String action, AwsServiceException e) {
        String code = e.awsErrorDetails() == null
                ? "HTTP status " + e.statusCode()
                : e.awsErrorDetails().errorCode();
        String where = " for the queue " + queue + " of durable delivery (" + code + ", request " + e.requestId() + ")";
        if (code.startsWith("AccessDenied")) {
            return new DeliveryException(
                    "AWS doesn't allow sqs:" + action + where + "; add this action to the app's IAM policy.");
        }
        if (action.equals("SendMessage") && e.statusCode() == 400) {
            return new DeliveryException("Amazon SQS doesn't take sqs:" + action + where
                    + "; if the message is too long for it, raise the queue's MaximumMessageSize.");
        }
        String failed = "Amazon SQS failed at sqs:" + action + where + ".";
        return e.statusCode() >= 500 || e.isThrottlingException()
                ? new Unreachable(failed, null)
                : new DeliveryException(failed);
    }

    private static Entry entry(Message message) {
        return new Entry(id(message), message.body());
    }

    /** The entry's id; SQS's own for a message that the kit didn't send, which then ends among the dead. */
    private static String id(Message message) {
        return Optional.ofNullable(message.messageAttributes().get(ID))
                .map(MessageAttributeValue::stringValue)
                .orElse(message.messageId());
    }

    private static Optional<Long> number(Message message, String attribute) {
        return Optional.ofNullable(message.messageAttributes().get(attribute))
                .map(MessageAttributeValue::stringValue)
                .filter(it -> it.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
