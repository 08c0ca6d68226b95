package io.github.frameiokit.internal.events;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.internal.ContextLoader;
import io.github.frameiokit.response.ActionResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The events that are being handled, each with its exchange. The container calls the observers, drops what they return
 * and stops at the first that throws; an exchange keeps both. The key is the event itself, whose equality is identity.
 * The app fired any event that isn't here, and the kit leaves it to CDI.
 */
public final class Exchanges {

    private static final System.Logger LOG = System.getLogger(Exchanges.class.getName());
    /** Frame.io gives up after 5 seconds. */
    private static final Duration SLOW = Duration.ofSeconds(4);

    private final Map<FrameioEvent, Exchange> open = new ConcurrentHashMap<>();
    private final Map<Thread, FrameioEvent> running = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;
    private volatile boolean threads;

    public Exchanges(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Remembers from now on which thread handles which event; most apps don't ask. */
    public void rememberThreads() {
        threads = true;
    }

    /** The event that this thread handles; empty outside of a handler. */
    public Optional<FrameioEvent> ofThisThread() {
        return Optional.ofNullable(running.get(Thread.currentThread()));
    }

    Exchange open(FrameioEvent event, Recording recording) {
        return open(event, recording, observer -> true);
    }

    /** Opens an exchange in which only some observers are called. */
    Exchange open(FrameioEvent event, Recording recording, Predicate<HandlerGuard> called) {
        Exchange exchange = new Exchange(recording, called);
        open.put(event, exchange);
        return exchange;
    }

    void close(FrameioEvent event) {
        open.remove(event);
    }

    /**
     * Calls an observer; its failure doesn't stop other observers.
     *
     * @return its return value; null if it failed, or isn't called in this exchange
     */
    @Nullable
    Object call(HandlerGuard guard, FrameioEvent event, Callable<?> observer) throws Exception {
        Exchange exchange = open.get(event);
        if (exchange == null) {
            return call(event, observer);
        }
        if (!exchange.calls(guard)) {
            return null;
        }
        Recording.Run run = exchange.recording().run(guard.id(), guard.async());
        long started = nanoTime.getAsLong();
        Throwable failure = null;
        try {
            Callable<?> known = threads ? () -> call(event, observer) : observer;
            return guard.async() ? ContextLoader.call(guard.bean(), known) : known.call();
        } catch (Exception | Error e) {
            failure = e;
            exchange.failed(guard.id().toString(), e);
            return null;
        } finally {
            run.ended(failure);
            if (!guard.async() && nanoTime.getAsLong() - started > SLOW.toNanos()) {
                logSlow(guard.id(), event);
            }
        }
    }

    /** Calls an observer on a thread whose event is remembered. It may fire an event that others handle on it. */
    private @Nullable Object call(FrameioEvent event, Callable<?> observer) throws Exception {
        if (!threads) {
            return observer.call();
        }
        FrameioEvent outer = running.put(Thread.currentThread(), event);
        try {
            return observer.call();
        } finally {
            if (outer == null) {
                running.remove(Thread.currentThread());
            } else {
                running.put(Thread.currentThread(), outer);
            }
        }
    }

    private static void logSlow(Handler.Id handler, FrameioEvent event) {
        LOG.log(
                System.Logger.Level.WARNING,
                handler + " took more than " + SLOW.toSeconds() + " s for " + event + "; Frame.io gives up after 5 s"
                        + " and sends the event again, so move slow work to @ObservesAsync.");
    }

    void answered(ActionEvent event, ActionResponse response) {
        Exchange exchange = open.get(event);
        if (exchange != null) {
            exchange.answered(response);
        }
    }
}
