package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.internal.events.Handlers;
import io.github.frameiokit.internal.events.Kind;
import io.github.frameiokit.internal.events.Route;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanContainer;
import jakarta.enterprise.inject.spi.EventContext;
import jakarta.enterprise.inject.spi.EventMetadata;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.inject.Inject;
import java.lang.annotation.Annotation;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Leads the events that an app fires to its handlers on CDI Lite, where a handler observes only events with its
 * {@link Route}. It calls the observers rather than firing the event again, since observers without a qualifier would
 * get it twice. It has no scope, so that no other container makes it a bean.
 */
public class OwnEvents {

    @Inject
    private BeanContainer container;

    @Inject
    private Handlers handlers;

    /** An event in the form in which an observer is called with it. */
    private record Fired(FrameioEvent getEvent, EventMetadata getMetadata) implements EventContext<FrameioEvent> {}

    /** Calls the handlers in the order of their priorities until one throws. */
    void fired(@Observes @Any FrameioEvent event, EventMetadata metadata) {
        for (ObserverMethod<FrameioEvent> handler : handlers(event, metadata, false)) {
            handler.notify(new Fired(event, metadata));
        }
    }

    /** Calls all asynchronous handlers, one after the other, and then throws what the first one that failed threw. */
    void firedAsync(@ObservesAsync @Any FrameioEvent event, EventMetadata metadata) {
        @Nullable RuntimeException failure = null;
        for (ObserverMethod<FrameioEvent> handler : handlers(event, metadata, true)) {
            try {
                handler.notify(new Fired(event, metadata));
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** The handlers of an event without a route. An observer of a supertype takes the event as well. */
    @SuppressWarnings("unchecked")
    private List<ObserverMethod<FrameioEvent>> handlers(FrameioEvent event, EventMetadata metadata, boolean async) {
        if (hasRoute(metadata.getQualifiers())) {
            return List.of(); // the kit fired it
        }
        Kind kind = event instanceof WebhookEvent ? Kind.WEBHOOK : Kind.ACTION;
        Annotation[] qualifiers = Stream.concat(
                        metadata.getQualifiers().stream(),
                        handlers.handling(kind, event.type()).stream().map(Route.Literal::to))
                .distinct()
                .toArray(Annotation[]::new);
        return container.resolveObserverMethods(event, qualifiers).stream()
                .filter(observer -> observer.isAsync() == async && hasRoute(observer.getObservedQualifiers()))
                .sorted(Comparator.comparingInt(ObserverMethod::getPriority))
                .map(observer -> (ObserverMethod<FrameioEvent>) observer)
                .toList();
    }

    private static boolean hasRoute(Set<Annotation> qualifiers) {
        return qualifiers.stream().anyMatch(Route.class::isInstance);
    }
}
