package io.github.frameiokit.internal.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.FormDataException;
import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.internal.CapturedLog;
import io.github.frameiokit.oauth.TokenStore;
import io.github.frameiokit.oauth.TokenStoreException;
import io.github.frameiokit.response.Form;
import io.github.frameiokit.response.Message;
import io.github.frameiokit.response.TextField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Observes;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of an event that fails on its way, in a CDI container without a server. */
class DispatcherTest {

    private final Map<String, String> properties = new HashMap<>(Map.of(
            "frameio.webhook.secret", "webhook-secret-1",
            "frameio.action.secret", "action-secret-01",
            "frameio.development", "true",
            "frameio.oauth.client-id", "client",
            "frameio.oauth.client-secret", "0123456789abcdef"));

    @AutoClose
    private final CapturedLog log = CapturedLog.of(Dispatcher.class);

    /** A store that doesn't work. */
    @ApplicationScoped
    static class Down implements TokenStore {

        @Override
        public Optional<Entry> find(String userId) {
            throw new TokenStoreException("The store is down.");
        }

        @Override
        public boolean put(String userId, Entry entry, long expected) {
            throw new TokenStoreException("The store is down.");
        }

        @Override
        public void delete(String userId) {}

        @Override
        public boolean delete(String userId, long expected) {
            return false;
        }
    }

    /** The app. */
    @ApplicationScoped
    static class Handlers {

        Message gate(@Observes @Action(value = "gate", userAuth = true) ActionEvent event) {
            return Message.of("Let through", "");
        }

        Form form(@Observes @Action("form") ActionEvent event) {
            return Form.titled("Form").field(TextField.of("a", "A")).build();
        }

        Message misfit(@Observes @Action("misfit") ActionEvent event) {
            try {
                return event.data(Choice.class)
                        .map(it -> Message.of("Fits", ""))
                        .orElseThrow();
            } catch (FormDataException e) {
                throw new IllegalStateException("wrapped, as some interceptors do", e);
            }
        }

        Message circle(@Observes @Action("circle") ActionEvent event) {
            IllegalStateException one = new IllegalStateException("one");
            one.initCause(new IllegalStateException("other", one));
            throw one;
        }

        void error(@Observes @Webhook("error") WebhookEvent event) {
            throw new StackOverflowError();
        }

        void fired(@Observes FrameioEvent event) {
            if (event.type().equals("supertype")) {
                throw new LinkageError("what observes everything fails");
            }
        }
    }

    private record Choice(int copies) {}

    @AfterEach
    void stop() {
        properties.keySet().forEach(System::clearProperty);
    }

    @Test
    void unavailableStoreEndsAnActionLikeAFailingHandler() {
        Outcome outcome = action(gate());
        assertEquals(200, outcome.status());
        assertTrue(text(outcome).contains("\"Something went wrong\""), text(outcome));
        assertFalse(outcome.asks());
        assertLogged("Handlers#gate failed for action[gate account=a interaction=i]");
    }

    @Test
    void unavailableStoreEndsAnActionAsConfigured() {
        properties.put("frameio.action.on-error", "status");
        assertEquals(500, action(gate()).status());
        assertLogged("Handlers#gate failed for action[gate account=a interaction=i]");
    }

    @Test
    void formIsWritten() {
        Outcome outcome = action(json("form"));
        assertTrue(outcome.asks());
        assertTrue(text(outcome).startsWith("{\"title\":\"Form\""), text(outcome));
    }

    @Test
    void formThatDoesNotFitHasItsOwnTextDespiteTheOneConfiguredForFailures() {
        properties.put("frameio.action.on-error", "status");
        properties.put("frameio.action.form-error-description", "Bitte prüfen.");
        Outcome outcome =
                action(json("misfit").add("data", Json.createObjectBuilder().add("copies", "hidden")));
        assertEquals(200, outcome.status());
        assertTrue(text(outcome).contains("Bitte prüfen."), text(outcome));
        assertLogged("Handlers#misfit can't read the form of action[misfit interaction=i]: The submitted value of"
                + " the field 'copies' can't be read as Integer");
        assertEquals(null, log.records().get(0).getThrown());
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "supertype"})
    void errorOnTheWayOfAWebhookIsAnswered500(String type) {
        Outcome outcome = in(dispatcher -> dispatcher.webhook(
                WebhookEvent.of(
                        json(type)
                                .add("resource", Json.createObjectBuilder().add("id", "r"))
                                .build(),
                        Instant.EPOCH),
                Optional.empty(),
                Recording.NONE));
        assertEquals(500, outcome.status());
        assertLogged(" failed for webhook[" + type + " resource=r]");
    }

    private void assertLogged(String text) {
        assertTrue(
                log.lines().stream().anyMatch(line -> line.contains(text)),
                log.lines().toString());
    }

    private Outcome action(JsonObjectBuilder json) {
        return in(dispatcher ->
                dispatcher.action(ActionEvent.of(json.build(), Instant.EPOCH), Optional.empty(), Recording.NONE));
    }

    private Outcome in(Function<Dispatcher, Outcome> work) {
        properties.forEach(System::setProperty);
        try (WeldContainer container =
                new Weld().addBeanClasses(Down.class, Handlers.class).initialize()) {
            RequestContextController request =
                    container.select(RequestContextController.class).get();
            request.activate();
            try {
                return work.apply(container.select(Dispatcher.class).get());
            } finally {
                request.deactivate();
            }
        }
    }

    private static JsonObjectBuilder gate() {
        return json("gate")
                .add("account_id", "a")
                .add("user", Json.createObjectBuilder().add("id", "ada"));
    }

    private static JsonObjectBuilder json(String type) {
        return Json.createObjectBuilder().add("type", type).add("interaction_id", "i");
    }

    private static String text(Outcome outcome) {
        return new String(outcome.answer(), StandardCharsets.UTF_8);
    }

    /** Some libraries' exceptions are their own causes. */
    @Test
    void exceptionsThatCauseEachOtherEndAnActionLikeAnyFailure() {
        Outcome outcome = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> action(json("circle")));
        assertTrue(text(outcome).contains("\"Something went wrong\""), text(outcome));
        assertLogged("Handlers#circle failed for action[circle interaction=i]");
    }

    @Test
    void userSeesTheTextsOfTheConfiguredLocale() {
        properties.put("frameio.locale", "de");
        String text = text(action(json("circle")));
        assertTrue(text.contains("\"Das hat nicht geklappt\""), text);
        assertTrue(text.contains("Bitte führe die Aktion später noch einmal aus."), text);
    }

    @Test
    void textOfAPropertyOverridesThatOfTheLocale() {
        properties.put("frameio.locale", "de");
        properties.put("frameio.action.error-title", "Hoppla");
        String text = text(action(json("circle")));
        assertTrue(text.contains("\"Hoppla\""), text);
        assertTrue(text.contains("Bitte führe die Aktion später noch einmal aus."), text);
    }
}
