package io.github.frameiokit.internal.delivery;

import io.github.frameiokit.delivery.DeliveryException;
import io.github.frameiokit.delivery.DeliveryQueue;
import io.github.frameiokit.internal.Settings;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Keeps entries in a queue of Jakarta Messaging. An entry is a message, and the attempts are in a property of it, since
 * brokers forget deliveries, or count what was only sent ahead.
 *
 * <p>A delivery has two transactions. The first one replaces the message by one that has begun, with the attempt
 * counted. The second one receives that, and lasts as long as the worker works: if the node dies, the broker rolls it
 * back, and another node finds a message that has begun some time ago.
 */
final class JmsDeliveryQueue implements DeliveryQueue {

    private static final System.Logger LOG = System.getLogger(JmsDeliveryQueue.class.getName());

    private static final Pattern SAFE_ID = Pattern.compile("\\w{1,64}");

    /** After this time, nobody works on a message that has begun and that can be received. */
    private static final Duration LONGEST_START = Duration.ofSeconds(10);

    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final Duration SHORT = Duration.ofSeconds(30);
    /** How long a handler can take. */
    private static final Duration LONG = Duration.ofHours(12);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(3);

    private static final String UNUSABLE = "The queue of durable delivery can't be used now; check the broker and "
            + Settings.DELIVERY_JMS_CONNECTION_FACTORY + ".";

    private final JmsSetup setup;
    private final Duration longestStart;
    private final Duration wait;
    private final List<Thread> loops = new ArrayList<>();
    private final ExecutorService workers = Executors.newCachedThreadPool(new OwnThreads());
    private final Outage outage = new Outage();
    private final AtomicInteger working = new AtomicInteger();
    private volatile boolean stopping;

    JmsDeliveryQueue(JmsSetup setup) {
        this(setup, LONGEST_START, WAIT);
    }

    JmsDeliveryQueue(JmsSetup setup, Duration longestStart, Duration wait) {
        this.setup = setup;
        this.longestStart = longestStart;
        this.wait = wait;
    }

    /** Throws a {@link NoClassDefFoundError} if the server has no Jakarta Messaging. */
    static void touchApi() {
        Objects.requireNonNull(JMSContext.class);
    }

    @Override
    public void start(Worker worker) {
        for (int i = 0; i < setup.threads(); i++) {
            loops.add(setup.threadFactory().newThread(() -> loop(worker)));
        }
        loops.forEach(Thread::start);
    }

    private void loop(Worker worker) {
        // a server that stops interrupts its threads, perhaps long before it stops the app
        while (!stopping && !Thread.currentThread().isInterrupted()) {
            try {
                Optional<JmsMessage> begun = setup.transactions().run(SHORT, this::begin);
                outage.used(); // a handler may work for hours
                begun.ifPresent(it -> work(it, worker));
                outage.end();
            } catch (RuntimeException | LinkageError e) { // the latter from providers without delivery delay
                if (!stopping) {
                    outage.tell(
                            LOG,
                            "The queue of durable delivery can't be used now."
                                    + (e instanceof AbstractMethodError
                                            ? " The provider is one for JMS 1.1, but delivery delay needs Jakarta"
                                                    + " Messaging."
                                            : ""),
                            e);
                }
                Outage.pause(PAUSE_AFTER_FAILURE);
            }
        }
    }

    private Optional<JmsMessage> begin(JMSContext context) {
        String free = JmsMessage.free(Instant.now().minus(longestStart));
        return receive(context, setup.queue(), free).map(message -> {
            JmsMessage begun = JmsMessage.of(message).begun();
            send(context, setup.queue(), begun, Duration.ZERO);
            return begun;
        });
    }

    private void work(JmsMessage begun, Worker worker) {
        working.incrementAndGet();
        try {
            setup.transactions().run(LONG, context -> {
                // another node takes it if this one has needed too long to come here
                receive(context, setup.queue(), begun.itself())
                        .ifPresent(message -> settle(context, begun, outcome(begun, worker)));
                return begun;
            });
        } finally {
            working.decrementAndGet();
        }
    }

    /** Works on a thread without the transaction, so that the app's code doesn't take part in it by chance. */
    private Outcome outcome(JmsMessage begun, Worker worker) {
        if (stopping) {
            return new Again(Duration.ZERO, false);
        }
        Future<Outcome> working = workers.submit(() -> worker.work(begun.entry(), begun.attempts()));
        try {
            return working.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The app has stopped meanwhile.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void settle(JMSContext context, JmsMessage begun, Outcome outcome) {
        if (outcome instanceof Again again) {
            int counted = begun.attempts() - (again.counts() ? 0 : 1);
            send(context, setup.queue(), JmsMessage.waiting(begun.entry(), counted), again.after());
        } else if (outcome instanceof Dead dead) {
            Entry entry = new Entry(begun.entry().id(), dead.content());
            send(context, setup.deadQueue(), JmsMessage.dead(entry, begun.attempts()), Duration.ZERO);
        }
    }

    @Override
    public void add(List<Entry> entries) {
        call(context -> {
            entries.forEach(entry -> send(context, setup.queue(), JmsMessage.waiting(entry, 0), Duration.ZERO));
            return entries;
        });
    }

    @Override
    public OptionalLong deadCount() {
        return OptionalLong.of(browse(Integer.MAX_VALUE, message -> message).size());
    }

    @Override
    public Optional<Instant> lastPoll() {
        return working.get() > 0 ? Optional.of(Instant.now()) : outage.lastTry();
    }

    @Override
    public void check() {
        outage.check(() -> browse(1, message -> message));
    }

    @Override
    public List<Entry> dead(int most) {
        return browse(most, message -> JmsMessage.of(message).entry());
    }

    private <T> List<T> browse(int most, Function<Message, T> each) {
        return call(
                context -> JmsMessage.browse(context, setup.deadQueue().apply(context), JmsMessage.dead(), most, each));
    }

    @Override
    public boolean retry(String id) {
        return takeDead(id, true);
    }

    @Override
    public boolean discard(String id) {
        return takeDead(id, false);
    }

    private boolean takeDead(String id, boolean again) {
        if (!SAFE_ID.matcher(id).matches()) {
            return false;
        }
        return call(context -> {
            Optional<Message> dead = receive(context, setup.deadQueue(), JmsMessage.dead(id));
            if (again) {
                dead.map(it -> JmsMessage.waiting(JmsMessage.of(it).entry(), 0))
                        .ifPresent(it -> send(context, setup.queue(), it, Duration.ZERO));
            }
            return dead.isPresent();
        });
    }

    private Optional<Message> receive(JMSContext context, Function<JMSContext, Queue> from, String selector) {
        return JmsMessage.receive(context, from.apply(context), selector, wait);
    }

    private static void send(JMSContext context, Function<JMSContext, Queue> to, JmsMessage message, Duration delay) {
        message.send(context, to.apply(context), delay);
    }

    private <T> T call(Function<JMSContext, T> work) {
        try {
            return setup.transactions().run(SHORT, work);
        } catch (JMSRuntimeException e) {
            throw new DeliveryException(UNUSABLE, e);
        }
    }

    @Override
    public void stop(Duration longest) {
        stopping = true;
        long end = System.nanoTime() + longest.toNanos();
        try {
            for (Thread loop : loops) {
                loop.join(Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        loops.forEach(Thread::interrupt);
        workers.shutdown();
        setup.transactions().close();
    }
}
