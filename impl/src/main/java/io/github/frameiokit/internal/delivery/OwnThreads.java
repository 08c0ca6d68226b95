package io.github.frameiokit.internal.delivery;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Daemons, with the class loader of the app that creates them. */
final class OwnThreads implements ThreadFactory {

    private final AtomicInteger number = new AtomicInteger();
    private final ClassLoader app = Thread.currentThread().getContextClassLoader();

    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(work, "frameio-kit-delivery-" + number.incrementAndGet());
        thread.setDaemon(true);
        thread.setContextClassLoader(app);
        return thread;
    }
}
