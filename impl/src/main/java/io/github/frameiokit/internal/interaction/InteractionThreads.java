package io.github.frameiokit.internal.interaction;

import jakarta.enterprise.context.ContextNotActiveException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The interaction of each thread that runs an action's handlers. The container's context finds its beans here.
 * Thread-safe. It is a map, since a thread-local would leave something on the server's threads.
 */
public final class InteractionThreads {

    private final Map<Thread, Interaction> running = new ConcurrentHashMap<>();

    /** Creates it without threads. */
    public InteractionThreads() {}

    /** Begins; returns what this thread did before. */
    @Nullable
    Interaction begin(Interaction interaction) {
        return running.put(Thread.currentThread(), interaction);
    }

    void end(@Nullable Interaction before) {
        if (before == null) {
            running.remove(Thread.currentThread());
        } else {
            running.put(Thread.currentThread(), before);
        }
    }

    /**
     * The bean of a class, in the interaction of this thread.
     *
     * @throws ContextNotActiveException if this thread runs no action's handler
     */
    public Object bean(Class<?> type) {
        return interaction(type).bean(type);
    }

    /** Forgets the bean of a class, so that the next use begins anew. */
    public void destroy(Class<?> type) {
        interaction(type).destroy(type);
    }

    private Interaction interaction(Class<?> type) {
        Interaction interaction = running.get(Thread.currentThread());
        if (interaction == null) {
            throw new ContextNotActiveException(type.getName()
                    + " is @InteractionScoped, so it can be used only while an @Observes handler of an action runs, on"
                    + " the thread that runs it. Give other code, such as an asynchronous handler, the values that it"
                    + " needs.");
        }
        return interaction;
    }
}
