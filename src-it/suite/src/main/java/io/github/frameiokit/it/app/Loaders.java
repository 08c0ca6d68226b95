package io.github.frameiokit.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.lang.ref.WeakReference;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Registers the class loader of each app that starts with this bean, for other apps on the same server to see. */
@ApplicationScoped
public class Loaders {

    private static final String KEY = "frameio-kit.loaders";

    void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
        noted().add(new WeakReference<>(getClass().getClassLoader()));
    }

    /** Holds only objects of the JDK's own classes, so that it keeps no app in memory. */
    @SuppressWarnings("unchecked")
    static Queue<WeakReference<ClassLoader>> noted() {
        return (Queue<WeakReference<ClassLoader>>)
                System.getProperties().computeIfAbsent(KEY, key -> new ConcurrentLinkedQueue<>());
    }
}
