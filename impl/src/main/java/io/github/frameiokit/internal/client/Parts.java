package io.github.frameiokit.internal.client;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Works on the parts of a file, several at once, and hands their results over in order. Never more than the parallelism
 * are begun and not handed over, which bounds the memory they take.
 */
final class Parts {

    private static final long TICK_MILLIS = 200;

    private final Executor threads;
    private final int parallelism;

    Parts(Executor threads, int parallelism) {
        this.threads = threads;
        this.parallelism = parallelism;
    }

    /**
     * Works until all parts are done or one has failed.
     *
     * @param part makes a part's work, on the caller's thread and in order
     * @param done takes the results, on the caller's thread and in order
     * @param tick runs now and then on the caller's thread
     */
    <T> void run(int count, IntFunction<Callable<T>> part, Consumer<T> done, Runnable tick) {
        Deque<FutureTask<T>> begun = new ArrayDeque<>();
        try {
            for (int next = 0; next < count || !begun.isEmpty(); ) {
                if (next < count && begun.size() < parallelism) {
                    FutureTask<T> task = new FutureTask<>(inContext(part.apply(next++)));
                    begun.add(task);
                    threads.execute(task);
                } else {
                    done.accept(await(begun.peek(), tick));
                    begun.remove();
                    tick.run();
                }
            }
        } finally {
            begun.forEach(task -> task.cancel(true));
        }
    }

    /** The clock may be a bean of the app, which some servers find by the thread's class loader. */
    private static <T> Callable<T> inContext(Callable<T> work) {
        ClassLoader app = Thread.currentThread().getContextClassLoader();
        return () -> {
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(app);
            try {
                return work.call();
            } finally {
                thread.setContextClassLoader(before);
            }
        };
    }

    private static <T> T await(FutureTask<T> task, Runnable tick) {
        while (true) {
            try {
                return task.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                tick.run();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException failure
                        ? failure
                        : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while a file was transferred.", e);
            }
        }
    }
}
