package io.github.frameiokit.internal.delivery;

import io.github.frameiokit.delivery.DeliveryException;
import io.github.frameiokit.delivery.DeliveryQueue;
import io.github.frameiokit.internal.Reach;
import io.github.frameiokit.internal.Reading;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the queue of durable delivery is, for health checks and metrics: they may ask as often as they like, and wait for
 * half a second at most. It never opens the queue, since it is asked on threads that don't have the app's names, and
 * perhaps before the app has begun. Thread-safe.
 */
@ApplicationScoped
public class QueueState {

    private static final Duration COUNTS_KEPT = Duration.ofSeconds(15);
    /** Brokers and large tables count slowly. */
    private static final int COUNTS_REST = 10;

    private static final Duration LONGEST = Duration.ofMillis(500);

    @Inject
    private ConfiguredQueue queues;

    private @Nullable Readings readings;

    /** Whether the queue can take an event. */
    public enum Access {
        /** There is no durable delivery. */
        NONE,
        /** The queue hasn't begun yet. */
        NOT_BEGUN,
        /** It can. */
        ANSWERS,
        /** It can't, or hasn't said so in time. */
        FAILS
    }

    /**
     * What is known now.
     *
     * @param engine {@code memory}, {@code jdbc}, {@code jms}, {@code sqs} or {@code own}
     * @param access whether the queue can take an event
     * @param problem why it can't, for the log; empty if it can
     * @param pending how many deliveries wait or are under way on all nodes, if the engine knows
     * @param dead how many are dead, if the engine knows
     * @param oldestSeconds for how long the oldest delivery has been due without being handed out, if the engine knows
     * @param lastPoll when the engine last looked for entries on this node, if it knows
     */
    public record Now(
            String engine,
            Access access,
            Optional<String> problem,
            OptionalLong pending,
            OptionalLong dead,
            OptionalLong oldestSeconds,
            Optional<Instant> lastPoll) {

        private static Now without(String engine, Access access, Optional<String> problem) {
            return new Now(
                    engine,
                    access,
                    problem,
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    Optional.empty());
        }
    }

    private record Counts(OptionalLong pending, OptionalLong dead, Optional<Instant> earliestDue) {

        private static final Counts UNKNOWN = new Counts(OptionalLong.empty(), OptionalLong.empty(), Optional.empty());

        /** What one of them can't tell leaves the others. */
        static Counts of(DeliveryQueue queue) {
            return new Counts(
                    known(queue::pendingCount, OptionalLong.empty()),
                    known(queue::deadCount, OptionalLong.empty()),
                    known(queue::earliestDue, Optional.empty()));
        }

        OptionalLong oldestSeconds() {
            return earliestDue
                    .map(due -> OptionalLong.of(
                            Math.max(0, Duration.between(due, Instant.now()).toSeconds())))
                    .orElseGet(() -> pending.isPresent() && pending.getAsLong() == 0
                            ? OptionalLong.of(0)
                            : OptionalLong.empty());
        }
    }

    private static <T> T known(Supplier<T> source, T otherwise) {
        try {
            return source.get();
        } catch (RuntimeException e) { // an app's own queue may throw any
            return otherwise;
        }
    }

    /** The readings of one queue. */
    private record Readings(DeliveryQueue queue, Reach reach, Reading<Counts> counts) {

        static Readings of(ConfiguredQueue.Begun begun) {
            DeliveryQueue queue = begun.queue();
            Executor threads = work -> begun.threads().newThread(work).start();
            return new Readings(
                    queue,
                    new Reach(queue::check, DeliveryException.class, threads),
                    new Reading<>(() -> Counts.of(queue), threads, COUNTS_KEPT, COUNTS_REST, System::nanoTime));
        }
    }

    /** The engine, as in {@link Now}. */
    public String engine() {
        return queues.engine();
    }

    /** Lets what takes a while begin, so that {@link #now} has to wait less. */
    public void prepare() {
        readings().ifPresent(it -> {
            it.reach().refresh();
            it.counts().refresh();
        });
    }

    /** What is known now. Doesn't fail. */
    public Now now() {
        prepare();
        Optional<Readings> mine = readings();
        if (mine.isEmpty()) {
            return notBegun();
        }
        Readings begun = mine.get();
        Optional<String> problem = begun.reach().problem();
        Counts counts = begun.counts().now(LONGEST).or(begun.counts()::last).orElse(Counts.UNKNOWN);
        return new Now(
                queues.engine(),
                problem.isEmpty() ? Access.ANSWERS : Access.FAILS,
                problem,
                counts.pending(),
                counts.dead(),
                counts.oldestSeconds(),
                lastPoll());
    }

    private Now notBegun() {
        if (!queues.isDurable()) {
            return Now.without(queues.engine(), Access.NONE, Optional.empty());
        }
        return queues.hasFailed()
                ? Now.without(queues.engine(), Access.FAILS, Optional.of("It can't begin."))
                : Now.without(queues.engine(), Access.NOT_BEGUN, Optional.empty());
    }

    /** When the engine last looked for entries on this node, if it knows. Doesn't wait. */
    public Optional<Instant> lastPoll() {
        return readings().flatMap(it -> known(it.queue()::lastPoll, Optional.empty()));
    }

    private synchronized Optional<Readings> readings() {
        if (readings == null) {
            readings = queues.begun().map(Readings::of).orElse(null);
        }
        return Optional.ofNullable(readings);
    }
}
