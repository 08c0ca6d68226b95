package io.github.frameiokit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.response.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** How the app of a {@link FrameioTest} starts, and what it leaves. */
@ResourceLock("io.github.frameiokit.testkit.FrameioTest")
class FrameioAppStartTest {

    @ApplicationScoped
    static class Handlers {

        void later(@ObservesAsync @Webhook("file.ready") WebhookEvent event) {}

        Message export(@Observes @Action(value = "export", userAuth = true) ActionEvent event) {
            return Message.of("Exported", "");
        }
    }

    @ApplicationScoped
    static class TwoHandlers {

        void one(@Observes @Action("export") ActionEvent event) {}

        void other(@Observes @Action("export") ActionEvent event) {}
    }

    @FrameioTest(Handlers.class)
    private static class Plain {}

    @FrameioTest(value = Handlers.class, properties = "frameio.locale")
    private static class WithoutValue {}

    @FrameioTest(TwoHandlers.class)
    private static class Refused {}

    @FrameioTest
    private static class WithoutList {}

    @Test
    void whatOnlyTheServerHasIsNotNeeded() {
        Map<String, String> ofTheServer = Map.of(
                "frameio.async.executor", "java:comp/env/executor",
                "frameio.token-store", "jdbc",
                "frameio.token-store.jdbc.data-source", "jdbc/tokens",
                "frameio.webhook.secret", "${WEBHOOK_SECRET}",
                "frameio.encryption.key", "${ENCRYPTION_KEY}",
                "frameio.token", "${TOKEN}",
                "frameio.oauth.server-to-server.client-id", "${SERVER_CLIENT_ID}",
                "frameio.path", "/",
                "frameio.oauth.redirect-uri", "https://app.example.com/oauth/callback");
        ofTheServer.forEach(System::setProperty);
        try {
            FrameioApp app = start(Plain.class);
            try {
                assertEquals(
                        200, app.deliver(FrameioEvents.webhook("file.ready")).status());
                app.deliver(FrameioEvents.action("export")).form();
            } finally {
                app.close();
            }
        } finally {
            ofTheServer.keySet().forEach(System::clearProperty);
        }
    }

    @Test
    void theConfigurationIsThatOfBeforeAfterwards() {
        start(Plain.class).close();

        assertEquals(Optional.empty(), ConfigProvider.getConfig().getOptionalValue("frameio.api.url", String.class));
    }

    @Test
    void aSetUpThatCannotWorkIsRefusedAsOnAServer() {
        String report =
                assertThrows(RuntimeException.class, () -> start(Refused.class)).getMessage();

        assertTrue(report.contains("TwoHandlers"), report);
        theConfigurationIsThatOfBeforeAfterwards();
    }

    @Test
    void aPropertyNeedsAValue() {
        assertEquals(
                "@FrameioTest has the property 'frameio.locale' without a value; write name=value.",
                assertThrows(IllegalArgumentException.class, () -> start(WithoutValue.class))
                        .getMessage());
    }

    @Test
    void withoutAListTheClassPathsFoldersAreSearched() {
        FrameioApp app = start(WithoutList.class);
        try { // the only folders here are those of the kit, which has no handlers
            assertEquals(
                    "Not available",
                    app.deliver(FrameioEvents.action("export")).message().title());
        } finally {
            app.close();
        }
    }

    private static FrameioApp start(Class<?> test) {
        return FrameioApp.start(test, test.getAnnotation(FrameioTest.class));
    }
}
