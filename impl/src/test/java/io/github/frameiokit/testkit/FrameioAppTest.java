package io.github.frameiokit.testkit;

import static io.github.frameiokit.testkit.FrameioAssertions.assertThatForm;
import static io.github.frameiokit.testkit.FrameioAssertions.assertThatMessage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FrameioRequest;
import io.github.frameiokit.ResourceType;
import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.oauth.AsUser;
import io.github.frameiokit.oauth.AuthorizationCompleted;
import io.github.frameiokit.response.ActionResponse;
import io.github.frameiokit.response.Form;
import io.github.frameiokit.response.LinkField;
import io.github.frameiokit.response.Message;
import io.github.frameiokit.response.SelectField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a test of an app's author does, with Weld. */
@FrameioTest(
        value = {FrameioAppTest.Handlers.class, FrameioAppTest.Notes.class},
        properties = "frameio.action.error-title=Oh no")
class FrameioAppTest {

    private static FrameioApp shared;

    /** What handlers have noted. */
    @ApplicationScoped
    static class Notes {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        void add(String line) {
            lines.add(line);
        }

        List<String> lines() {
            return lines;
        }

        void clear() {
            lines.clear();
        }
    }

    @ApplicationScoped
    static class Handlers {

        static final Form CHOOSE = Form.titled("Choose language")
                .field(SelectField.of("language", "Language")
                        .option("English", "en")
                        .option("Spanish", "es")
                        .value("en"))
                .build();

        @Inject
        Notes notes;

        @Inject
        FrameioClient frameio;

        @Inject
        FrameioRequest request;

        void ready(@Observes @Webhook("file.ready") WebhookEvent event) {
            notes.add("ready " + event.resourceId());
        }

        void all(@Observes @Webhook(value = "file.*", secret = "acme.files.secret") WebhookEvent event) {
            notes.add("file " + request.query("tenant").orElse("none") + " "
                    + request.header("x-tenant").orElse("none") + " " + request.path() + " "
                    + request.address().orElseThrow());
        }

        void slowly(@ObservesAsync @Webhook("comment.created") WebhookEvent event) throws InterruptedException {
            Thread.sleep(200);
            notes.add("comment " + event.resourceId());
        }

        void failing(@Observes @Webhook("file.deleted") WebhookEvent event) {
            throw new IllegalStateException("as the test wants it");
        }

        ActionResponse transcribe(
                @Observes @Action(value = "transcribe.file", on = ResourceType.FILE) ActionEvent event) {
            return event.data()
                    .<ActionResponse>map(data -> Message.of("In progress", data.text("language")))
                    .orElse(CHOOSE);
        }

        Message broken(@Observes @Action("broken") ActionEvent event) {
            throw new IllegalStateException("as the test wants it");
        }

        void silent(@Observes @Action("silent") ActionEvent event) {}

        Message asTheApp(@Observes @Action("as.app") ActionEvent event) {
            return Message.of("App", frameio.users().show().email());
        }

        Message export(
                @Observes @Action(value = "export.asset", name = "Export", userAuth = true) ActionEvent event,
                @AsUser FrameioClient user) {
            return Message.of("Exported", user.users().show().email());
        }

        void completed(@Observes AuthorizationCompleted done) {
            notes.add("signed in");
        }
    }

    @BeforeEach
    void clear(FrameioApp app) {
        app.bean(Notes.class).clear();
        if (shared == null) {
            shared = app;
        }
    }

    @AfterAll
    static void theAppStillRuns(FrameioApp app) {
        assertSame(shared, app);
        assertEquals(200, app.deliver(FrameioEvents.webhook("file.ready")).status());
    }

    @Test
    void aWebhookReachesTheHandlersOfItsType(FrameioApp app) {
        assertEquals(
                new Answer(200, ""),
                app.deliver(FrameioEvents.webhook("file.ready").resource("file", "1")));
        assertEquals(List.of("file", "ready"), firstWords(app));
    }

    @Test
    void aHandlerSeesTheRequest(FrameioApp app) {
        app.deliver(FrameioEvents.webhook("file.created").query("tenant", "a&b").header("X-Tenant", "acme"));

        assertEquals(
                List.of("file a&b acme /frameio http://localhost:8080/frameio?tenant=a%26b"),
                app.bean(Notes.class).lines());
    }

    @Test
    void asynchronousHandlersAreDoneWhenDeliverReturns(FrameioApp app) {
        app.deliver(FrameioEvents.webhook("comment.created").resource("comment", "2"));

        assertEquals(List.of("comment 2"), app.bean(Notes.class).lines());
    }

    @Test
    void theFailureOfAWebhooksHandlerIsAnswered500(FrameioApp app) {
        assertEquals(new Answer(500, "failed"), app.deliver(FrameioEvents.webhook("file.deleted")));
        assertEquals(List.of("file"), firstWords(app), "the other handler has run");
    }

    @Test
    void anEventWithoutAHandlerIsAnswered200(FrameioApp app) {
        assertEquals(new Answer(200, ""), app.deliver(FrameioEvents.webhook("project.created")));
        assertThatMessage(app.deliver(FrameioEvents.action("unknown"))).hasTitle("Not available");
    }

    @Test
    void anActionIsFollowedThroughItsForm(FrameioApp app) {
        TestAction run = FrameioEvents.action("transcribe.file");

        assertEquals(Handlers.CHOOSE, app.deliver(run).form());
        assertThatForm(app.deliver(run)).hasField("language").withOptions("en", "es");
        assertEquals(
                Message.of("In progress", "es"),
                app.deliver(run.data("language", "es")).message());
    }

    @Test
    void theLinkOfASignInFormIsNoInput(FrameioApp app) {
        assertThatForm(app.deliver(FrameioEvents.action("transcribe.file").data("frameio_kit_sign_in", "https://…")))
                .hasTitle("Choose language");
    }

    @Test
    void theKitsGuardsApply(FrameioApp app) {
        assertThatMessage(app.deliver(FrameioEvents.action("transcribe.file").resource("folder", "1")))
                .describes("This action is only for files.");
    }

    @Test
    void aFailingActionShowsTheConfiguredText(FrameioApp app) {
        assertThatMessage(app.deliver(FrameioEvents.action("broken"))).hasTitle("Oh no");
    }

    @Test
    void anActionMayAnswerNothing(FrameioApp app) {
        assertEquals(new Answer(200, ""), app.deliver(FrameioEvents.action("silent")));
    }

    @Test
    void theAppCallsTheFakeAsItself(FrameioApp app, FakeFrameio frameio) {
        assertThatMessage(app.deliver(FrameioEvents.action("as.app"))).hasDescription(FakeIms.SERVICE_ACCOUNT.email());
        assertEquals(1, frameio.requests("users.show").size());
    }

    @Test
    void theFakeHasForgottenTheTestBefore(FrameioApp app, FakeFrameio frameio) {
        theAppCallsTheFakeAsItself(app, frameio);
    }

    @Test
    void aTestHasAClientOfItsOwn(FrameioClient client, FakeFrameio frameio) {
        client.accounts().index();

        assertEquals(1, frameio.requests("accounts.index").size());
    }

    @Test
    void anActionAsksItsUserToSignIn(FrameioApp app) {
        assertThatForm(app.deliver(FrameioEvents.action("export.asset").user("00000000-0000-4000-8000-000000000002")))
                .hasTitle("Export")
                .hasField("frameio_kit_sign_in")
                .ofType(LinkField.class);
    }

    @Test
    void anActionRunsAsItsUserAfterTheSignIn(FrameioApp app) {
        FakeIms.User grace = new FakeIms.User("grace@adobe", "grace-id", "Grace Hopper", "grace@example.com");
        TestAction export = FrameioEvents.action("export.asset").user(grace.frameioId());

        app.signIn(grace, export);

        assertThatMessage(app.deliver(export)).hasTitle("Exported").hasDescription("grace@example.com");
        assertTrue(app.bean(Notes.class).lines().contains("signed in"));
    }

    @Test
    void anAuthorizationIsOfOneAccount(FrameioApp app, FakeIms ims) {
        TestAction export = FrameioEvents.action("export.asset");
        app.signIn(FakeIms.ADA, export);

        assertThatMessage(app.deliver(export)).hasDescription("ada@example.com");
        assertThatForm(app.deliver(export.account("another"))).hasTitle("Export");
        assertTrue(ims.requests("authorization_code") > 0);
    }

    @Nested
    class InANestedClass {

        @Test
        void theAppIsThatOfTheClassAround(FrameioApp app) {
            assertSame(shared, app);
        }
    }

    private static List<String> firstWords(FrameioApp app) {
        return app.bean(Notes.class).lines().stream()
                .map(line -> line.split(" ")[0])
                .sorted()
                .toList();
    }
}
