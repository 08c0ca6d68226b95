package io.github.frameiokit.internal.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.internal.events.GuardedInterceptor;
import io.github.frameiokit.internal.events.Handlers;
import io.github.frameiokit.internal.events.Kind;
import io.github.frameiokit.internal.events.Route;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.weld.lite.extension.translator.LiteExtensionTranslator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On CDI Lite the app's own observers have the routes, and must still get the events that the app fires. */
class LiteRouteTest {

    private static final Map<String, String> SECRETS = Map.of("frameio.webhook.secret", "webhook-secret-1");

    private SeContainer container;

    @ApplicationScoped
    static class Observers {

        private final List<String> called = new CopyOnWriteArrayList<>();

        @Inject
        @Webhook("file.ready")
        private Event<WebhookEvent> own;

        List<String> called() {
            return called;
        }

        Event<WebhookEvent> own() {
            return own;
        }

        void late(@Observes @Priority(3000) @Webhook("file.ready") WebhookEvent event) {
            called.add("late");
        }

        void early(@Observes @Priority(1000) @Webhook("file.*") WebhookEvent event) {
            called.add("early");
        }

        void created(@Observes @Webhook("file.created") WebhookEvent event) {
            called.add("created");
        }

        void unqualified(@Observes @Priority(5000) FrameioEvent event) {
            called.add("unqualified");
        }

        void later(@ObservesAsync @Webhook("file.ready") WebhookEvent event) {
            called.add("later");
        }

        void failing(@Observes @Webhook("file.failing") WebhookEvent event) {
            throw new IllegalStateException("failing");
        }
    }

    @BeforeEach
    void start() {
        SECRETS.forEach(System::setProperty);
        container = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(new LiteExtensionTranslator(
                        Set.of(LiteSetupTest.Unskipped.class), getClass().getClassLoader()))
                .addBeanClasses(Observers.class, GuardedInterceptor.class)
                .initialize();
    }

    @AfterEach
    void stop() {
        container.close();
        SECRETS.keySet().forEach(System::clearProperty);
    }

    @Test
    void eventOfTheKitReachesOnlyTheHandlersOfItsType() {
        WebhookEvent event = RouteTest.webhook("file.created");
        Annotation[] qualifiers =
                Stream.concat(Stream.of(mark()), Stream.of(routes(event))).toArray(Annotation[]::new);
        long handlers = container.getBeanManager().resolveObserverMethods(event, qualifiers).stream()
                .filter(observer -> observer.getObservedQualifiers().stream().anyMatch(Route.class::isInstance))
                .count();
        assertEquals(2, handlers, "created, early");
        observers().own().select(routes(event)).fire(event);
        assertEquals(
                List.of("created", "early", "unqualified"),
                observers().called().stream().sorted().toList(),
                "each once");
    }

    @Test
    void eventThatTheAppFiresReachesEachObserverOfItsTypeOnce() {
        observers().own().fire(RouteTest.webhook("file.ready"));
        assertEquals(List.of("early", "late", "unqualified"), observers().called());
    }

    @Test
    void eventThatTheAppFiresAsynchronouslyReachesAsynchronousHandlers() throws Exception {
        observers()
                .own()
                .fireAsync(RouteTest.webhook("file.ready"))
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        assertEquals(List.of("later"), observers().called());
    }

    @Test
    void exceptionOfAHandlerReachesTheAppThatFired() {
        Event<WebhookEvent> own = observers().own();
        WebhookEvent event = RouteTest.webhook("file.failing");
        assertEquals(
                "failing",
                assertThrows(IllegalStateException.class, () -> own.fire(event)).getMessage());
    }

    private Observers observers() {
        return container.select(Observers.class).get();
    }

    private static Annotation mark() {
        try {
            return Observers.class.getDeclaredField("own").getAnnotation(Webhook.class);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private Annotation[] routes(WebhookEvent event) {
        return container.select(Handlers.class).get().handling(Kind.WEBHOOK, event.type()).stream()
                .map(Route.Literal::to)
                .distinct()
                .toArray(Annotation[]::new);
    }
}
