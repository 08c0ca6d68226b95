package io.github.frameiokit.published;

import static io.github.frameiokit.testkit.FrameioAssertions.assertThatForm;
import static io.github.frameiokit.testkit.FrameioAssertions.assertThatMessage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.oauth.AsUser;
import io.github.frameiokit.response.Message;
import io.github.frameiokit.testkit.Answer;
import io.github.frameiokit.testkit.FakeFrameio;
import io.github.frameiokit.testkit.FakeIms;
import io.github.frameiokit.testkit.FrameioApp;
import io.github.frameiokit.testkit.FrameioEvents;
import io.github.frameiokit.testkit.FrameioTest;
import io.github.frameiokit.testkit.TestAction;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Handlers under test with OpenWebBeans. The kit's own unit tests do the same with Weld. */
@FrameioTest({FrameioTestIT.Handlers.class, FrameioTestIT.Notes.class, FrameioTestIT.NotingInterceptor.class})
class FrameioTestIT {

    @InterceptorBinding
    @Retention(RetentionPolicy.RUNTIME)
    @interface Noted {}

    @ApplicationScoped
    static class Notes {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        void add(String line) {
            lines.add(line);
        }

        List<String> lines() {
            return lines;
        }
    }

    @Noted
    @Interceptor
    @Priority(Interceptor.Priority.APPLICATION)
    static class NotingInterceptor {

        @Inject
        Notes notes;

        @AroundInvoke
        Object note(InvocationContext invocation) throws Exception {
            notes.add("around " + invocation.getMethod().getName());
            return invocation.proceed();
        }
    }

    @Noted
    @ApplicationScoped
    static class Handlers {

        @Inject
        Notes notes;

        void ready(@Observes @Webhook("file.ready") WebhookEvent event) {
            notes.add("ready " + event.resourceId());
        }

        void later(@ObservesAsync @Webhook("file.ready") WebhookEvent event) {
            notes.add("later " + event.resourceId());
        }

        Message greet(@Observes @Action("greeting") ActionEvent event) {
            return Message.of("Greeting", "Hello, world!");
        }

        Message broken(@Observes @Action("broken") ActionEvent event) {
            throw new IllegalStateException("as the test wants it");
        }

        Message export(
                @Observes @Action(value = "export", name = "Export", userAuth = true) ActionEvent event,
                @AsUser FrameioClient user) {
            return Message.of("Exported", user.users().show().email());
        }
    }

    @Test
    void theContainerIsOpenWebBeans(FrameioApp app) {
        BeanManager manager = app.bean(BeanManager.class);
        assertTrue(manager.getClass().getName().startsWith("org.apache.webbeans."), manager.toString());
    }

    @Test
    void handlersAndInterceptorsRun(FrameioApp app) {
        int before = app.bean(Notes.class).lines().size();
        assertEquals(
                new Answer(200, ""),
                app.deliver(FrameioEvents.webhook("file.ready").resource("file", "1")));
        assertEquals(
                List.of("around ready", "ready 1", "around later", "later 1"),
                app.bean(Notes.class).lines().subList(before, before + 4));
    }

    @Test
    void anActionIsAnswered(FrameioApp app) {
        assertThatMessage(app.deliver(FrameioEvents.action("greeting")))
                .hasTitle("Greeting")
                .hasDescription("Hello, world!");
    }

    @Test
    void aFailureIsShown(FrameioApp app) {
        assertThatMessage(app.deliver(FrameioEvents.action("broken"))).hasTitle("Something went wrong");
    }

    @Test
    void anActionRunsAsItsUser(FrameioApp app, FakeFrameio frameio) {
        TestAction export = FrameioEvents.action("export");

        assertThatForm(app.deliver(export)).hasTitle("Export");
        app.signIn(FakeIms.ADA, export);
        assertThatMessage(app.deliver(export)).hasDescription("ada@example.com");
        assertEquals(2, frameio.requests("users.show").size());
    }
}
