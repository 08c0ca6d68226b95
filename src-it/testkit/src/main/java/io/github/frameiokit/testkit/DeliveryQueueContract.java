package io.github.frameiokit.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.delivery.DeliveryException;
import io.github.frameiokit.delivery.DeliveryQueue;
import io.github.frameiokit.delivery.DeliveryQueue.Again;
import io.github.frameiokit.delivery.DeliveryQueue.Dead;
import io.github.frameiokit.delivery.DeliveryQueue.Done;
import io.github.frameiokit.delivery.DeliveryQueue.Entry;
import io.github.frameiokit.delivery.DeliveryQueue.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The contract of a {@link DeliveryQueue}, as JUnit 5 tests. The test class of an app's own queue implements it:
 *
 * <pre>{@code
 * class MyDeliveryQueueTest implements DeliveryQueueContract {
 *     public DeliveryQueue queue() { return new MyDeliveryQueue(broker); }
 * }
 * }</pre>
 *
 * <p>The tests use new random ids. They expect that nobody else uses the queue meanwhile, and leave it empty, except
 * for dead entries that it can't discard.
 */
public interface DeliveryQueueContract {

    /**
     * A queue to test: each call returns another node of the app, on the same data. The tests start and stop it.
     *
     * @return the queue, not started, never null
     */
    DeliveryQueue queue();

    /**
     * How another JVM gets a queue on the same data, for the test that kills it. Without this, the test is skipped.
     *
     * @return a public class with a public constructor without parameters; empty if the data can't be shared with
     *     another JVM
     */
    default Optional<Class<? extends Supplier<DeliveryQueue>>> queueOfAnotherJvm() {
        return Optional.empty();
    }

    /**
     * The system properties that the class of {@link #queueOfAnotherJvm} needs.
     *
     * @return the properties, such as {@code port=5432}, never null
     */
    default List<String> propertiesOfAnotherJvm() {
        return List.of();
    }

    /**
     * Whether the queue lists dead entries and can retry and discard them.
     *
     * @return whether it does; if not, those tests are skipped
     */
    default boolean managesDead() {
        return true;
    }

    /**
     * Whether the queue leaves out what doesn't count from the attempts, and counts the death of a node.
     *
     * @return whether it counts so; if not, those tests are skipped
     */
    default boolean countsExactly() {
        return true;
    }

    /**
     * Whether the queue knows which ids wait, so that it leaves out what is added again.
     *
     * @return whether it does; if not, that test is skipped
     */
    default boolean knowsWhatWaits() {
        return true;
    }

    /**
     * How long a test waits for what a queue should do.
     *
     * @return the time, by default a minute; never null
     */
    default Duration patience() {
        return Duration.ofMinutes(1);
    }

    /** An entry is handed out once, with its content, and not any more once the worker is done with it. */
    @Test
    default void anEntryIsHandedOutWithItsContent() throws Exception {
        try (Node node = new Node(queue(), work -> new Done())) {
            Entry entry = newEntry();
            node.queue.add(List.of(entry));
            assertEquals(new Handed(entry, 1), node.next(patience()));
            node.assertNothingMore();
        }
    }

    /** Several entries can be added at once. */
    @Test
    default void allEntriesOfACallAreHandedOut() throws Exception {
        try (Node node = new Node(queue(), work -> new Done())) {
            List<Entry> entries =
                    Stream.generate(DeliveryQueueContract::newEntry).limit(20).toList();
            node.queue.add(entries);
            node.assertHandedOut(entries, patience());
        }
    }

    /** An entry that has failed comes again, not before the time that the worker named, and with the next number. */
    @Test
    default void anEntryThatHasFailedComesAgainLater() throws Exception {
        Duration pause = Duration.ofSeconds(2);
        try (Node node = new Node(queue(), work -> work.attempt() < 3 ? new Again(pause, true) : new Done())) {
            Entry entry = newEntry();
            node.queue.add(List.of(entry));
            assertEquals(new Handed(entry, 1), node.next(patience()));
            for (int attempt = 2; attempt <= 3; attempt++) {
                long before = System.nanoTime();
                assertEquals(new Handed(entry, attempt), node.next(patience()));
                assertTrue(System.nanoTime() - before > pause.toNanos() / 2, "too early");
            }
            node.assertNothingMore();
        }
    }

    /** An attempt that doesn't count leaves the number as it is. */
    @Test
    default void whatDoesNotCountLeavesTheNumberAsItIs() throws Exception {
        Assumptions.assumeTrue(countsExactly());
        BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>(List.of(
                new Again(Duration.ZERO, true),
                new Again(Duration.ZERO, false),
                new Again(Duration.ZERO, true),
                new Done()));
        try (Node node = new Node(queue(), work -> outcomes.remove())) {
            Entry entry = newEntry();
            node.queue.add(List.of(entry));
            for (int attempt : List.of(1, 2, 2, 3)) {
                assertEquals(new Handed(entry, attempt), node.next(patience()));
            }
        }
    }

    /** An id that waits or is under way isn't added again. */
    @Test
    default void anIdThatWaitsIsNotAddedAgain() throws Exception {
        Assumptions.assumeTrue(knowsWhatWaits());
        CountDownLatch finish = new CountDownLatch(1);
        try (Node node = new Node(queue(), work -> {
            await(finish);
            return new Done();
        })) {
            Entry entry = newEntry();
            node.queue.add(List.of(entry));
            assertEquals(new Handed(entry, 1), node.next(patience()));
            node.queue.add(List.of(entry));
            finish.countDown();
            node.assertNothingMore();
        }
    }

    /** The longest content comes back unchanged. */
    @Test
    default void aLongContentComesBackUnchanged() throws Exception {
        String characters = " !\"#$%&'()*+,-./0123456789:;<=>?@AZ[\\]^_`az{|}~";
        Entry entry = new Entry(newEntry().id(), characters.repeat(longestContent() / characters.length()));
        try (Node node = new Node(queue(), work -> new Done())) {
            node.queue.add(List.of(entry));
            assertEquals(entry.content(), node.next(patience()).entry().content());
        }
    }

    /**
     * How long a content may be for this queue.
     *
     * @return the number of characters, by default three mebibytes
     */
    default int longestContent() {
        return 3 << 20;
    }

    /** Two nodes share the work, and each entry is handed out once. */
    @Test
    default void nodesShareTheWork() throws Exception {
        List<Entry> entries =
                Stream.generate(DeliveryQueueContract::newEntry).limit(200).toList();
        BlockingQueue<Handed> handed = new LinkedBlockingQueue<>();
        try (Node one = new Node(queue(), handed, work -> new Done());
                Node other = new Node(queue(), handed, work -> new Done())) {
            one.queue.add(entries.subList(0, 100));
            other.queue.add(entries.subList(100, 200));
            one.assertHandedOut(entries, patience());
            one.assertNothingMore();
        }
    }

    /** A node that stops finishes what it has begun, begins nothing more, and leaves the rest to others. */
    @Test
    default void aNodeThatStopsFinishesItsWorkAndLeavesTheRest() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Entry first = newEntry();
        Node one = new Node(queue(), work -> {
            begun.countDown();
            pause(Duration.ofSeconds(1));
            return new Again(Duration.ofSeconds(1), true);
        });
        try (one) {
            one.queue.add(List.of(first));
            await(begun);
        }
        assertEquals(new Handed(first, 1), one.next(Duration.ZERO));
        one.assertNothingMore();
        try (Node other = new Node(queue(), work -> new Done())) {
            assertEquals(new Handed(first, 2), other.next(patience()));
        }
    }

    /** A dead entry isn't handed out any more; it is listed with its last content, and can be retried or discarded. */
    @Test
    default void aDeadEntryCanBeRetriedOrDiscarded() throws Exception {
        Assumptions.assumeTrue(managesDead());
        Entry entry = newEntry();
        Entry dead = new Entry(entry.id(), "dead");
        try (Node node = new Node(queue(), work -> new Dead("dead"))) {
            node.queue.add(List.of(entry));
            assertEquals(new Handed(entry, 1), node.next(patience()));
            assertEquals(dead, node.dead(entry.id(), patience()));
            assertTrue(node.queue.retry(entry.id()));
            assertEquals(new Handed(dead, 1), node.next(patience()));
            assertEquals(dead, node.dead(entry.id(), patience()));
            assertTrue(node.queue.discard(entry.id()));
            assertFalse(node.queue.discard(entry.id()));
            assertFalse(node.queue.retry(entry.id()));
            assertEquals(
                    List.of(),
                    node.queue.dead(1000).stream().filter(dead::equals).toList());
            node.assertNothingMore();
        }
    }

    /** No more dead entries are listed than asked for. */
    @Test
    default void noMoreDeadEntriesAreListedThanAskedFor() throws Exception {
        Assumptions.assumeTrue(managesDead());
        List<Entry> entries =
                Stream.generate(DeliveryQueueContract::newEntry).limit(3).toList();
        try (Node node = new Node(queue(), work -> new Dead("dead"))) {
            node.queue.add(entries);
            for (Entry entry : entries) {
                node.dead(entry.id(), patience());
            }
            assertEquals(2, node.queue.dead(2).size());
            entries.forEach(entry -> assertTrue(node.queue.discard(entry.id())));
        }
    }

    /** What waits and what is dead is counted, if the queue counts at all. */
    @Test
    default void whatWaitsAndWhatIsDeadIsCounted() throws Exception {
        try (Node node = new Node(queue(), work -> new Again(Duration.ofHours(1), true))) {
            Assumptions.assumeTrue(node.queue.pendingCount().isPresent());
            long before = node.queue.pendingCount().getAsLong();
            Entry entry = newEntry();
            node.queue.add(List.of(entry));
            node.next(patience());
            assertEquals(before + 1, node.queue.pendingCount().getAsLong());
        }
    }

    /** What waits for its next attempt is due then, if the queue knows that at all. */
    @Test
    default void whatWaitsForItsNextAttemptIsDueLater() throws Exception {
        try (Node node = new Node(queue(), work -> new Again(Duration.ofHours(1), true))) {
            node.queue.add(List.of(newEntry()));
            node.next(patience());
            long end = System.nanoTime() + patience().toNanos();
            Optional<Instant> due = node.queue.earliestDue();
            Assumptions.assumeTrue(due.isPresent() || node.queue.earliestDue().isPresent(), "the queue doesn't know");
            while (due.isEmpty() || due.get().isBefore(Instant.now())) {
                assertTrue(System.nanoTime() < end, "due at " + due);
                pause(Duration.ofMillis(50));
                due = node.queue.earliestDue();
            }
        }
    }

    /** A queue that is open can take an entry, and goes on looking for entries, if it knows when it did. */
    @Test
    default void anOpenQueueCanTakeEntriesAndLooksForThem() throws Exception {
        try (Node node = new Node(queue(), work -> new Done())) {
            node.queue.check();
            Optional<Instant> first = node.queue.lastPoll();
            long end = System.nanoTime() + patience().toNanos();
            while (first.isPresent() && !node.queue.lastPoll().orElseThrow().isAfter(first.get())) {
                assertTrue(System.nanoTime() < end, "it hasn't looked since " + first);
                pause(Duration.ofMillis(50));
            }
        }
    }

    /** If a JVM is killed, another node gets all its entries, and those that it worked on have counted. */
    @Test
    default void whatAKilledJvmHasLeftIsHandedToAnotherNode() throws Exception {
        Assumptions.assumeTrue(queueOfAnotherJvm().isPresent(), "the data can't be shared with another JVM");
        List<String> ids = Stream.generate(() -> newEntry().id()).limit(12).toList();
        List<String> working;
        try (DeliveryNode killed = DeliveryNode.start(queueOfAnotherJvm().get(), propertiesOfAnotherJvm(), ids)) {
            working = killed.await(2);
        }
        try (Node node = new Node(queue(), work -> new Done())) {
            List<Handed> handed = node.assertHandedOut(
                    ids.stream().map(id -> new Entry(id, "content of " + id)).toList(), patience());
            if (countsExactly()) {
                handed.stream()
                        .filter(it -> working.contains(it.entry().id()))
                        .forEach(it -> assertEquals(2, it.attempt(), "the attempt after the killed one"));
            }
        }
    }

    /** Neither a queue nor what is in it has a content in its {@code toString}. */
    @Test
    default void nothingStoredIsShown() {
        DeliveryQueue queue = queue();
        String shown = queue + " " + new Entry(newEntry().id(), "the-content") + new Dead("the-content");
        assertFalse(shown.contains("the-content"), shown);
        queue.stop(Duration.ZERO);
    }

    /**
     * An entry that was handed to a worker.
     *
     * @param entry the entry
     * @param attempt the attempt's number
     */
    record Handed(Entry entry, int attempt) {}

    /** A queue that runs, and what it hands out. */
    final class Node implements AutoCloseable {

        private static final Duration A_WHILE = Duration.ofSeconds(3);
        private static final Duration LONGEST_OPENING = Duration.ofSeconds(20);
        private static final Duration LONGEST_STOP = Duration.ofSeconds(20);
        private static final Duration PAUSE = Duration.ofMillis(100);

        private final DeliveryQueue queue;
        private final BlockingQueue<Handed> handed;

        private Node(DeliveryQueue queue, Function<Handed, Outcome> worker) {
            this(queue, new LinkedBlockingQueue<>(), worker);
        }

        private Node(DeliveryQueue queue, BlockingQueue<Handed> handed, Function<Handed, Outcome> worker) {
            this.queue = queue;
            this.handed = handed;
            queue.start((entry, attempt) -> {
                Handed now = new Handed(entry, attempt);
                handed.add(now);
                return worker.apply(now);
            });
            awaitOpening();
        }

        /** A queue may take a while to open, and fails until then. */
        private void awaitOpening() {
            long end = System.nanoTime() + LONGEST_OPENING.toNanos();
            while (true) {
                try {
                    queue.pendingCount();
                    return;
                } catch (DeliveryException e) {
                    if (System.nanoTime() > end) {
                        throw e;
                    }
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
        }

        private Handed next(Duration patience) throws InterruptedException {
            Handed next = handed.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            assertTrue(next != null, "nothing was handed out within " + patience);
            return next;
        }

        private void assertNothingMore() throws InterruptedException {
            assertEquals(null, handed.poll(A_WHILE.toMillis(), TimeUnit.MILLISECONDS));
        }

        private List<Handed> assertHandedOut(List<Entry> entries, Duration patience) throws InterruptedException {
            List<Handed> all = new ArrayList<>();
            for (int i = 0; i < entries.size(); i++) {
                all.add(next(patience));
            }
            assertEquals(
                    entries.stream().map(Entry::id).sorted().toList(),
                    all.stream().map(it -> it.entry().id()).sorted().toList());
            return all;
        }

        private Entry dead(String id, Duration patience) {
            long end = System.nanoTime() + patience.toNanos();
            while (System.nanoTime() < end) {
                Optional<Entry> dead = queue.dead(1000).stream()
                        .filter(it -> it.id().equals(id))
                        .findFirst();
                if (dead.isPresent()) {
                    return dead.get();
                }
                pause(Duration.ofMillis(50));
            }
            throw new AssertionError("not among the dead within " + patience);
        }

        @Override
        public void close() {
            queue.stop(LONGEST_STOP);
        }
    }

    private static Entry newEntry() {
        byte[] id = new byte[32];
        IntStream.range(0, id.length)
                .forEach(i -> id[i] = (byte) ThreadLocalRandom.current().nextInt());
        return new Entry(HexFormat.of().formatHex(id), "{\"some\":\"content\"}");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(1, TimeUnit.MINUTES), "waited in vain");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
