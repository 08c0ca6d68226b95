package io.github.frameiokit.endurance;

import io.github.frameiokit.testkit.FakeFrameio;
import io.github.frameiokit.testkit.FakeIms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * The endurance run: two nodes on one store under a steady load, while what they depend on fails and one of them is
 * killed, or while one or the other is killed again and again. It ends with a table, and with status 1 if a promise of
 * the kit was broken.
 */
public final class Endurance {

    private static final int FIRST_PORT = 9390;
    private static final int STORE_PORT = 9395;
    private static final double SHARE_OF_CAPACITY = 0.8;
    /** Shorter runs end before the JVM has settled, so how it grows says nothing. */
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);
    /** Asynchronous handlers may still run when the last event has been answered. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private static final Duration MORE = Duration.ofSeconds(2);

    /** What a node leaves when the run ends has to be found by the other. */
    private static final Duration LONGEST_DELIVERY = Duration.ofSeconds(60);

    private static final long LOOK_EVERY_MILLIS = 100;

    private final Duration duration;
    private final String delivery;
    private final boolean kills;
    private final List<String> faults = new ArrayList<>();

    private Endurance(Duration duration, String delivery, boolean kills) {
        this.duration = duration;
        this.delivery = delivery;
        this.kills = kills;
    }

    /**
     * Runs it.
     *
     * @param args the directory of Open Liberty, the app's WAR, the seconds that it takes, {@code memory} or
     *     {@code jdbc} for {@code frameio.delivery}, and whether nodes are killed at random instead of all the other
     *     failures
     */
    public static void main(String[] args) throws Exception {
        Endurance run =
                new Endurance(Duration.ofSeconds(Long.parseLong(args[2])), args[3], Boolean.parseBoolean(args[4]));
        run.run(Path.of(args[0]), Path.of(args[1]).toAbsolutePath());
        run.faults.forEach(fault -> System.out.println("FAULT: " + fault));
        System.out.println(run.faults.isEmpty() ? "No promise was broken." : "Promises were broken.");
        System.exit(run.faults.isEmpty() ? 0 : 1);
    }

    private void run(Path liberty, Path war) throws Exception {
        try (FakeFrameio frameio = FakeFrameio.start();
                FakeIms ims = FakeIms.start();
                Store store = new Store(STORE_PORT)) {
            frameio.trust(ims);
            Map<String, String> properties =
                    Map.of("war", war.toString(), "h2.jar", Store.driver().toString(), "database.url", store.url());
            Map<String, String> config = Map.of(
                    "frameio.delivery",
                    delivery,
                    "frameio.api.url",
                    frameio.url().toString(),
                    "frameio.oauth.ims-url",
                    ims.url().toString(),
                    "frameio.oauth.client-id",
                    FakeIms.CLIENT_ID,
                    "frameio.oauth.client-secret",
                    FakeIms.CLIENT_SECRET,
                    "frameio.encryption.key",
                    Base64.getEncoder().encodeToString(new byte[32]));
            Path nodes = Files.createTempDirectory(Path.of("target"), "nodes-");
            try (Node one = new Node(FIRST_PORT, liberty, nodes.resolve("one"), properties, config);
                    Node two = new Node(FIRST_PORT + 1, liberty, nodes.resolve("two"), properties, config)) {
                one.start();
                two.start();
                Nodes both = new Nodes(List.of(one, two));
                Recovery recovery = new Recovery(isDurable() ? store::waiting : Set::of);
                run(both, ims, store, recovery, new Weather(frameio, ims, store, both, recovery));
            }
        }
    }

    private boolean isDurable() {
        return !delivery.equals("memory");
    }

    private void run(Nodes nodes, FakeIms ims, Store store, Recovery recovery, Weather weather) throws Exception {
        Ledger ledger = new Ledger(store::isFine);
        Mix mix = new Mix();
        SlowSenders slowSenders = new SlowSenders(mix, nodes, ledger);
        SignIns signIns = new SignIns(nodes, ims, weather);
        Times warmUp = new Times();
        double rate;
        try (Load load = new Load(mix, nodes, ledger, warmUp)) {
            double capacity = load.calibrate(duration.dividedBy(10));
            rate = SHARE_OF_CAPACITY * capacity;
            System.out.printf(Locale.ROOT, "The capacity is %,.0f/s, so the load is %,.0f/s.%n", capacity, rate);
            try (Crowd crowd = new Crowd()) {
                slowSenders.join(crowd);
                signIns.join(crowd);
                load.run(rate, duration.dividedBy(10));
            }
        }
        Node survivor = nodes.all().get(0);
        Vitals before = survivor.vitals();
        Times times = new Times();
        CompletableFuture<Void> weathered = CompletableFuture.runAsync(() -> weather.run(duration, kills));
        try (Crowd watching = new Crowd()) {
            watching.add("recovery", () -> watch(recovery, watching::isEnding));
            try (Load load = new Load(mix, nodes, ledger, times);
                    Crowd crowd = new Crowd()) {
                slowSenders.join(crowd);
                signIns.join(crowd);
                System.out.printf(Locale.ROOT, "The load was %,.0f/s.%n", load.run(rate, duration));
                // in a short run, a node may need longer to start than the rest of the time
                while (!weathered.isDone()) {
                    load.run(rate, MORE);
                }
                weathered.join();
            }
        }
        long latest = System.nanoTime() + LONGEST_DELIVERY.toNanos();
        watch(recovery, () -> recovery.isAllDone() || System.nanoTime() > latest);
        Thread.sleep(SETTLING.toMillis());
        Vitals after = survivor.vitals();
        for (Node node : nodes.all()) {
            for (Node.Life life : node.lives()) {
                ledger.read(life);
            }
        }
        Report.print(ledger, times, signIns);
        judge(
                ledger,
                signIns,
                new Verdict(isDurable(), recovery.kills() + nodes.all().size() * store.failures()));
        if (isDurable()) {
            judge(recovery);
        }
        if (!kills) {
            System.out.println("The surviving node, warmed up: " + before);
            System.out.println("The surviving node, at the end: " + after);
        }
        if (!kills && duration.compareTo(LONG_ENOUGH) >= 0) {
            faults.addAll(after.grownSince(before));
        }
    }

    private static void watch(Recovery recovery, BooleanSupplier end) {
        do {
            recovery.look(System.nanoTime());
            try {
                Thread.sleep(LOOK_EVERY_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        } while (!end.getAsBoolean());
        recovery.look(System.nanoTime());
    }

    private void judge(Recovery recovery) {
        System.out.printf(
                Locale.ROOT,
                "Nodes were killed %d times; what waited then was done within %.1f s%n",
                recovery.kills(),
                recovery.longest().toMillis() / 1e3);
        if (recovery.isTooSlow()) {
            faults.add("what waited when a node was killed wasn't done in time");
        }
    }

    private void judge(Ledger ledger, SignIns signIns, Verdict verdict) {
        verdict.faults(ledger).forEach((rule, events) -> faults.add(rule + ": " + events));
        System.out.println("Deliveries whose handler was called for a second attempt or more: " + ledger.repeated());
        System.out.println(
                "Asynchronous events that were lost with the killed node: " + verdict.lostWithTheKilled(ledger));
        signIns.faults().forEach((what, times) -> faults.add("a user without reason: " + what + ": " + times));
        if (signIns.exported() == 0 || signIns.signedIn() == 0) {
            faults.add("no user could sign in or export");
        }
    }
}
