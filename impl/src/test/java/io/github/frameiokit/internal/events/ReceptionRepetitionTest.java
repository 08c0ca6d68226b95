package io.github.frameiokit.internal.events;

import static io.github.frameiokit.internal.events.SignedRequest.action;
import static io.github.frameiokit.internal.events.SignedRequest.webhook;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.response.Form;
import io.github.frameiokit.response.Message;
import io.github.frameiokit.response.TextField;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Requests that come more than once. */
class ReceptionRepetitionTest {

    private final ReceptionFixture kit = new ReceptionFixture();

    @Test
    void copyGetsTheFirstAnswerWithoutBeingHandled() {
        kit.onAction(event -> Message.of("Run " + kit.handled.get(), ""));
        Outcome first = kit.receive(action());
        assertSame(first, kit.receive(action()));
        assertEquals(1, kit.handled.get());
    }

    @Test
    void copyIsHandledWhereTheGuardIsOff() {
        kit.set("frameio.replay-guard.enabled", "false");
        kit.receive(webhook());
        kit.receive(webhook());
        assertEquals(2, kit.handled.get());
    }

    @Test
    void copyOfAFailureIsHandled() {
        kit.onWebhook(event -> {
            if (kit.handled.get() == 1) {
                throw new IllegalStateException("once");
            }
        });
        assertEquals(500, kit.status(webhook()));
        assertEquals(200, kit.status(webhook()));
        assertEquals(2, kit.handled.get());
    }

    @Test
    void webhookThatIsSentAgainIsHandled() {
        kit.receive(webhook());
        kit.receive(webhook().sentSecondsAgo(1));
        assertEquals(2, kit.handled.get());
    }

    @Test
    void concurrentCopyIsBusyAfterTheLongestWait() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        kit.maxWait = Duration.ofMillis(1);
        kit.onWebhook(event -> {
            started.countDown();
            await(release);
        });
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Outcome> first = thread.submit(() -> kit.receive(webhook()));
            await(started);
            assertEquals(503, kit.status(webhook()));
            release.countDown();
            assertEquals(200, first.get().status());
            assertEquals(1, kit.handled.get());
        } finally {
            release.countDown();
            thread.shutdownNow();
        }
    }

    @Test
    void stepThatIsSentAgainGetsTheFirstAnswer() {
        kit.onAction(event -> Message.of("Run " + kit.handled.get(), ""));
        kit.receive(action());
        Outcome again = kit.receive(action().sentSecondsAgo(1));
        assertTrue(ReceptionFixture.text(again).contains("Run 1"));
        assertEquals(1, kit.handled.get());
    }

    @Test
    void nextStepOfAnActionIsHandled() {
        kit.receive(action());
        kit.receive(action().with("data", "{\"title\":\"x\"}"));
        assertEquals(2, kit.handled.get());
    }

    @Test
    void sameStepIsHandledAfterAFormThatCameInTime() {
        kit.onAction(event -> Form.titled("Form").field(TextField.of("a", "A")).build());
        kit.receive(action());
        kit.receive(action().sentSecondsAgo(1));
        assertEquals(2, kit.handled.get());
    }

    @Test
    void rejectedCopyIsNotAnswered() {
        kit.receive(webhook());
        assertEquals(401, kit.status(webhook().signedBefore().with("resource", "{\"id\":\"other\"}")));
        assertEquals(1, kit.handled.get());
    }

    @Test
    void actionThatFailsIsAnsweredWithAMessage() {
        kit.onAction(event -> {
            throw new IllegalStateException("failed");
        });
        Outcome outcome = kit.receive(action());
        assertEquals(200, outcome.status());
        assertTrue(ReceptionFixture.text(outcome).contains("Something went wrong"), ReceptionFixture.text(outcome));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
