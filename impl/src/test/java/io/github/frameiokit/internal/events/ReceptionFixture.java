package io.github.frameiokit.internal.events;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.response.ActionResponse;
import io.github.frameiokit.response.Message;
import io.github.frameiokit.signing.SigningSecretResolver;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/** The kit's way from a request to its handlers and back, without a server and without CDI. */
final class ReceptionFixture {

    final AtomicInteger handled = new AtomicInteger();
    final AtomicInteger accepted = new AtomicInteger();
    final AtomicLong nanos = new AtomicLong();
    Instant now = SignedRequest.NOW;
    Duration maxWait = Duration.ofSeconds(10);
    Recorder recorder = Recorder.NONE;
    RegisteredSecrets registered = RegisteredSecrets.NONE;

    private final Map<String, String> properties = new HashMap<>(Map.of(
            "frameio.webhook.secret",
            SignedRequest.WEBHOOK_SECRET,
            "frameio.action.secret",
            SignedRequest.ACTION_SECRET));
    private final List<Handler> handlers = new ArrayList<>(List.of(
            new WebhookHandler(id("ready"), List.of("file.ready"), false, ""),
            new ActionHandler(id("export"), "export", "Export", "", Set.of(), false, false, "")));
    private Optional<SigningSecretResolver> resolver = Optional.empty();
    private Consumer<WebhookEvent> onWebhook = event -> {};
    private Function<ActionEvent, ActionResponse> onAction = event -> Message.of("Done", "");
    private Reception reception;

    ReceptionFixture set(String property, String value) {
        properties.put(property, value);
        return this;
    }

    /** Adds a handler that names the property with its secrets. */
    ReceptionFixture webhookHandler(String type, String secretProperty) {
        handlers.add(new WebhookHandler(id(type), List.of(type), false, secretProperty));
        return this;
    }

    ReceptionFixture resolver(SigningSecretResolver asked) {
        resolver = Optional.of(asked);
        return this;
    }

    ReceptionFixture onWebhook(Consumer<WebhookEvent> work) {
        onWebhook = work;
        return this;
    }

    ReceptionFixture onAction(Function<ActionEvent, ActionResponse> work) {
        onAction = work;
        return this;
    }

    Outcome receive(SignedRequest request) {
        return reception().receive(request.headers(), request.requestBody(), accepted::incrementAndGet);
    }

    int statusAt(String id, SignedRequest request) {
        return reception()
                .receive(id, request.headers(), request.requestBody(), accepted::incrementAndGet)
                .status();
    }

    int status(SignedRequest request) {
        return receive(request).status();
    }

    static String text(Outcome outcome) {
        return new String(outcome.answer(), StandardCharsets.UTF_8);
    }

    synchronized Reception reception() {
        if (reception == null) {
            Config config = new SmallRyeConfigBuilder()
                    .withSources(new PropertiesConfigSource(properties, "test", 100))
                    .build();
            Exchanges exchanges = new Exchanges(nanos::get);
            Handlers found = new Handlers(handlers, false, false, false);
            Dispatcher dispatcher = new Dispatcher(
                    config,
                    found,
                    exchanges,
                    null,
                    new Everybody(),
                    new Sources(
                            new Observers<>(event -> guarded(exchanges, event, () -> onWebhook.accept(event))),
                            new Observers<>(event ->
                                    guarded(exchanges, event, () -> exchanges.answered(event, onAction.apply(event))))),
                    event -> new Stateless(),
                    Inbox.NONE);
            reception = new Reception(
                    config,
                    found,
                    resolver,
                    registered,
                    dispatcher,
                    (key, work) -> work.get(),
                    recorder,
                    () -> now,
                    nanos::get,
                    maxWait);
        }
        return reception;
    }

    private void guarded(Exchanges exchanges, FrameioEvent event, Runnable work) {
        HandlerGuard guard = new HandlerGuard(id("observer"), getClass(), false, Optional.empty());
        try {
            guard.call(exchanges, event, () -> {
                handled.incrementAndGet();
                work.run();
                return null;
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
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

    /** CDI's part. */
    private record Observers<E>(Consumer<E> observer) implements Event<E> {

        @Override
        public void fire(E event) {
            observer.accept(event);
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
