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
 * Runs what must be completed whatever becomes of its caller. Threads of the kit's own do that: a server interrupts its
 * managed threads when an app stops, and may have none left when all of them wait for a token. The work sees the app's
 * class loader, and has a CDI request context where there is a container, since a token store of the app's may need
 * one.
 */
public final class Background implements Executor {

    private final Supplier<Executor> threads;
    private final Instance<RequestContextController> requestContexts;
    private final Set<CompletableFuture<Void>> running = ConcurrentHashMap.newKeySet();

    /**
     * Creates one.
     *
     * @param threads where it runs
     * @param requestContexts the container's, or null without one
     */
    public Background(Supplier<Executor> threads, Instance<RequestContextController> requestContexts) {
        this.threads = threads;
        this.requestContexts = requestContexts;
    }

    @Override
    public void execute(Runnable work) {
        ClassLoader app = Thread.currentThread().getContextClassLoader();
        CompletableFuture<Void> done = new CompletableFuture<>();
        running.add(done);
        try {
            threads.get().execute(() -> {
                Thread thread = Thread.currentThread();
                thread.setContextClassLoader(app);
                try {
                    inRequestContext(work);
                } finally {
                    thread.setContextClassLoader(null);
                    running.remove(done);
                    done.complete(null);
                }
            });
        } catch (RuntimeException e) {
            running.remove(done);
            throw e;
        }
    }

    /** The work is done in any case, also where the container stops: others wait for its result. */
    private void inRequestContext(Runnable work) {
        Optional<RequestContextController> context = activated();
        try {
            work.run();
        } finally {
            context.ifPresent(this::end);
        }
    }

    /** The context that was activated; empty without a container, or where it can't be. */
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
        requestContexts.destroy(context); // it would otherwise be kept with the instance that gave it
    }

    /** Waits for what runs, at most that long. */
    public void finish(Duration longest) {
        try {
            CompletableFuture.allOf(running.toArray(CompletableFuture[]::new))
                    .get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            // it goes on as long as the JVM lets it
        }
    }
}
