package io.github.frameiokit.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures the kit on one server. Its arguments are a {@link Plan}'s options. */
public final class Benchmark {

    private static final int FEW = 10;
    private static final int CONNECTIONS = 8;

    private final Plan plan;
    private final Cores cores;
    private final Report report = new Report();

    private Benchmark(Plan plan, Cores cores) {
        this.plan = plan;
        this.cores = cores;
    }

    /** Runs the parts of the plan. */
    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT);
        new Benchmark(Plan.of(String.join(" ", args)), Cores.pin()).run();
    }

    private void run() throws IOException, InterruptedException, GeneralSecurityException {
        System.out.printf("%s on JDK %s, %s%n%n", plan.platform(), Runtime.version(), cores);
        if (plan.parts().contains("throughput")) {
            throughput();
        }
        if (plan.parts().contains("handlers") && plan.platform().runsWars) {
            handlers();
        }
        if (plan.parts().contains("start")) {
            new Start(plan, cores, report).measure();
        }
        report.finish(Path.of("target", "benchmark-" + plan.platform().name().toLowerCase(Locale.ROOT) + ".md"));
    }

    /** The kit's endpoint to the hand-written one, and to Bolt's, for each number of connections. */
    private void throughput() throws IOException, InterruptedException, GeneralSecurityException {
        List<Path> wars = new ArrayList<>(List.of(Apps.withKit(FEW)));
        Target webhook = kit("kit", Event.WEBHOOK, wars.get(0));
        Target action = kit("kit", Event.ACTION, wars.get(0));
        Target ownWebhook = handwritten(Event.WEBHOOK, wars.get(0));
        Target ownAction = handwritten(Event.ACTION, wars.get(0));
        Target command = new Target("Bolt", Event.COMMAND, "/bolt/slack/events");
        List<Target> targets = new ArrayList<>(List.of(webhook, ownWebhook, action, ownAction));
        if (plan.platform() == Platform.LIBERTY) {
            wars.add(Apps.bolt());
            targets.add(command);
        }
        try (Server server = Server.start(plan, cores, "throughput", wars, plan.jvm(), webhook)) {
            for (int connections : plan.connections()) {
                Map<Target, Window> windows = compare(server, connections, targets);
                String with = ", " + connections + " connections";
                report.ratio("webhook, kit to hand-written" + with, windows.get(webhook), windows.get(ownWebhook));
                report.ratio("action, kit to hand-written" + with, windows.get(action), windows.get(ownAction));
                if (windows.containsKey(command)) {
                    report.ratio("webhook to Bolt's command" + with, windows.get(webhook), windows.get(command));
                    report.ratio("action to Bolt's command" + with, windows.get(action), windows.get(command));
                }
            }
            report.section(
                    "Memory", "The server has %.0f MiB resident at the end.%n".formatted(server.residentMemory()));
        }
    }

    /** An app with many other handlers to one with few, beside each other in one server. */
    private void handlers() throws IOException, InterruptedException, GeneralSecurityException {
        int many = plan.others().stream().mapToInt(it -> it).max().orElseThrow();
        Path fewWar = Apps.withKit(FEW);
        Path manyWar = Apps.withKit(many);
        List<Target> targets = new ArrayList<>();
        for (Event event : List.of(Event.WEBHOOK, Event.ACTION)) {
            targets.add(kit(FEW + " others", event, fewWar));
            targets.add(kit(many + " others", event, manyWar));
        }
        try (Server server =
                Server.start(plan, cores, "handlers", List.of(fewWar, manyWar), plan.jvm(), targets.get(1))) {
            Map<Target, Window> windows = compare(server, CONNECTIONS, targets);
            for (int i = 0; i < targets.size(); i += 2) {
                Target few = targets.get(i);
                report.ratio(
                        few.event().name().toLowerCase(Locale.ROOT) + ", " + many + " other handlers to " + FEW,
                        windows.get(targets.get(i + 1)),
                        windows.get(few));
            }
        }
    }

    private Map<Target, Window> compare(Server server, int connections, List<Target> targets)
            throws IOException, InterruptedException {
        try (Load load = new Load(Server.PORT, connections, () -> server.state().allocatedBytes())) {
            Map<Target, Window> windows = new Comparison(load, plan, targets).measure();
            Table table = Report.windows();
            windows.forEach((target, window) -> Report.row(table, target, window));
            report.section(connections + " connections", table);
            return windows;
        }
    }

    private Target kit(String side, Event event, Path war) {
        return new Target(side, event, plan.platform().context(Apps.name(war)) + "/frameio");
    }

    private Target handwritten(Event event, Path war) {
        return new Target("hand-written", event, plan.platform().context(Apps.name(war)) + "/handwritten");
    }
}
