package io.github.frameiokit.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.lang.ref.WeakReference;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Notes the class loader of each app that starts with this bean, where apps of the same server can see it. */
@ApplicationScoped
public class Loaders {

    private static final String KEY = "frameio-kit.loaders";

    void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
        noted().add(new WeakReference<>(getClass().getClassLoader()));
    }

    /** Holds objects of the JDK's own classes only, so that it keeps no app alive. */
    @SuppressWarnings("unchecked")
    static Queue<WeakReference<ClassLoader>> noted() {
        return (Queue<WeakReference<ClassLoader>>)
                System.getProperties().computeIfAbsent(KEY, key -> new ConcurrentLinkedQueue<>());
    }
}
