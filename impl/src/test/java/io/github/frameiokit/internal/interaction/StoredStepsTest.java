package io.github.frameiokit.internal.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.internal.events.Outcome;
import io.github.frameiokit.internal.oauth.SealedStore;
import io.github.frameiokit.oauth.TokenStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes that share the steps of actions in a database. */
class StoredStepsTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(300);

    private static Nodes nodes;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final String step = UUID.randomUUID().toString();
    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();

    @BeforeAll
    static void start() {
        nodes = new Nodes(2);
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
        Nodes.Database.refuse(0);
    }

    @Test
    void aNodeWaitsForTheStepThatAnotherOneRuns() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        Future<Outcome> first = threads.submit(() -> one().run(step, () -> {
            running.countDown();
            pause(500);
            return form("first");
        }));
        running.await();
        Outcome second = other().run(step, () -> form("second"));
        assertEquals("first", text(first.get()));
        assertEquals("first", text(second));
        assertTrue(second.asks());
    }

    @Test
    void ofManyNodesThatGetTheSameStepAtOnceOneRunsIt() throws Exception {
        Callable<Outcome> copy =
                () -> node(runs.get() % 2, LONG, System::nanoTime).run(step, () -> counted("answer"));
        for (Future<Outcome> answer : threads.invokeAll(List.of(copy, copy, copy, copy, copy, copy, copy, copy))) {
            assertEquals("answer", text(answer.get()));
        }
        assertEquals(1, runs.get());
    }

    @Test
    void aMessageAnswersARepetitionOnAnotherNode() {
        one().run(step, () -> counted("message"));
        Outcome again = other().run(step, () -> counted("another"));
        assertEquals("message", text(again));
        assertEquals(200, again.status());
        assertEquals(1, runs.get());
    }

    @Test
    void anEmptyAnswerAnswersARepetitionOnAnotherNode() {
        one().run(step, Outcome::done);
        assertEquals("", text(other().run(step, () -> counted("another"))));
        assertEquals(0, runs.get());
    }

    @Test
    void theSameValuesAfterAFormThatWasReceivedAreTheNextStep() {
        one().run(step, () -> form("page 1"));
        assertEquals("page 2", text(other().run(step, () -> form("page 2"))));
        assertEquals("page 3", text(one().run(step, () -> form("page 3"))));
    }

    @Test
    void aFormThatCameTooLateAnswersTheNextRepetitionAndNoFurtherOne() {
        node(0, LONG, nanos::get).run(step, () -> {
            nanos.addAndGet(Duration.ofSeconds(6).toNanos());
            return form("late");
        });
        Outcome repeated = other().run(step, () -> form("next"));
        assertEquals("late", text(repeated));
        assertTrue(repeated.shared(), "so this node's own memory doesn't keep it");
        assertEquals("next", text(other().run(step, () -> form("next"))));
    }

    @Test
    void aFormThatCameTooLateIsGivenThoughTheStoreFailsToForgetIt() {
        node(0, LONG, nanos::get).run(step, () -> {
            nanos.addAndGet(Duration.ofSeconds(6).toNanos());
            return form("late");
        });
        AtomicInteger looks = new AtomicInteger();
        StoredSteps node = node(1, LONG, () -> {
            if (looks.incrementAndGet() == 2) { // the first is at the arrival, the second before it forgets the form
                Nodes.Database.refuse(100);
            }
            return System.nanoTime();
        });
        assertEquals("late", text(node.run(step, () -> counted("next"))));
        assertEquals(0, runs.get());
    }

    @Test
    void aFailedStepIsRunAgain() {
        assertEquals(500, one().run(step, Outcome::failed).status());
        assertEquals("answer", text(other().run(step, () -> counted("answer"))));
    }

    @Test
    void aStepThatThrowsIsRunAgain() {
        assertThrows(
                IllegalStateException.class,
                () -> one().run(step, () -> {
                    throw new IllegalStateException("as the test wants it");
                }));
        assertEquals("answer", text(other().run(step, () -> counted("answer"))));
    }

    @Test
    void theClaimOfADeadNodeIsTakenOverAndItsAnswerShared() {
        claim();
        assertEquals("answer", text(node(1, SHORT, System::nanoTime).run(step, () -> counted("answer"))));
        assertEquals("answer", text(one().run(step, () -> counted("another"))));
        assertEquals(1, runs.get());
    }

    @Test
    void ofTwoNodesThatWaitForADeadOneOnlyOneRunsTheStep() throws Exception {
        claim();
        Callable<Outcome> waiting = () -> node(0, SHORT, System::nanoTime).run(step, () -> {
            pause(1000);
            return counted("answer");
        });
        List<Integer> statuses = threads.invokeAll(List.of(waiting, waiting)).stream()
                .map(StoredStepsTest::get)
                .map(Outcome::status)
                .sorted()
                .toList();
        assertEquals(List.of(200, 503), statuses);
        assertEquals(1, runs.get());
    }

    @Test
    void theAnswerOfANodeWhoseClaimWasTakenOverReplacesNoOther() {
        Outcome slow = one().run(step, () -> {
            node(1, SHORT, System::nanoTime).run(step, () -> answer("of the other node"));
            return answer("of the slow node");
        });
        assertEquals("of the slow node", text(slow));
        assertFalse(slow.shared());
        assertEquals("of the other node", text(one().run(step, () -> counted("another"))));
    }

    @Test
    void whileTheStoreIsDownANodeRunsAStepForItself() {
        Nodes.Database.refuse(100);
        Outcome outcome = one().run(step, () -> counted("answer"));
        assertEquals("answer", text(outcome));
        assertFalse(outcome.shared());
    }

    @Test
    void aStoreThatHasFailedIsAskedAgainAfterTenSeconds() {
        StoredSteps node = node(0, LONG, nanos::get);
        Nodes.Database.refuse(100);
        node.run(step, () -> counted("down"));
        Nodes.Database.refuse(0);
        nanos.addAndGet(Duration.ofSeconds(9).toNanos());
        assertFalse(node.run(step, () -> counted("not asked")).shared());
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertTrue(node.run(step, () -> counted("asked")).shared());
    }

    @Test
    void aStoreThatFailsBeforeTheAnswerIsStoredLosesNoAnswer() {
        Outcome outcome = one().run(step, () -> {
            Nodes.Database.refuse(100);
            return answer("answer");
        });
        assertEquals("answer", text(outcome));
        assertFalse(outcome.shared());
    }

    @Test
    void aNodeThatWaitsSurvivesAShortFailureOfTheStore() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Future<Outcome> first = threads.submit(() -> one().run(step, () -> {
            running.countDown();
            await(release);
            return counted("answer");
        }));
        running.await();
        Future<Outcome> second = threads.submit(() -> other().run(step, () -> counted("another")));
        pause(300);
        Nodes.Database.refuse(2);
        pause(700);
        release.countDown();
        assertEquals("answer", text(first.get()));
        assertEquals("answer", text(second.get()));
        assertEquals(1, runs.get());
    }

    @Test
    void anAnswerThatIsTooLongForTheStoreIsNotShared() {
        Random random = new Random(1);
        String noise = new String(random.ints(TokenStore.Entry.LONGEST, ' ', '~')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
        Outcome outcome = one().run(step, () -> counted(noise));
        assertEquals(noise, text(outcome));
        assertFalse(outcome.shared());
        assertEquals("another", text(other().run(step, () -> counted("another"))));
    }

    @Test
    void whatIsStoredIsSealed() {
        one().run(step, () -> answer("a secret of the user"));
        Nodes.entries().forEach(entry -> assertFalse(entry.contains("secret") || entry.contains(step), entry));
    }

    @Test
    void aNodeThatIsStoppedWhileItWaitsSaysThatItIsBusy() throws Exception {
        claim();
        Future<Outcome> waiting = threads.submit(() -> other().run(step, () -> counted("answer")));
        pause(200);
        threads.shutdownNow();
        assertEquals(503, waiting.get().status());
        assertEquals(0, runs.get());
    }

    @Test
    void nodesThatDoNotShareRunAStepEach() {
        one().run(step, () -> counted("one"));
        StoredSteps alone = new StoredSteps(store(1), false, LONG, System::nanoTime);
        assertEquals("other", text(alone.run(step, () -> counted("other"))));
    }

    @Test
    void aStoreOfANodeWithAKeyIsShared() {
        assertTrue(store(0).isShared());
    }

    /** Claims the step for a node that never answers. */
    private void claim() {
        store(0).put(SealedStore.Name.of("step", step), StepEntry.RUNNING, Duration.ofMinutes(1), 0);
    }

    private StoredSteps one() {
        return node(0, LONG, System::nanoTime);
    }

    private StoredSteps other() {
        return node(1, LONG, System::nanoTime);
    }

    private static StoredSteps node(int index, Duration maxWait, LongSupplier nanoTime) {
        return new StoredSteps(store(index), true, maxWait, nanoTime);
    }

    private static SealedStore store(int index) {
        return nodes.node(index).select(SealedStore.class).get();
    }

    private Outcome counted(String answer) {
        runs.incrementAndGet();
        return answer(answer);
    }

    private static Outcome answer(String text) {
        return Outcome.answered(text.getBytes(StandardCharsets.UTF_8), false);
    }

    private static Outcome form(String text) {
        return Outcome.answered(text.getBytes(StandardCharsets.UTF_8), true);
    }

    private static String text(Outcome outcome) {
        return new String(outcome.answer(), StandardCharsets.UTF_8);
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
