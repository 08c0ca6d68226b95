package io.github.frameiokit.internal.transfer;

import io.github.frameiokit.client.TransferException;
import io.github.frameiokit.internal.Causes;
import io.github.frameiokit.internal.ContextLoader;
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
 * Transfers the parts of a file, several at once, and delivers their results in order. At any time, at most as many
 * parts as the parallelism have been started and not delivered, which bounds their memory.
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
     * Runs until all parts are done or one has failed. Then it ends the others, and waits until they have ended.
     *
     * @param part creates a part's work, on the caller's thread and in order
     * @param done gets the results, on the caller's thread and in order
     * @param tick runs several times a second on the caller's thread
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

    /** A task that shows when it no longer runs, even after it was cancelled. */
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

    /** The clock may be a bean of the app's, which some servers find by the context class loader. */
    private static <T> Callable<T> inContext(Callable<T> work) {
        ClassLoader app = Thread.currentThread().getContextClassLoader();
        return () -> ContextLoader.with(app, work::call);
    }

    private <T> T await(Work<T> work, Runnable tick) {
        while (true) {
            try {
                return work.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                tick.run();
            } catch (ExecutionException e) {
                throw Causes.rethrown(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TransferException("The transfer was interrupted.", fileId, e);
            }
        }
    }

    /**
     * Ends what still runs. The caller closes the file next, so this waits for the parts; but only for some seconds,
     * since an app's clock may ignore interrupts. That time isn't taken from the clock, which a test can stop.
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
