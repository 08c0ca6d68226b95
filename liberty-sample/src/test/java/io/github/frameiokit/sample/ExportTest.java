package io.github.frameiokit.sample;

import static io.github.frameiokit.testkit.FrameioAssertions.assertThatForm;
import static io.github.frameiokit.testkit.FrameioAssertions.assertThatMessage;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.frameiokit.testkit.FakeFrameio;
import io.github.frameiokit.testkit.FakeIms;
import io.github.frameiokit.testkit.FrameioApp;
import io.github.frameiokit.testkit.FrameioEvents;
import io.github.frameiokit.testkit.FrameioTest;
import io.github.frameiokit.testkit.TestAction;
import org.junit.jupiter.api.Test;

@FrameioTest({Export.class, TimedInterceptor.class})
class ExportTest {

    @Test
    void asksItsUserToSignInAndThenActsInTheUsersName(FrameioApp app, FakeFrameio frameio) {
        TestAction run =
                FrameioEvents.action("export.asset").resource("file", "1").and("file", "2");

        assertThatForm(app.deliver(run)).hasField("frameio_kit_sign_in");
        assertEquals(0, frameio.requests("comments.create").size());

        app.signIn(FakeIms.ADA, run);
        assertThatMessage(app.deliver(run)).describes("ada@example.com");
        assertEquals(2, frameio.requests("comments.create").size());
    }
}
