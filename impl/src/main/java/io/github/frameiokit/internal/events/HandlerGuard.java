package io.github.frameiokit.internal.events;

import io.github.frameiokit.FrameioEvent;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Guards an observer: it gets events of its handler's types only, and its failure doesn't keep other observers from
 * running. CDI Full calls it around the observer, CDI Lite in an interceptor.
 *
 * @param id the observer
 * @param bean the class whose class loader an asynchronous observer runs with
 * @param async whether it observes asynchronously
 * @param handler the handler that it is; empty where it only listens, and then it gets every event that CDI gives it
 */
public record HandlerGuard(Handler.Id id, Class<?> bean, boolean async, Optional<Handler> handler) {

    /**
     * Calls the observer.
     *
     * @return what it returned; null where it doesn't handle the event's type, or failed
     */
    public @Nullable Object call(Exchanges exchanges, FrameioEvent event, Callable<?> observer) throws Exception {
        return handler.isEmpty() || handler.get().handles(event.type()) ? exchanges.call(this, event, observer) : null;
    }
}
