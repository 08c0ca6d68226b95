package io.github.frameiokit.endurance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Sends the mix at a steady rate, with copies and repetitions. */
final class Load implements AutoCloseable {

    /** Enough that handlers which take 6 seconds leave connections for the others. */
    private static final int CONNECTIONS = 96;
    /** Few, as the capacity is measured with a new request for each answer. */
    private static final int CALIBRATING = 8;
    /** Frame.io sends an event at most five times. */
    private static final int MOST_ATTEMPTS = 5;
    /** How many of a thousand events are copied, and how many actions are repeated by schedule. */
    private static final int COPIED = 20;

    private static final Duration COPY_AFTER = Duration.ofMillis(5);
    private static final List<Duration> SCHEDULE = List.of(Duration.ofSeconds(2), Duration.ofSeconds(5));
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

    private final Mix mix;
    private final Nodes nodes;
    private final Ledger ledger;
    private final Times times;
    private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    private final DelayQueue<Due> due = new DelayQueue<>();

    Load(Mix mix, Nodes nodes, Ledger ledger, Times times) {
        this.mix = mix;
        this.nodes = nodes;
        this.ledger = ledger;
        this.times = times;
    }

    /** A request that has to be sent at some time. */
    private record Due(long nanoTime, Event event, int attempt, Optional<byte[]> copy, Node node) implements Delayed {

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(nanoTime - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }

    /**
     * Sends as much as the nodes can take, without copies and repetitions: a node at full speed forgets an event before
     * they are due. Returns the requests per second in the last third of the time.
     */
    double calibrate(Duration duration) throws Exception {
        long begin = System.nanoTime();
        long measured = begin + duration.toNanos() * 2 / 3;
        long end = begin + duration.toNanos();
        AtomicLong count = new AtomicLong();
        inParallel(CALIBRATING, sender -> {
            while (System.nanoTime() < end) {
                Event event = mix.next();
                if (!event.kind().takesLong()) {
                    answered(event, 1, sender.send(event, sign(event), nodes.next()));
                    if (System.nanoTime() > measured) {
                        count.incrementAndGet();
                    }
                }
            }
        });
        drain();
        return count.get() * 3e9 / duration.toNanos();
    }

    /** Sends at a rate, and then what has to be repeated; returns the rate that it achieved. */
    double run(double rate, Duration duration) throws Exception {
        long begin = System.nanoTime();
        AtomicLong slots = new AtomicLong();
        inParallel(CONNECTIONS, sender -> {
            for (long at = slot(slots, rate); at < duration.toNanos(); at = slot(slots, rate)) {
                LockSupport.parkNanos(begin + at - System.nanoTime());
                Due repetition = due.poll();
                if (repetition == null) {
                    first(sender, mix.next());
                } else {
                    again(sender, repetition);
                }
            }
        });
        double seconds = (System.nanoTime() - begin) / 1e9;
        drain();
        return slots.get() / seconds;
    }

    private static long slot(AtomicLong slots, double rate) {
        return (long) (slots.getAndIncrement() * 1e9 / rate);
    }

    /** Sends all that is due later. */
    private void drain() throws Exception {
        inParallel(CONNECTIONS, sender -> {
            while (!due.isEmpty()) {
                Due repetition = due.poll(1, TimeUnit.SECONDS);
                if (repetition != null) {
                    again(sender, repetition);
                }
            }
        });
    }

    private void first(Sender sender, Event event) {
        byte[] request = sign(event);
        Node node = nodes.next();
        boolean copied = ThreadLocalRandom.current().nextInt(1000) < COPIED;
        if (copied && ThreadLocalRandom.current().nextBoolean()) {
            // arrives while the first one is handled, or shortly after
            later(COPY_AFTER, event, 1, Optional.of(request), node);
        }
        boolean scheduled = event.kind().isAction() && (copied || event.kind().takesLong());
        if (scheduled) {
            SCHEDULE.forEach(after -> later(after, event, 1, Optional.empty(), node));
        }
        answered(event, 1, sender.send(event, request, node));
        if (copied && !scheduled) {
            later(Duration.ofSeconds(1), event, 1, Optional.of(request), node);
        }
    }

    private void again(Sender sender, Due repetition) {
        Event event = repetition.event;
        byte[] request = repetition.copy.orElseGet(() -> sign(event));
        answered(event, repetition.attempt, sender.send(event, request, repetition.node));
    }

    /** An event that has failed or wasn't answered is sent again, but a handler that throws will do so again. */
    private void answered(Event event, int attempt, Optional<Integer> status) {
        boolean failed = status.isEmpty() || status.get() >= 500 && event.kind() != Kind.THROWS;
        if (failed && attempt < MOST_ATTEMPTS) {
            later(AGAIN_AFTER.multipliedBy(attempt), event, attempt + 1, Optional.empty(), nodes.next());
        }
    }

    private byte[] sign(Event event) {
        ledger.of(event).signed();
        return Request.of(event);
    }

    private void later(Duration after, Event event, int attempt, Optional<byte[]> copy, Node node) {
        due.add(new Due(System.nanoTime() + after.toNanos(), event, attempt, copy, node));
    }

    private interface Work {
        void with(Sender sender) throws Exception;
    }

    private void inParallel(int connections, Work work) throws Exception {
        Callable<Void> thread = () -> {
            try (Sender sender = new Sender(nodes, ledger, times)) {
                work.with(sender);
                return null;
            }
        };
        List<Future<Void>> all = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            all.add(threads.submit(thread));
        }
        for (Future<Void> one : all) {
            one.get();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
