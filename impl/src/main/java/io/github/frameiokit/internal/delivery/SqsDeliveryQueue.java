package io.github.frameiokit.internal.delivery;

import io.github.frameiokit.delivery.DeliveryException;
import io.github.frameiokit.delivery.DeliveryQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * Keeps entries in a queue of Amazon SQS, standard or FIFO. An entry is a message. While a node works on it, the node
 * keeps it invisible to others, so that it comes back soon after the node's death.
 *
 * <p>What doesn't count, or dies, leaves another message, which is sent before the old one is deleted: if the node dies
 * in between, there are both. A FIFO queue takes no second message in place of the same one.
 */
final class SqsDeliveryQueue implements DeliveryQueue {

    private static final System.Logger LOG = System.getLogger(SqsDeliveryQueue.class.getName());

    /** How long a message can stay invisible, from when it was received. */
    private static final Duration LONGEST_INVISIBLE = Duration.ofHours(12);

    /** A dead node's messages come back after this time. */
    private static final Duration INVISIBLE = Duration.ofSeconds(30);

    /** A stop waits for this: the SDK's smallest HTTP client can't be interrupted. */
    private static final Duration LONG_POLL = Duration.ofSeconds(5);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(3);
    private static final Duration LONGEST_SETTLING = Duration.ofSeconds(20);

    private final SqsQueue queue;
    private final SqsDeadQueue dead;
    private final Duration invisible;
    private final Duration longPoll;
    private final Semaphore free;
    private final Set<Held> held = ConcurrentHashMap.newKeySet();
    private final OwnThreads ownThreads = new OwnThreads();
    private final ExecutorService pool;
    private final ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor(ownThreads);
    private final Outage outage = new Outage();
    private volatile boolean stopping;
    private volatile boolean busy;
    private volatile @Nullable Thread poller;

    SqsDeliveryQueue(SqsQueue queue, SqsDeadQueue dead, int threads) {
        this(queue, dead, threads, INVISIBLE, LONG_POLL);
    }

    SqsDeliveryQueue(SqsQueue queue, SqsDeadQueue dead, int threads, Duration invisible, Duration longPoll) {
        this.queue = queue;
        this.dead = dead;
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

    /** A message that this node has received. */
    private final class Held {

        private final SqsMessage message;
        private final long received = System.nanoTime();
        private boolean settled;

        Held(SqsMessage message) {
            this.message = message;
        }

        /** Keeps the message invisible, unless what becomes of it is being recorded. */
        synchronized void keep() {
            if (settled) {
                return;
            }
            try {
                queue.show(message, within(invisible));
            } catch (DeliveryException e) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "The delivery " + message.id() + " can't be kept from other nodes, so its handler may be called"
                                + " again while it works: " + e.getMessage());
            }
        }

        /** Lets it be received again later. */
        void show(Duration after) {
            end(() -> queue.show(message, within(after)));
        }

        void delete() {
            end(() -> queue.delete(message));
        }

        /** Ends the keeping, unless the call fails. */
        private void end(Runnable call) {
            setSettled(true);
            try {
                call.run();
            } catch (RuntimeException e) {
                setSettled(false);
                throw e;
            }
        }

        private synchronized void setSettled(boolean settled) {
            this.settled = settled;
        }

        /** SQS refuses a time that ends more than 12 hours after the message was received. */
        private Duration within(Duration wanted) {
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
                dead.queue();
                receive(worker);
                outage.end();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                outage.tell(LOG, String.valueOf(e.getMessage()), null);
                Outage.pause(PAUSE_AFTER_FAILURE);
            }
        }
    }

    /** Receives no more than this node can begin at once, since a message that waits here would count as received. */
    private void receive(Worker worker) throws InterruptedException {
        busy = true;
        free.acquire();
        busy = false;
        if (stopping) {
            return;
        }
        int permits = 1;
        while (permits < SqsQueue.MOST && free.tryAcquire()) {
            permits++;
        }
        List<SqsMessage> messages = List.of();
        try {
            messages = queue.receive(permits, longPoll, invisible);
        } finally {
            free.release(permits - messages.size());
        }
        for (SqsMessage message : messages) {
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

    private void work(Worker worker, Held mine) {
        SqsMessage message = mine.message;
        Outcome outcome = message.hiddenFor()
                .<Outcome>map(time -> new Again(time, true))
                .orElseGet(() ->
                        stopping ? new Again(Duration.ZERO, false) : worker.work(message.entry(), message.attempt()));
        try {
            settle(outcome, mine);
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "What has become of the delivery " + message.id() + " can't be recorded, so its handler is called"
                            + " again: " + e.getMessage());
        }
    }

    private void settle(Outcome outcome, Held mine) {
        SqsMessage message = mine.message;
        if (outcome instanceof Again again && again.counts()) {
            insist(() -> mine.show(again.after()));
            return;
        }
        if (outcome instanceof Again again) {
            insist(() ->
                    replace(message, queue, SqsMessage.putOff(message.entry(), message.attempt() - 1, again.after())));
        } else if (outcome instanceof Dead died) {
            Entry entry = new Entry(message.id(), died.content());
            insist(() -> replace(message, dead.queue(), SqsMessage.of(entry)));
        }
        insist(mine::delete); // apart, so that what is repeated here isn't sent again
    }

    /** Sends a message in place of another one. A FIFO queue takes it once, however often it is sent. */
    private static void replace(SqsMessage old, SqsQueue to, SendMessageRequest.Builder with) {
        to.send(with, old.id(), old.received().messageId());
    }

    private void insist(Runnable write) {
        Outage.insist(LONGEST_SETTLING, () -> stopping, SqsQueue.Unreachable.class::isInstance, write);
    }

    @Override
    public void add(List<Entry> entries) {
        dead.queue(); // what would be accepted with a wrong set-up could not be handed out
        entries.forEach(entry -> queue.send(SqsMessage.of(entry), entry.id(), entry.id()));
    }

    @Override
    public OptionalLong pendingCount() {
        return OptionalLong.of(queue.count());
    }

    @Override
    public OptionalLong deadCount() {
        return OptionalLong.of(dead.queue().count());
    }

    @Override
    public Optional<Instant> lastPoll() {
        return busy ? Optional.of(Instant.now()) : outage.lastTry();
    }

    /** Each call of SQS costs something. */
    @Override
    public void check() {
        outage.check(queue::count);
    }

    @Override
    public List<Entry> dead(int most) {
        return dead.list(most);
    }

    /** The entry waits before it stops being dead: if this node dies in between, it is both for a while. */
    @Override
    public boolean retry(String id) {
        return dead.take(id, message -> replace(message, queue, SqsMessage.of(message.entry())));
    }

    @Override
    public boolean discard(String id) {
        return dead.take(id, message -> {});
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
        queue.client().close();
    }
}
