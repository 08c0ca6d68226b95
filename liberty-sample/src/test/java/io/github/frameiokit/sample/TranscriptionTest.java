package io.github.frameiokit.sample;

import static io.github.frameiokit.testkit.FrameioAssertions.assertThatForm;
import static io.github.frameiokit.testkit.FrameioAssertions.assertThatMessage;

import io.github.frameiokit.testkit.FrameioApp;
import io.github.frameiokit.testkit.FrameioEvents;
import io.github.frameiokit.testkit.FrameioTest;
import io.github.frameiokit.testkit.TestAction;
import org.junit.jupiter.api.Test;

@FrameioTest({Transcription.class, TimedInterceptor.class})
class TranscriptionTest {

    private final TestAction run = FrameioEvents.action("transcribe.file");

    @Test
    void asksForTheLanguageFirst(FrameioApp app) {
        assertThatForm(app.deliver(run))
                .hasTitle("Choose language")
                .hasField("language")
                .withOptions("en", "es");
    }

    @Test
    void transcribesInTheLanguageThatTheUserChose(FrameioApp app) {
        assertThatMessage(app.deliver(run.data("language", "es"))).hasDescription("Transcribing in Spanish.");
    }

    @Test
    void asksAgainIfTheLanguageIsUnknown(FrameioApp app) {
        assertThatForm(app.deliver(run.data("language", "xx"))).hasDescription("Please choose one of the languages.");
    }

    @Test
    void isOnlyForFiles(FrameioApp app) {
        assertThatMessage(app.deliver(run.resource("folder", "a-folder"))).describes("only for files");
    }
}
