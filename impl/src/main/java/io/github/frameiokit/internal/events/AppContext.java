package io.github.frameiokit.internal.events;

import java.util.concurrent.Callable;

/**
 * The class loader that a handler's thread is to have as its context. The threads of a managed executor have the app's
 * already; those of a CDI container (OpenWebBeans) have another, by which a bean that is made there would be given another
 * app's configuration.
 *
 * @param loader the class loader of the handler's class
 * @param handlerClass the name of that class
 */
record AppContext(ClassLoader loader, String handlerClass) {

    static AppContext of(Class<?> handler) {
        return new AppContext(handler.getClassLoader(), handler.getName());
    }

    Object call(Callable<?> work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        if (isOfTheApp(before)) {
            return work.call();
        }
        thread.setContextClassLoader(loader);
        try {
            return work.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** A context class loader need not be the app's own, but sees the same classes then. */
    private boolean isOfTheApp(ClassLoader context) {
        try {
            return context == loader
                    || context != null && context.loadClass(handlerClass).getClassLoader() == loader;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
