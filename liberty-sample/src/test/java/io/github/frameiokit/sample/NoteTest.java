package io.github.frameiokit.sample;

import static io.github.frameiokit.testkit.FrameioAssertions.assertThatForm;
import static io.github.frameiokit.testkit.FrameioAssertions.assertThatMessage;

import io.github.frameiokit.testkit.FakeIms;
import io.github.frameiokit.testkit.FrameioApp;
import io.github.frameiokit.testkit.FrameioEvents;
import io.github.frameiokit.testkit.FrameioTest;
import io.github.frameiokit.testkit.TestAction;
import org.junit.jupiter.api.Test;

@FrameioTest({Note.class, TimedInterceptor.class})
class NoteTest {

    private final TestAction run = FrameioEvents.action("leave.note");
    private final TestAction submit = run.data("text", "The end is too long.");

    @Test
    void asksForTheNoteUntilThereIsOne(FrameioApp app) {
        assertThatForm(app.deliver(run)).hasFields("text", "mine");
        assertThatForm(app.deliver(run.data("text", " "))).hasDescription("Please write something.");
    }

    @Test
    void needsNobodyToSignInForANoteOfTheApp(FrameioApp app) {
        assertThatMessage(app.deliver(submit)).describes("in the app's name");
    }

    @Test
    void asksForASignInOnlyForANoteOfTheUser(FrameioApp app) {
        TestAction mine = submit.data("mine", true);

        assertThatForm(app.deliver(mine)).hasField("frameio_kit_sign_in");
        app.signIn(FakeIms.ADA, mine);
        assertThatMessage(app.deliver(mine)).describes("in your name");
    }
}
