package io.github.frameiokit.internal;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Runs work with another context class loader. CDI, configuration and JNDI look up an app by it, so work of an app's
 * needs the app's, and threads that outlive an app must not keep it.
 */
public final class ContextLoader {

    private ContextLoader() {}

    /**
     * Some work.
     *
     * @param <T> its result
     * @param <E> what it throws
     */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {

        /** Runs the work. */
        T run() throws E;
    }

    /** Runs work with a context class loader, which may be null, and restores the one before. */
    public static <T, E extends Exception> T with(@Nullable ClassLoader loader, Work<T, E> work) throws E {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /**
     * Runs a handler with its app's class loader. The threads of a managed executor have it already; those of a CDI
     * container (OpenWebBeans) have another, and a bean created with that one would get another app's configuration.
     */
    public static @Nullable Object call(Class<?> handler, Callable<?> work) throws Exception {
        return sees(Thread.currentThread().getContextClassLoader(), handler)
                ? work.call()
                : with(handler.getClassLoader(), work::call);
    }

    /** The context need not be the app's own class loader, but it must see the same classes. */
    private static boolean sees(@Nullable ClassLoader context, Class<?> handler) {
        try {
            return context != null && context.loadClass(handler.getName()) == handler;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
