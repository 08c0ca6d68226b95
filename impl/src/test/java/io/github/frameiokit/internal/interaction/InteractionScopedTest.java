package io.github.frameiokit.internal.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.InteractionScoped;
import io.github.frameiokit.internal.events.InProcessDelivery;
import io.github.frameiokit.oauth.TokenStore;
import io.github.frameiokit.response.ActionResponse;
import io.github.frameiokit.response.Form;
import io.github.frameiokit.response.Message;
import io.github.frameiokit.response.TextField;
import io.github.frameiokit.testkit.FrameioEvents;
import io.github.frameiokit.testkit.TestAction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An app's state through the steps of an interaction, on two nodes that share a database. */
class InteractionScopedTest {

    private static final URI BASE = URI.create("http://localhost/");
    private static final String FAILED = "Something went wrong";

    private static Nodes nodes;
    /** What the handlers of a test do with the state. */
    private static Function<State, ActionResponse> onStep;

    private static Throwable thrown;

    private final TestAction action =
            FrameioEvents.action("wizard").interactionId(UUID.randomUUID().toString());

    /** The state. */
    @InteractionScoped
    public static class Pages {

        private List<String> values = new ArrayList<>();

        public List<String> getValues() {
            return values;
        }

        public void setValues(List<String> values) {
            this.values = values;
        }

        /** Isn't a property. */
        public void add(String value) {
            values.add(value);
        }
    }

    /** More state. */
    @InteractionScoped
    public static class Count {

        private int steps;

        public int getSteps() {
            return steps;
        }

        public void setSteps(int steps) {
            this.steps = steps;
        }
    }

    record State(ActionEvent event, Pages pages, Count count) {}

    @ApplicationScoped
    static class Wizard {

        @Inject
        Pages pages;

        @Inject
        Count count;

        ActionResponse step(@Observes @Action("wizard") ActionEvent event) {
            return onStep.apply(new State(event, pages, count));
        }

        ActionResponse other(@Observes @Action("other") ActionEvent event) {
            return step(event);
        }

        void later(@ObservesAsync @Action("async") ActionEvent event) {
            try {
                pages.getValues();
            } catch (RuntimeException e) {
                thrown = e;
            }
        }
    }

    @BeforeAll
    static void start() {
        nodes = new Nodes(2, Pages.class, Count.class, Wizard.class);
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @AfterEach
    void end() {
        Nodes.Database.refuse(0);
        Nodes.Clock.ahead = Duration.ZERO;
    }

    @Test
    void aWizardKeepsItsStateThoughItsPagesAreAnsweredByAlternatingNodes() {
        onStep = state -> {
            state.count().setSteps(state.count().getSteps() + 1);
            state.event().data().ifPresent(data -> state.pages().add(data.text("value")));
            return state.count().getSteps() < 4
                    ? page()
                    : Message.of("Done", String.join("-", state.pages().getValues()));
        };
        deliver(0, action);
        deliver(1, action.data("value", "one"));
        deliver(0, action.data("value", "two"));
        assertTrue(deliver(1, action.data("value", "three")).contains("one-two-three"));
    }

    @Test
    void theStateIsRemovedWhenTheInteractionEnds() {
        int before = Nodes.entries().size();
        deliver(0, action, adding("a", page()));
        assertEquals(before + 1, Nodes.entries().size());
        deliver(1, action, adding("b", Message.of("Done", "")));
        assertEquals(before, Nodes.entries().size());
    }

    @Test
    void theStateIsRemovedAfterAnEmptyAnswer() {
        int before = Nodes.entries().size();
        deliver(0, action, adding("a", page()));
        deliver(0, action, adding("b", null));
        assertEquals(before, Nodes.entries().size());
    }

    @Test
    void anActionWithoutStateStoresNothing() {
        int before = Nodes.entries().size();
        deliver(0, action, state -> page());
        assertEquals(before, Nodes.entries().size());
    }

    @Test
    void aStepThatUsesOneBeanLeavesTheOthers() {
        deliver(0, action, adding("a", page()));
        deliver(0, action, state -> {
            state.count().setSteps(7);
            return page();
        });
        assertTrue(deliver(0, action, shown()).contains("[a]"));
    }

    @Test
    void anotherInteractionHasItsOwnState() {
        deliver(0, action, adding("a", page()));
        assertTrue(deliver(0, action.interactionId("another"), shown()).contains("[]"));
    }

    @Test
    void anotherActionHasItsOwnState() {
        deliver(0, action, adding("a", page()));
        TestAction other = FrameioEvents.action("other")
                .interactionId(action.event().interactionId().orElseThrow());
        assertTrue(deliver(0, other, shown()).contains("[]"));
    }

    @Test
    void anotherUserGetsNothingOfTheState() {
        deliver(0, action.user("ada"), adding("a", page()));
        assertTrue(deliver(0, action.user("grace"), shown()).contains(FAILED));
        assertTrue(deliver(0, action.user("ada"), shown()).contains("[a]"));
    }

    @Test
    void anotherAccountGetsNothingOfTheState() {
        deliver(0, action.account("one"), adding("a", page()));
        assertTrue(deliver(0, action.account("two"), shown()).contains(FAILED));
    }

    @Test
    void aSubmissionThatNamesNeitherAccountNorUserContinuesTheInteraction() {
        deliver(0, action.user("ada"), adding("a", page()));
        TestAction submission = action.without("account_id", "user", "workspace", "project", "resource");
        assertTrue(deliver(1, submission, shown()).contains("[a]"));
    }

    @Test
    void theOwnerIsKeptThoughASubmissionDoesNotNameHim() {
        deliver(0, action.user("ada"), adding("a", page()));
        deliver(0, action.without("account_id", "user"), adding("b", page()));
        assertTrue(deliver(0, action.user("grace"), shown()).contains(FAILED));
    }

    @Test
    void aStepThatFailsChangesNothing() {
        deliver(0, action, adding("a", page()));
        deliver(0, action, state -> {
            state.pages().add("b");
            throw new IllegalStateException("as the test wants it");
        });
        assertTrue(deliver(0, action, shown()).contains("[a]"));
    }

    @Test
    void aFormWhoseStateCannotBeStoredIsNotShown() {
        String answer = deliver(0, action, state -> {
            state.pages().add("a");
            Nodes.Database.refuse(100);
            return page();
        });
        assertTrue(answer.contains(FAILED), answer);
    }

    @Test
    void aMessageIsShownThoughTheStateCannotBeRemoved() {
        deliver(0, action, adding("a", page()));
        String answer = deliver(0, action, state -> {
            state.pages().add("b");
            Nodes.Database.refuse(100);
            return Message.of("Done", "");
        });
        assertTrue(answer.contains("Done"), answer);
    }

    @Test
    void ofTwoStepsThatChangeTheStateAtOnceOneFails() {
        deliver(0, action, adding("a", page()));
        String outer = deliver(0, action, state -> {
            state.pages().add("b");
            String inner = deliver(1, action, adding("c", page()));
            assertFalse(inner.contains(FAILED), inner);
            return page();
        });
        assertTrue(outer.contains(FAILED), outer);
        assertTrue(deliver(0, action, shown()).contains("[a, c]"));
    }

    @Test
    void stateThatIsTooLongForTheStoreFailsTheAction() {
        Random random = new Random(1);
        String noise = random.ints(2 * TokenStore.Entry.LONGEST, '0', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertTrue(deliver(0, action, adding(noise, page())).contains(FAILED));
    }

    @Test
    void theStateExpiresAnHourAfterItsLastStep() {
        deliver(0, action, adding("a", page()));
        Nodes.Clock.ahead = Duration.ofMinutes(59);
        deliver(0, action, adding("b", page()));
        Nodes.Clock.ahead = Duration.ofMinutes(118);
        assertTrue(deliver(0, action, adding("c", page())).contains("fields"));
        assertTrue(deliver(0, action, shown()).contains("[a, b, c]"));
        deliver(0, action, adding("d", page()));
        Nodes.Clock.ahead = Duration.ofMinutes(118 + 61);
        assertTrue(deliver(0, action, shown()).contains("[]"));
    }

    @Test
    void whatIsStoredIsSealed() {
        deliver(0, action, adding("a secret of the user", page()));
        Nodes.entries().forEach(entry -> assertFalse(entry.contains("secret"), entry));
    }

    @Test
    void anEventWithoutAnInteractionHasNoState() {
        assertTrue(deliver(0, action.without("interaction_id"), shown()).contains(FAILED));
    }

    @Test
    void outsideOfAnActionTheExceptionSaysWhereTheBeanCanBeUsed() {
        Pages pages = nodes.node(0).select(Pages.class).get();
        assertNotActive(assertThrows(RuntimeException.class, pages::getValues));
    }

    @Test
    void anAsynchronousHandlerGetsTheSameException() {
        thrown = null;
        deliver(0, FrameioEvents.action("async"));
        assertNotActive(thrown);
    }

    private static void assertNotActive(Throwable thrown) {
        assertEquals(ContextNotActiveException.class, thrown.getClass());
        assertTrue(
                thrown.getMessage()
                        .startsWith(Pages.class.getName()
                                + " is @InteractionScoped, so it can be used only while an @Observes handler"),
                thrown.getMessage());
    }

    private static Function<State, ActionResponse> adding(String value, ActionResponse answer) {
        return state -> {
            state.pages().add(value);
            return answer;
        };
    }

    private static Function<State, ActionResponse> shown() {
        return state -> {
            state.pages().getValues();
            return Form.titled(state.pages().getValues().toString())
                    .field(TextField.of("value", "Value"))
                    .build();
        };
    }

    private static Form page() {
        return Form.titled("Page").field(TextField.of("value", "Value")).build();
    }

    private static String deliver(int node, TestAction action, Function<State, ActionResponse> work) {
        Function<State, ActionResponse> before = onStep;
        onStep = work;
        try {
            return deliver(node, action);
        } finally {
            onStep = before;
        }
    }

    private static String deliver(int node, TestAction action) {
        byte[] answer = new InProcessDelivery(nodes.node(node))
                .deliver(action.event(), BASE, BASE.resolve("frameio"), Map.of())
                .getValue();
        return new String(answer, StandardCharsets.UTF_8);
    }
}
