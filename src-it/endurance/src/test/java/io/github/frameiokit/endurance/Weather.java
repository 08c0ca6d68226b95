package io.github.frameiokit.endurance;

import io.github.frameiokit.testkit.FakeFrameio;
import io.github.frameiokit.testkit.FakeIms;
import io.github.frameiokit.testkit.Scripted;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** What goes wrong around the app, one after the other, in parts of the run's time. */
final class Weather {

    /** After a failure of Adobe's, the kit asks again after 30 seconds, and a request may wait for a few more. */
    private static final long AFTERMATH_NANOS = Duration.ofSeconds(45).toNanos();

    private static final Duration LONGEST_PEACE = Duration.ofSeconds(5);
    private static final Duration SLOW = Duration.ofSeconds(1);
    private static final Duration USUAL = Duration.ofMillis(50);

    private final FakeFrameio frameio;
    private final FakeIms ims;
    private final Store store;
    private final Nodes nodes;
    private final Recovery recovery;
    private volatile boolean bad;
    private volatile long lastBad;

    Weather(FakeFrameio frameio, FakeIms ims, Store store, Nodes nodes, Recovery recovery) {
        this.frameio = frameio;
        this.ims = ims;
        this.store = store;
        this.nodes = nodes;
        this.recovery = recovery;
        frameio.slow(USUAL);
        lastBad = System.nanoTime() - AFTERMATH_NANOS;
    }

    /** Whether a sign-in has to work: all is well, and has been for a while. */
    boolean isFine() {
        return !bad && System.nanoTime() - lastBad >= AFTERMATH_NANOS;
    }

    /**
     * Lets everything go wrong, which takes three quarters of the duration, or only kills nodes for all of it. Both
     * take longer if a node needs longer to start.
     */
    void run(Duration duration, boolean kills) {
        try {
            if (kills) {
                kill(duration);
            } else {
                change(duration);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void change(Duration duration) throws Exception {
        Duration part = duration.dividedBy(20);
        fine(part);
        bad("The token store fails", store::fail, store::recover, part);
        fine(part.multipliedBy(2));
        bad("Adobe is down", () -> ims.down(true), () -> ims.down(false), part);
        bad("Adobe is slow", () -> ims.slow(SLOW), () -> ims.slow(Duration.ZERO), part);
        bad("Frame.io's API is slow", () -> frameio.slow(SLOW), () -> frameio.slow(USUAL), part);
        bad("Frame.io's API refuses", this::refuse, () -> {}, part);
        fine(part.multipliedBy(2));
        Node victim = nodes.all().get(1);
        bad("A node is killed", () -> kill(victim), victim::start, part.multipliedBy(2));
        fine(part.multipliedBy(3));
    }

    /** Kills one node or the other at random, and starts it again at once, over and over. */
    private void kill(Duration duration) throws Exception {
        System.out.println("Nodes are killed for " + duration.toSeconds() + " s.");
        bad = true;
        for (long end = System.nanoTime() + duration.toNanos(); System.nanoTime() < end; ) {
            Node victim = nodes.all()
                    .get(ThreadLocalRandom.current().nextInt(nodes.all().size()));
            kill(victim);
            victim.start();
            Thread.sleep(ThreadLocalRandom.current().nextLong(LONGEST_PEACE.toMillis()));
        }
        lastBad = System.nanoTime();
        bad = false;
    }

    private interface Change {
        void happen() throws Exception;
    }

    private void kill(Node victim) {
        long at = System.nanoTime();
        victim.kill();
        recovery.killed(at);
    }

    private static void fine(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
    }

    private void bad(String what, Change begin, Change end, Duration time) throws Exception {
        System.out.println(what + " for " + time.toSeconds() + " s.");
        bad = true;
        begin.happen();
        Thread.sleep(time.toMillis());
        end.happen();
        lastBad = System.nanoTime();
        bad = false;
    }

    /** Every way to refuse, for the calls that the app will make next. */
    private void refuse() {
        for (int i = 0; i < 20; i++) {
            frameio.answer(
                    "files.show",
                    Scripted.error(500),
                    Scripted.error(429).header("Retry-After", "1"),
                    Scripted.error(503),
                    Scripted.NO_ANSWER,
                    Scripted.error(401),
                    new Scripted(200, Map.of(), "no JSON"),
                    Scripted.error(404));
        }
    }
}
