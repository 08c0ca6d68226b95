package io.github.frameiokit.internal.events;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.response.ActionResponse;
import io.github.frameiokit.response.Message;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.json.Json;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.config.Config;

/**
 * The kit's steps as in an app with a handler of each kind that does nothing. There is no server and no CDI: an event
 * that the kit fires goes straight to the handler.
 */
final class SampleApp {

    private static final Duration MAX_WAIT = Duration.ofSeconds(10);
    private static final ActionResponse ANSWER = Message.of("Greeting", "Hello, world!");

    private final Config config = new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(
                    Map.of(
                            "frameio.webhook.secret",
                            SampleRequest.SECRET,
                            "frameio.action.secret",
                            SampleRequest.SECRET),
                    "benchmark",
                    100))
            .build();
    private final Handlers handlers = new Handlers(
            List.of(
                    new WebhookHandler(id("ready"), List.of("file.ready"), false, ""),
                    new ActionHandler(id("greet"), "greeting", "Greeting", "", Set.of(), false, false, "")),
            false,
            false,
            false);

    Handlers handlers() {
        return handlers;
    }

    Reception reception() {
        return reception(Recorder.NONE);
    }

    Reception reception(Recorder recorder) {
        return new Reception(
                config,
                handlers,
                Optional.empty(),
                RegisteredSecrets.NONE,
                dispatcher(),
                (key, step) -> step.get(),
                recorder,
                InstantSource.system(),
                System::nanoTime,
                MAX_WAIT);
    }

    Verifier verifier() {
        return new Verifier(
                new SigningSecrets(config, handlers, Optional.empty()),
                RegisteredSecrets.NONE,
                handlers,
                Json.createParserFactory(Map.of()),
                Duration.ofMinutes(5),
                InstantSource.system());
    }

    Dispatcher dispatcher() {
        Exchanges exchanges = new Exchanges(System::nanoTime);
        return new Dispatcher(
                config,
                handlers,
                exchanges,
                null,
                new Everybody(),
                new Sources(
                        new Observers<>(exchanges, (all, event) -> {}),
                        new Observers<>(exchanges, (all, event) -> all.answered(event, ANSWER))),
                event -> new Stateless(),
                Inbox.NONE);
    }

    private static Handler.Id id(String method) {
        return new Handler.Id("Handlers", method, List.of());
    }

    private static final class Everybody implements Admission {

        @Override
        public Decision admit(ActionEvent event, String title) {
            return Decision.admitted();
        }

        @Override
        public Optional<ActionResponse> remedy(ActionEvent event, String title, Throwable failure) {
            return Optional.empty();
        }
    }

    private record Stateless() implements Interactions.Step {

        @Override
        public void leave() {}

        @Override
        public void end(boolean asks) {}
    }

    private static final class Sources extends EventSources {

        private final Event<WebhookEvent> webhooks;
        private final Event<ActionEvent> actions;

        Sources(Event<WebhookEvent> webhooks, Event<ActionEvent> actions) {
            this.webhooks = webhooks;
            this.actions = actions;
        }

        @Override
        Event<WebhookEvent> webhooks(List<Handler> handling) {
            return webhooks;
        }

        @Override
        Event<ActionEvent> actions(List<Handler> handling) {
            return actions;
        }
    }

    /** CDI's part: it calls the handler, with the kit's guard around it. */
    private static final class Observers<E extends FrameioEvent> implements Event<E> {

        private final HandlerGuard guard = new HandlerGuard(id("observer"), SampleApp.class, false, Optional.empty());
        private final Exchanges exchanges;
        private final BiConsumer<Exchanges, E> handler;

        Observers(Exchanges exchanges, BiConsumer<Exchanges, E> handler) {
            this.exchanges = exchanges;
            this.handler = handler;
        }

        @Override
        public void fire(E event) {
            try {
                guard.call(exchanges, event, () -> {
                    handler.accept(exchanges, event);
                    return null;
                });
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public <U extends E> CompletionStage<U> fireAsync(U event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends E> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<E> select(Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends E> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends E> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
