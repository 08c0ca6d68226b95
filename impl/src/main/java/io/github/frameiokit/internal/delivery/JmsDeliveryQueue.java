package io.github.frameiokit.internal.delivery;

import io.github.frameiokit.delivery.DeliveryException;
import io.github.frameiokit.delivery.DeliveryQueue;
import io.github.frameiokit.internal.AppBeans;
import io.github.frameiokit.internal.Jndi;
import io.github.frameiokit.internal.Setting;
import io.github.frameiokit.internal.Settings;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.TextMessage;
import jakarta.transaction.UserTransaction;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

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

    private static final String DEFAULT_FACTORY = "java:comp/DefaultJMSConnectionFactory";
    private static final String USER_TRANSACTION = "java:comp/UserTransaction";
    /** Threads with the server's context, which JTA needs, and which no handler has to wait for. */
    private static final String THREADS = "java:comp/DefaultManagedThreadFactory";

    private static final String ID = "frameioId";
    private static final String ATTEMPTS = "frameioAttempts";
    private static final String STATE = "frameioState";
    private static final String WAITING = "waiting";
    private static final String BEGUN = "begun";
    private static final String DEAD = "dead";
    /** Who has begun, and when. */
    private static final String BY = "frameioBy";

    private static final String SINCE = "frameioSince";

    private static final Pattern SAFE_ID = Pattern.compile("\\w{1,64}");

    /** After this time, nobody works on a message that has begun and that can be received. */
    private static final Duration LONGEST_START = Duration.ofSeconds(10);

    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final Duration SHORT = Duration.ofSeconds(30);
    /** How long a handler can take. */
    private static final Duration LONG = Duration.ofHours(12);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(3);

    private final JmsTransactions transactions;
    private final Function<JMSContext, Queue> queue;
    private final Function<JMSContext, Queue> deadQueue;
    private final int threads;
    private final ThreadFactory factory;
    private final Duration longestStart;
    private final Duration wait;
    private final List<Thread> loops = new ArrayList<>();
    private final ExecutorService workers = Executors.newCachedThreadPool(new OwnThreads());
    private volatile boolean stopping;
    private volatile String lastTrouble = "";

    /** What a node has begun to work on. */
    private record Begun(String by, Entry entry, int attempt) {}

    JmsDeliveryQueue(
            JmsTransactions transactions,
            Function<JMSContext, Queue> queue,
            Function<JMSContext, Queue> deadQueue,
            int threads,
            ThreadFactory factory,
            Duration longestStart,
            Duration wait) {
        this.transactions = transactions;
        this.queue = queue;
        this.deadQueue = deadQueue;
        this.threads = threads;
        this.factory = factory;
        this.longestStart = longestStart;
        this.wait = wait;
    }

    /** Throws a {@link NoClassDefFoundError} if the server has no Jakarta Messaging. */
    static void touchApi() {
        Objects.requireNonNull(JMSContext.class);
    }

    /**
     * Finds the connection factory and the queues that the configuration names.
     *
     * @throws IllegalStateException if there are none
     */
    static JmsDeliveryQueue open(Config config, String name, AppBeans beans) {
        Optional<ConnectionFactory> own = ownFactory(config, beans);
        JmsTransactions transactions = own.<JmsTransactions>map(JmsTransactions.Local::new)
                .orElseGet(() -> new JmsTransactions.Jta(serversFactory(config), userTransaction()));
        Function<JMSContext, Queue> queue = queue(name, Settings.DELIVERY_JMS_QUEUE, own.isPresent());
        return new JmsDeliveryQueue(
                transactions,
                queue,
                Settings.DELIVERY_JMS_DEAD_QUEUE
                        .find(config)
                        .map(it -> queue(it, Settings.DELIVERY_JMS_DEAD_QUEUE, own.isPresent()))
                        .orElse(queue),
                Settings.DELIVERY_THREADS.get(config),
                Jndi.lookup(THREADS, ThreadFactory.class).orElseGet(OwnThreads::new),
                LONGEST_START,
                WAIT);
    }

    private static Optional<ConnectionFactory> ownFactory(Config config, AppBeans beans) {
        Annotation qualifier = Settings.DELIVERY_JMS_CONNECTION_FACTORY
                .find(config)
                .<Annotation>map(NamedLiteral::of)
                .orElse(Any.Literal.INSTANCE);
        Instance<ConnectionFactory> found = beans.select(ConnectionFactory.class, qualifier);
        if (found.isAmbiguous()) {
            throw new IllegalStateException("There are several ConnectionFactory beans, of which " + Settings.DELIVERY
                    + "=jms needs one; set the config property " + Settings.DELIVERY_JMS_CONNECTION_FACTORY
                    + " to the name of a @Named one, or to a JNDI name.");
        }
        return found.isResolvable() ? Optional.of(found.get()) : Optional.empty();
    }

    private static ConnectionFactory serversFactory(Config config) {
        String name = Settings.DELIVERY_JMS_CONNECTION_FACTORY.find(config).orElse(DEFAULT_FACTORY);
        return Jndi.lookup(name, ConnectionFactory.class)
                .orElseThrow(() -> new IllegalStateException("There is no connection factory of the JNDI name " + name
                        + ", which " + Settings.DELIVERY + "=jms needs, and no such ConnectionFactory bean; set "
                        + Settings.DELIVERY_JMS_CONNECTION_FACTORY + ", or define one on the server."));
    }

    private static UserTransaction userTransaction() {
        return Jndi.lookup(USER_TRANSACTION, UserTransaction.class)
                .orElseThrow(() -> new IllegalStateException(
                        Settings.DELIVERY + "=jms with a connection factory of the server's needs JTA, but there is no "
                                + USER_TRANSACTION + "; produce a ConnectionFactory bean instead."));
    }

    /** A queue by its JNDI name, or by the broker's own name for a factory that the app has made. */
    private static Function<JMSContext, Queue> queue(String name, Setting<String> property, boolean ownFactory) {
        Optional<Queue> found = Jndi.lookup(name, Queue.class);
        if (found.isEmpty() && !ownFactory) {
            throw new IllegalStateException("The config property " + property + " is " + name
                    + ", but there is no queue of that JNDI name; correct it, or define one on the server.");
        }
        return context -> found.orElseGet(() -> context.createQueue(name));
    }

    @Override
    public void start(Worker worker) {
        for (int i = 0; i < threads; i++) {
            loops.add(factory.newThread(() -> loop(worker)));
        }
        loops.forEach(Thread::start);
    }

    private void loop(Worker worker) {
        while (!stopping) {
            try {
                transactions.run(SHORT, this::begin).ifPresent(it -> work(it, worker));
                lastTrouble = "";
            } catch (RuntimeException | LinkageError e) { // the latter from providers without delivery delay
                tell(e);
                pause(PAUSE_AFTER_FAILURE);
            }
        }
    }

    private void tell(Throwable e) {
        String trouble = e.toString();
        if (!stopping && !trouble.equals(lastTrouble)) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "The queue of durable delivery can't be used now; this is tried again."
                            + (e instanceof AbstractMethodError
                                    ? " The provider is one for JMS 1.1, but delivery delay needs Jakarta Messaging."
                                    : ""),
                    e);
            lastTrouble = trouble;
        }
    }

    private Optional<Begun> begin(JMSContext context) {
        long now = System.currentTimeMillis();
        String free = STATE + " = '" + WAITING + "' OR (" + STATE + " = '" + BEGUN + "' AND " + SINCE + " < "
                + (now - longestStart.toMillis()) + ")";
        Optional<Message> found = receive(context, queue, free, wait);
        return found.map(message -> {
            int attempt = attempts(message) + 1;
            Begun begun = new Begun(UUID.randomUUID().toString(), entry(message), attempt);
            send(context, queue, begun.entry(), BEGUN, attempt, begun.by(), Duration.ZERO);
            return begun;
        });
    }

    private void work(Begun begun, Worker worker) {
        transactions.run(LONG, context -> {
            // another node takes it if this one has needed too long to come here
            receive(context, queue, BY + " = '" + begun.by() + "'", wait)
                    .ifPresent(message -> settle(context, begun, outcome(begun, worker)));
            return begun;
        });
    }

    /** Works on a thread without the transaction, so that the app's code doesn't take part in it by chance. */
    private Outcome outcome(Begun begun, Worker worker) {
        if (stopping) {
            return new Again(Duration.ZERO, false);
        }
        Future<Outcome> working = workers.submit(() -> worker.work(begun.entry(), begun.attempt()));
        try {
            return working.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The app has stopped meanwhile.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void settle(JMSContext context, Begun begun, Outcome outcome) {
        if (outcome instanceof Again again) {
            int counted = begun.attempt() - (again.counts() ? 0 : 1);
            send(context, queue, begun.entry(), WAITING, counted, "", again.after());
        } else if (outcome instanceof Dead dead) {
            Entry entry = new Entry(begun.entry().id(), dead.content());
            send(context, deadQueue, entry, DEAD, begun.attempt(), "", Duration.ZERO);
        }
    }

    @Override
    public void add(List<Entry> entries) {
        call(context -> {
            entries.forEach(entry -> send(context, queue, entry, WAITING, 0, "", Duration.ZERO));
            return entries;
        });
    }

    @Override
    public OptionalLong deadCount() {
        return call(context -> OptionalLong.of(
                browse(context, Integer.MAX_VALUE, message -> message).size()));
    }

    @Override
    public List<Entry> dead(int most) {
        return call(context -> List.copyOf(browse(context, most, JmsDeliveryQueue::entry)));
    }

    private <T> List<T> browse(JMSContext context, int most, Function<Message, T> reading) {
        try (QueueBrowser browser = context.createBrowser(deadQueue.apply(context), STATE + " = '" + DEAD + "'")) {
            List<T> found = new ArrayList<>();
            Enumeration<?> messages = browser.getEnumeration();
            while (found.size() < most && messages.hasMoreElements()) {
                found.add(reading.apply((Message) messages.nextElement()));
            }
            return found;
        } catch (JMSException e) {
            throw unchecked(e);
        }
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
            String selector = STATE + " = '" + DEAD + "' AND " + ID + " = '" + id + "'";
            Optional<Message> dead = receive(context, deadQueue, selector, wait);
            if (again) {
                dead.ifPresent(it -> send(context, queue, entry(it), WAITING, 0, "", Duration.ZERO));
            }
            return dead.isPresent();
        });
    }

    private static Optional<Message> receive(
            JMSContext context, Function<JMSContext, Queue> from, String selector, Duration wait) {
        try (JMSConsumer consumer = context.createConsumer(from.apply(context), selector)) {
            return Optional.ofNullable(consumer.receive(wait.toMillis()));
        }
    }

    private static void send(
            JMSContext context,
            Function<JMSContext, Queue> to,
            Entry entry,
            String state,
            int attempts,
            String by,
            Duration delay) {
        context.createProducer()
                .setProperty(ID, entry.id())
                .setProperty(STATE, state)
                .setProperty(ATTEMPTS, attempts)
                .setProperty(BY, by)
                .setProperty(SINCE, System.currentTimeMillis())
                .setDeliveryDelay(delay.toMillis())
                .send(to.apply(context), entry.content());
    }

    private static Entry entry(Message message) {
        try {
            return new Entry(message.getStringProperty(ID), ((TextMessage) message).getText());
        } catch (JMSException e) {
            throw unchecked(e);
        }
    }

    private static int attempts(Message message) {
        try {
            return message.getIntProperty(ATTEMPTS);
        } catch (JMSException e) {
            throw unchecked(e);
        }
    }

    private static JMSRuntimeException unchecked(JMSException e) {
        return new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
    }

    private <T> T call(Function<JMSContext, T> work) {
        try {
            return transactions.run(SHORT, work);
        } catch (JMSRuntimeException e) {
            throw new DeliveryException(
                    "The queue of durable delivery can't be used now; check the broker and "
                            + Settings.DELIVERY_JMS_CONNECTION_FACTORY + ".",
                    e);
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
        transactions.close();
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
