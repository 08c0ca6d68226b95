package io.github.frameiokit.internal;

import java.util.concurrent.Callable;

/**
 * Gives a handler's thread the app's class loader as its context. The threads of a managed executor have it already;
 * those of a CDI container (OpenWebBeans) have another, by which a bean that is made there would be given another app's
 * configuration.
 */
public final class ContextLoader {

    private ContextLoader() {}

    public static Object call(Class<?> handler, Callable<?> work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        if (sees(before, handler)) {
            return work.call();
        }
        thread.setContextClassLoader(handler.getClassLoader());
        try {
            return work.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The context need not be the app's own class loader, but it must see the same classes. */
    private static boolean sees(ClassLoader context, Class<?> handler) {
        try {
            return context != null && context.loadClass(handler.getName()) == handler;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
