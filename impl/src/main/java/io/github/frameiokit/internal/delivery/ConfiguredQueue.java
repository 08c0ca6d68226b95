package io.github.frameiokit.internal.delivery;

import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.delivery.DeliveryQueue;
import io.github.frameiokit.internal.AppBeans;
import io.github.frameiokit.internal.AsyncEvents;
import io.github.frameiokit.internal.Jndi;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.events.Handler;
import io.github.frameiokit.internal.events.Inbox;
import io.github.frameiokit.internal.events.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * The app's own queue, or the one that the configuration names. It is called outside of the caller's JTA transaction,
 * since an event that was answered 200 must not be rolled back.
 *
 * <p>It is opened on a thread that has JNDI: when the app starts, or on servers that have none by then, at the first
 * request. From its own threads the queue could find neither its data source nor the executor of the handlers.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class ConfiguredQueue implements Inbox {

    private static final String OWN = "own";
    private static final Duration MOMENT = Duration.ofSeconds(30);

    @Inject
    private Config config;

    @Inject
    private Instance<DeliveryQueue> ownQueues;

    @Inject
    @Any
    private Instance<DataSource> dataSources;

    @Inject
    private AppBeans beans;

    @Inject
    private AsyncEvents async;

    @Inject
    private Contents contents;

    @Inject
    private DeliveryWorker worker;

    @Inject
    private DeliveryRecorder.Source recorders;

    private volatile @Nullable Begun opened;
    private volatile @Nullable Instant failed;
    private boolean opening;
    private volatile boolean stopped;

    /**
     * The queue since it has begun.
     *
     * @param threads for those who ask it and may have to wait; Payara's managed ones can't be had without a request
     */
    record Begun(DeliveryQueue queue, ThreadFactory threads) {}

    @Override
    public boolean isDurable() {
        return !ownQueues.isUnsatisfied() || !Settings.DELIVERY.get(config).equals(Engines.MEMORY);
    }

    @Override
    public void add(FrameioEvent event, Original original, List<Handler> handlers) {
        List<String> ids =
                handlers.stream().map(handler -> handler.id().full()).distinct().toList();
        DeliveryRecorder.Sending sending = recorders.deliveries().sends(event, ids.size());
        Throwable failure = null;
        try {
            Kind kind = event instanceof WebhookEvent ? Kind.WEBHOOK : Kind.ACTION;
            open().add(ids.stream()
                    .map(id -> contents.entry(
                            Contents.id(original.signature(), id),
                            new Content(
                                    id, kind, event.timestamp(), original.body(), sending.trace(), Optional.empty())))
                    .toList());
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        } finally {
            sending.ended(failure);
        }
    }

    /** The queue; empty without durable delivery. */
    Optional<DeliveryQueue> find() {
        return isDurable() ? Optional.of(open()) : Optional.empty();
    }

    /**
     * Begins to deliver, unless this server has no JNDI yet. Fails if the queue can't work.
     *
     * @return whether it has begun, or there is nothing to begin
     */
    public boolean start() {
        if (isDurable() && !Jndi.isAvailable() && !Jndi.isMissing()) {
            return false;
        }
        startNow();
        return true;
    }

    /** Begins to deliver, on a server whose data sources are beans. Fails if the queue can't work. */
    public void startNow() {
        if (isDurable() && !isOpening()) {
            open();
        }
    }

    /**
     * Whether this thread opens the queue already. That creates beans, for which some containers let a request context
     * begin, which lets the queue begin. Other threads wait here until it is open.
     */
    private synchronized boolean isOpening() {
        return opening;
    }

    /** The name of the engine. */
    String engine() {
        return ownQueues.isUnsatisfied() ? Settings.DELIVERY.getIfValid(config) : OWN;
    }

    /** The queue, for those that must not open it; empty until it has begun. */
    Optional<Begun> begun() {
        return Optional.ofNullable(opened);
    }

    /** Whether it was to begin and couldn't, a moment ago: later, the next event tries it again. */
    boolean hasFailed() {
        Instant last = failed;
        return last != null && last.plus(MOMENT).isAfter(Instant.now());
    }

    private DeliveryQueue open() {
        Begun begun = opened;
        return begun == null || stopped ? openFirst() : begun.queue();
    }

    private synchronized DeliveryQueue openFirst() {
        if (stopped) {
            throw new IllegalStateException("The app is stopping.");
        }
        Begun begun = opened;
        if (begun == null) {
            begun = begin();
            opened = begun;
        }
        return begun.queue();
    }

    /** Throws if it can't, which is then known. */
    private Begun begin() {
        opening = true;
        boolean done = false;
        try {
            Begun begun = new Begun(choose(), new OwnThreads());
            async.findExecutor();
            begun.queue().start(worker);
            done = true;
            return begun;
        } finally {
            opening = false;
            failed = done ? null : Instant.now();
        }
    }

    private DeliveryQueue choose() {
        if (ownQueues.isAmbiguous()) {
            throw new IllegalStateException("The app has several DeliveryQueue beans ("
                    + ownQueues.stream()
                            .map(queue -> queue.getClass().getName())
                            .sorted()
                            .collect(Collectors.joining(", "))
                    + "), so it isn't clear where events wait; remove all but one of them, or make one an @Alternative"
                    + " with a @Priority.");
        }
        return ownQueues.isUnsatisfied() ? Engines.open(config, dataSources, beans) : ownQueues.get();
    }

    /** Waits for the deliveries that are under way; the others stay in the queue. */
    void stop() {
        Optional<Begun> begun = end();
        begun.ifPresent(it -> it.queue().stop(Settings.ASYNC_SHUTDOWN_TIMEOUT.get(config)));
    }

    private synchronized Optional<Begun> end() {
        stopped = true;
        return Optional.ofNullable(opened);
    }
}
