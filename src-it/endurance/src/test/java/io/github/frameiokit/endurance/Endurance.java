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
import java.util.concurrent.CompletableFuture;

/**
 * The endurance run: two nodes on one store under a steady load, while what they depend on fails and one of them is
 * killed. It ends with a table, and with status 1 if a promise of the kit was broken.
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

    private final Duration duration;
    private final List<String> faults = new ArrayList<>();

    private Endurance(Duration duration) {
        this.duration = duration;
    }

    /**
     * Runs it.
     *
     * @param args the directory of Open Liberty, the app's WAR, and the seconds that it takes
     */
    public static void main(String[] args) throws Exception {
        Endurance run = new Endurance(Duration.ofSeconds(Long.parseLong(args[2])));
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
                    "frameio.api.url", frameio.url().toString(),
                    "frameio.oauth.ims-url", ims.url().toString(),
                    "frameio.oauth.client-id", FakeIms.CLIENT_ID,
                    "frameio.oauth.client-secret", FakeIms.CLIENT_SECRET,
                    "frameio.encryption.key", Base64.getEncoder().encodeToString(new byte[32]));
            Path nodes = Files.createTempDirectory(Path.of("target"), "nodes-");
            try (Node one = new Node(FIRST_PORT, liberty, nodes.resolve("one"), properties, config);
                    Node two = new Node(FIRST_PORT + 1, liberty, nodes.resolve("two"), properties, config)) {
                one.start();
                two.start();
                run(new Nodes(List.of(one, two)), one, ims, new Weather(frameio, ims, store, two));
            }
        }
    }

    private void run(Nodes nodes, Node survivor, FakeIms ims, Weather weather) throws Exception {
        Ledger ledger = new Ledger();
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
        Vitals before = survivor.vitals();
        Times times = new Times();
        CompletableFuture<Void> weathered = CompletableFuture.runAsync(() -> weather.run(duration));
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
        Thread.sleep(SETTLING.toMillis());
        Vitals after = survivor.vitals();
        for (Node node : nodes.all()) {
            for (Node.Life life : node.lives()) {
                ledger.read(life.journal());
            }
        }
        Report.print(ledger, times, signIns);
        System.out.println("The surviving node, warmed up: " + before);
        System.out.println("The surviving node, at the end: " + after);
        judge(ledger, signIns);
        if (duration.compareTo(LONG_ENOUGH) >= 0) {
            faults.addAll(after.grownSince(before));
        }
    }

    private void judge(Ledger ledger, SignIns signIns) {
        Verdict verdict = new Verdict();
        verdict.faults(ledger).forEach((rule, events) -> faults.add(rule + ": " + events));
        System.out.println(
                "Asynchronous events that were lost with the killed node: " + verdict.lostWithTheKilled(ledger));
        signIns.faults().forEach((what, times) -> faults.add("a user without reason: " + what + ": " + times));
        if (signIns.exported() == 0 || signIns.signedIn() == 0) {
            faults.add("no user could sign in or export");
        }
    }
}
