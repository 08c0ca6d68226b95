package io.github.frameiokit.internal.delivery;

import io.github.frameiokit.internal.Jndi;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Daemons, with the class loader of the app that creates them. */
final class OwnThreads implements ThreadFactory {

    /** Threads with the server's context, which JTA needs, and which no handler has to wait for. */
    private static final String MANAGED = "java:comp/DefaultManagedThreadFactory";

    private final AtomicInteger number = new AtomicInteger();
    private final ClassLoader app = Thread.currentThread().getContextClassLoader();

    /** The server's threads, or such ones where it has none. */
    static ThreadFactory managed() {
        return Jndi.lookup(MANAGED, ThreadFactory.class).orElseGet(OwnThreads::new);
    }

    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(work, "frameio-kit-delivery-" + number.incrementAndGet());
        thread.setDaemon(true);
        thread.setContextClassLoader(app);
        return thread;
    }
}
