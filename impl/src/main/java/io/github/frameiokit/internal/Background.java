package io.github.frameiokit.internal;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs work that must be completed even if its caller is interrupted or gives up. It runs on the kit's own threads: a
 * server interrupts its managed threads when an app stops, and may have none left when all of them wait for a token.
 * The work has the app's context class loader and, in a container, a CDI request context, since an app's token store
 * may need both. Thread-safe.
 */
public final class Background implements Executor {

    private final Supplier<Executor> threads;
    private final Instance<RequestContextController> requestContexts;
    private final Set<CompletableFuture<Void>> running = ConcurrentHashMap.newKeySet();

    /**
     * Creates an executor.
     *
     * @param threads the threads
     * @param requestContexts the container's request contexts, or null without a container
     */
    public Background(Supplier<Executor> threads, Instance<RequestContextController> requestContexts) {
        this.threads = threads;
        this.requestContexts = requestContexts;
    }

    @Override
    @SuppressWarnings("CollectionUndefinedEquality") // one future per run, found by its identity
    public void execute(Runnable work) {
        ClassLoader app = Thread.currentThread().getContextClassLoader();
        CompletableFuture<Void> done = new CompletableFuture<>();
        running.add(done);
        try {
            threads.get().execute(() -> {
                try {
                    ContextLoader.with(app, () -> {
                        inRequestContext(work);
                        return true; // nothing asks for it
                    });
                } finally {
                    running.remove(done);
                    done.complete(null);
                }
            });
        } catch (RuntimeException e) {
            running.remove(done);
            throw e;
        }
    }

    /** The work runs even without a request context, as when the container stops: others wait for its result. */
    private void inRequestContext(Runnable work) {
        Optional<RequestContextController> context = activated();
        try {
            work.run();
        } finally {
            context.ifPresent(this::end);
        }
    }

    /** The context that was activated; empty without a container, or if it can't be activated. */
    private Optional<RequestContextController> activated() {
        if (requestContexts == null) {
            return Optional.empty();
        }
        try {
            RequestContextController context = requestContexts.get();
            context.activate();
            return Optional.of(context);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private void end(RequestContextController context) {
        context.deactivate();
        requestContexts.destroy(context); // otherwise the instance that created it would keep it
    }

    /** Waits for the running work, at most that long. */
    public void finish(Duration longest) {
        try {
            CompletableFuture.allOf(running.toArray(CompletableFuture[]::new))
                    .get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            // it continues as long as the JVM runs
        }
    }
}
