package io.github.frameiokit.internal;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Runs asynchronous handlers on the container's managed executor, and lets them finish when the app stops. The executor
 * is looked up and not injected, since not every server has one (Jakarta Concurrency 3.0, 3.1.4).
 */
@ApplicationScoped
public class AsyncEvents {

    private static final System.Logger LOG = System.getLogger(AsyncEvents.class.getName());

    @Inject
    private Config config;

    private Optional<String> executorName;
    private Duration shutdownTimeout;
    private final Map<Object, CompletableFuture<Void>> running = new ConcurrentHashMap<>();
    private volatile @Nullable NotificationOptions options;
    private volatile boolean stopping;

    @PostConstruct
    void prepare() {
        executorName = Settings.ASYNC_EXECUTOR.find(config);
        shutdownTimeout = Settings.ASYNC_SHUTDOWN_TIMEOUT.get(config);
    }

    /** Fails at the start if the JNDI name does not resolve. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
        if (Jndi.isAvailable()) {
            findExecutor();
        }
    }

    /** Looks the executor up on this thread, for events that are fired on one without JNDI. */
    public void findExecutor() {
        options();
    }

    private Optional<Executor> executor() {
        Optional<Executor> executor = Jndi.lookup(executorName.orElse(Jndi.DEFAULT_EXECUTOR), Executor.class);
        if (executor.isEmpty() && executorName.isPresent()) {
            throw new IllegalStateException(
                    "The config property " + Settings.ASYNC_EXECUTOR + " is " + executorName.get()
                            + ", but there is no managed executor of that name; correct it, or remove it to use the"
                            + " server's default.");
        }
        return executor;
    }

    /** Without a managed executor, CDI chooses the thread. */
    private NotificationOptions options() {
        if (options == null) {
            NotificationOptions.Builder builder = NotificationOptions.builder();
            executor().ifPresent(builder::setExecutor);
            options = builder.build();
        }
        return options;
    }

    /** Fires the event to the asynchronous observers; throws if they can't run any more. */
    public <E> void fire(Event<E> observers, E event, BiConsumer<E, Throwable> whenComplete) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        // before checking whether the app stops: either this method sees the stop, or the stop sees this event
        running.put(event, done);
        try {
            if (stopping) {
                throw new RejectedExecutionException("the app is stopping");
            }
            observers.fireAsync(event, options()).whenComplete(whenComplete).whenComplete((result, failure) -> {
                running.remove(event);
                done.complete(null);
            });
        } catch (RuntimeException | Error e) {
            running.remove(event);
            throw e;
        }
    }

    /**
     * Fires the event to the synchronous and then to the asynchronous observers, even if a synchronous one fails.
     *
     * @param failed gets what an observer has thrown
     */
    public <E> void fireToAll(Event<E> observers, E event, Consumer<Throwable> failed) {
        try {
            observers.fire(event);
        } catch (RuntimeException e) {
            failed.accept(e);
        }
        try {
            fire(observers, event, (notified, failure) -> {
                if (failure != null) {
                    failed.accept(failure);
                }
            });
        } catch (RuntimeException e) {
            failed.accept(e);
        }
    }

    /** Waits for running handlers. */
    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
        stopping = true;
        await(shutdownTimeout);
        running.keySet()
                .forEach(event -> LOG.log(
                        System.Logger.Level.WARNING,
                        "The app stops while asynchronous handlers still work on " + event + "; waited "
                                + shutdownTimeout.toSeconds() + " s (" + Settings.ASYNC_SHUTDOWN_TIMEOUT + ")."));
    }

    /**
     * Waits for running handlers, at most that long.
     *
     * @return whether none runs any more
     */
    public boolean await(Duration longest) {
        try {
            CompletableFuture.allOf(running.values().toArray(CompletableFuture[]::new))
                    .get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            // the caller says so
        }
        return running.isEmpty();
    }
}
