package io.github.frameiokit.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.testkit.FakeFrameio;
import io.github.frameiokit.testkit.FakeIms;
import io.github.frameiokit.testkit.FrameioApp;
import io.github.frameiokit.testkit.FrameioEvents;
import io.github.frameiokit.testkit.FrameioTest;
import io.github.frameiokit.testkit.Scripted;
import io.github.frameiokit.testkit.TestWebhook;
import org.junit.jupiter.api.Test;

@FrameioTest({CommentReplies.class, TimedInterceptor.class})
class CommentRepliesTest {

    private final TestWebhook comment = FrameioEvents.webhook("comment.created").user(FakeIms.ADA.frameioId());

    @Test
    void answersWithAComment(FrameioApp app, FakeFrameio frameio) {
        app.deliver(comment);

        String sent =
                frameio.requests("comments.create").get(0).body().orElseThrow().toString();
        assertTrue(sent.contains("Thank you! We read: "), sent);
    }

    @Test
    void doesNotAnswerItself(FrameioApp app, FakeFrameio frameio, FrameioClient client) {
        app.deliver(comment.user(client.users().show().id().orElseThrow()));

        assertEquals(0, frameio.requests("comments.create").size());
    }

    @Test
    void ignoresACommentThatIsGone(FrameioApp app, FakeFrameio frameio) {
        frameio.answer("comments.show", Scripted.error(404));

        app.deliver(comment);

        assertEquals(0, frameio.requests("comments.create").size());
    }
}
