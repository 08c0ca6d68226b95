package io.github.frameiokit.internal.transfer;

import io.github.frameiokit.client.TransferException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * Works on the parts of a file, several at once, and hands their results over in order. Never more than the parallelism
 * are begun and not handed over, which bounds the memory they take.
 */
final class Parts {

    private static final long TICK_MILLIS = 200;
    private static final long LONGEST_END_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Executor threads;
    private final int parallelism;
    private final String fileId;

    Parts(Executor threads, int parallelism, String fileId) {
        this.threads = threads;
        this.parallelism = parallelism;
        this.fileId = fileId;
    }

    /**
     * Works until all parts are done or one has failed. When it returns or throws, no part is at work any more.
     *
     * @param part makes a part's work, on the caller's thread and in order
     * @param done takes the results, on the caller's thread and in order
     * @param tick runs now and then on the caller's thread
     * @throws TransferException if the caller's thread is interrupted
     */
    <T> void run(long count, LongFunction<Callable<T>> part, Consumer<T> done, Runnable tick) {
        Deque<Work<T>> begun = new ArrayDeque<>();
        try {
            for (long next = 0; next < count || !begun.isEmpty(); ) {
                if (next < count && begun.size() < parallelism) {
                    Work<T> work = new Work<>(inContext(part.apply(next++)));
                    threads.execute(work);
                    begun.add(work);
                } else {
                    done.accept(await(begun.peek(), tick));
                    begun.remove();
                    tick.run();
                }
            }
        } finally {
            end(begun);
        }
    }

    /** A task that tells when it doesn't run any more, also after it was cancelled. */
    private static final class Work<T> extends FutureTask<T> {

        private final CountDownLatch over = new CountDownLatch(1);

        Work(Callable<T> work) {
            super(work);
        }

        @Override
        public void run() {
            try {
                super.run();
            } finally {
                over.countDown();
            }
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

    private <T> T await(Work<T> work, Runnable tick) {
        while (true) {
            try {
                return work.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                tick.run();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TransferException("The transfer was interrupted.", fileId, e);
            }
        }
    }

    /**
     * What a part reads from or writes to is closed next, so it waits, but not for a clock that can't be interrupted.
     */
    private static void end(Collection<? extends Work<?>> begun) {
        begun.forEach(work -> work.cancel(true));
        long last = System.nanoTime() + LONGEST_END_NANOS;
        boolean interrupted = false;
        for (Work<?> work : begun) {
            for (long left = 1; left > 0 && work.over.getCount() > 0; ) {
                try {
                    left = last - System.nanoTime();
                    work.over.await(left, TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
