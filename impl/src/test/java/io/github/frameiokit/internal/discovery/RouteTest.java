package io.github.frameiokit.internal.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.internal.events.Handler;
import io.github.frameiokit.internal.events.Handlers;
import io.github.frameiokit.internal.events.Kind;
import io.github.frameiokit.internal.events.Route;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which observers the container calls for an event of the kit, before any guard sees it. */
class RouteTest {

    private static final Map<String, String> SECRETS =
            Map.of("frameio.webhook.secret", "webhook-secret-1", "frameio.action.secret", "action-secret-01");

    private static SeContainer container;

    @Dependent
    static class Observers {

        void ready(@Observes @Webhook("file.ready") WebhookEvent event) {}

        void readyToo(@Observes @Webhook("file.ready") WebhookEvent event) {}

        void created(@Observes @Webhook("file.created") WebhookEvent event) {}

        void several(@Observes @Webhook({"file.ready", "folder.*"}) WebhookEvent event) {}

        void family(@Observes @Webhook("file.*") WebhookEvent event) {}

        void unqualified(@Observes WebhookEvent event) {}

        void either(@Observes FrameioEvent event) {}

        void greet(@Observes @Action("greet") ActionEvent event) {}

        void export(@Observes @Action("export") ActionEvent event) {}
    }

    @BeforeAll
    static void start() {
        SECRETS.forEach(System::setProperty);
        container = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(new FrameioExtension())
                .addBeanClasses(Observers.class)
                .initialize();
    }

    @AfterAll
    static void stop() {
        container.close();
        SECRETS.keySet().forEach(System::clearProperty);
    }

    @Test
    void webhookReachesOnlyTheHandlersOfItsTypeAndTheUnqualified() {
        assertEquals(6, called(webhook("file.ready")), "ready, readyToo, several, family, unqualified, either");
        assertEquals(4, called(webhook("file.created")), "created, family, unqualified, either");
        assertEquals(3, called(webhook("folder.created")), "several, unqualified, either");
    }

    @Test
    void actionReachesOnlyItsHandlerAndTheUnqualified() {
        assertEquals(2, called(action("greet")), "greet, either");
    }

    private static int called(FrameioEvent event) {
        List<Handler> handling = container
                .select(Handlers.class)
                .get()
                .handling(event instanceof WebhookEvent ? Kind.WEBHOOK : Kind.ACTION, event.type());
        return container
                .getBeanManager()
                .resolveObserverMethods(
                        event,
                        handling.stream().map(Route.Literal::to).distinct().toArray(Route[]::new))
                .size();
    }

    static WebhookEvent webhook(String type) {
        return WebhookEvent.of(
                Json.createObjectBuilder()
                        .add("type", type)
                        .add(
                                "resource",
                                Json.createObjectBuilder().add("id", "r").add("type", "file"))
                        .add("account", Json.createObjectBuilder().add("id", "a"))
                        .build(),
                Instant.EPOCH);
    }

    private static ActionEvent action(String type) {
        return ActionEvent.of(
                Json.createObjectBuilder()
                        .add("type", type)
                        .add("account_id", "a")
                        .add("action_id", "c")
                        .add("interaction_id", "i")
                        .add("resources", Json.createArrayBuilder())
                        .build(),
                Instant.EPOCH);
    }
}
