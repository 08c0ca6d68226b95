package io.github.frameiokit.internal.events;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.internal.AsyncEvents;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonParserFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Calls one asynchronous handler with an event that has waited in a queue. Thread-safe. */
@Dependent
public class HandlerRun {

    private final JsonParserFactory parsers = Json.createParserFactory(Map.of());
    private final JsonBuilderFactory builders = Json.createBuilderFactory(Map.of());
    private final Handlers handlers;
    private final Exchanges exchanges;
    private final AsyncEvents async;
    private final EventSources events;

    @Inject
    HandlerRun(Handlers handlers, Exchanges exchanges, AsyncEvents async, EventSources events) {
        this.handlers = handlers;
        this.exchanges = exchanges;
        this.async = async;
        this.events = events;
    }

    /** The payload in the body of a request that was accepted once. */
    public JsonObject payload(String body) {
        return KitFields.removedFrom(Body.parse(parsers, builders, body));
    }

    /**
     * The asynchronous handler with this full id that handles this type.
     *
     * @return the handler; empty if the app doesn't have it, or not for this type
     */
    public Optional<Handler> find(Kind kind, String type, String fullId) {
        return handlers.handling(kind, type).stream()
                .filter(handler -> handler.async() && handler.id().full().equals(fullId))
                .findFirst();
    }

    /**
     * Calls a handler, and waits until it has returned or thrown.
     *
     * @param recording what sees the handler
     * @return what it threw; empty if it returned
     * @throws RejectedExecutionException if the app stops, and the handler isn't called
     * @throws InterruptedException if this thread is interrupted while it waits; the handler may still run
     */
    public Optional<Throwable> call(Handler handler, FrameioEvent event, Recording recording)
            throws InterruptedException {
        return event instanceof WebhookEvent webhook
                ? call(handler, events.webhooks(List.of(handler)), webhook, recording)
                : call(handler, events.actions(List.of(handler)), (ActionEvent) event, recording);
    }

    private <E extends FrameioEvent> Optional<Throwable> call(
            Handler handler, Event<E> observers, E event, Recording recording) throws InterruptedException {
        Exchange exchange = exchanges.open(
                event,
                recording,
                observer -> observer.async()
                        && observer.handler()
                                .filter(it -> it.id().equals(handler.id()))
                                .isPresent());
        CompletableFuture<@Nullable Throwable> ended = new CompletableFuture<>();
        try {
            async.fire(observers, event, (done, unguarded) -> {
                if (unguarded != null) {
                    recording.failed(handler.id().toString(), unguarded);
                }
                ended.complete(unguarded);
            });
            Throwable unguarded = ended.get();
            return exchange.failures().stream()
                    .map(Exchange.Failure::cause)
                    .findFirst()
                    .or(() -> Optional.ofNullable(unguarded));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e); // the future is never completed so
        } finally {
            exchanges.close(event);
        }
    }
}
