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
    private static final int MILLION = 1_000_000;

    private final Plan plan;
    private final Cores cores;
    private final Apps apps;
    private final Report report = new Report();

    private Benchmark(Plan plan, Cores cores) {
        this.plan = plan;
        this.cores = cores;
        this.apps = new Apps(plan.platform());
    }

    /** Runs the parts of the plan. */
    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT);
        new Benchmark(Plan.of(String.join(" ", args)), Cores.pin()).run();
    }

    private void run() throws IOException, InterruptedException, GeneralSecurityException {
        System.out.printf("%s on JDK %s, %s%n%n", plan.platform(), Runtime.version(), cores);
        Server.deleteInstances();
        if (plan.parts().contains("throughput")) {
            throughput();
        }
        if (plan.parts().contains("handlers") && plan.platform().runsWars) {
            handlers();
        }
        if (plan.parts().contains("start")) {
            new Start(plan, cores, apps, report).measure();
        }
        if (plan.parts().contains("million")) {
            million();
        }
        if (plan.parts().contains("delivery")) {
            delivery();
        }
        report.finish(Path.of("target", "benchmark-" + plan.platform() + ".md"));
    }

    /** The kit's endpoint to the hand-written one, and to Bolt's, for each number of connections. */
    private void throughput() throws IOException, InterruptedException, GeneralSecurityException {
        List<Path> wars = new ArrayList<>(List.of(apps.withKit(FEW)));
        List<Target> targets = new ArrayList<>();
        for (Event event : List.of(Event.WEBHOOK, Event.ACTION)) {
            targets.add(kit("kit", event, wars.get(0)));
            targets.add(handwritten(event, wars.get(0)));
        }
        if (plan.platform() == Platform.LIBERTY) {
            wars.add(apps.bolt());
            targets.add(new Target("Bolt", Event.COMMAND, "/bolt/slack/events"));
        }
        Target first = targets.get(0);
        targets.removeIf(target -> !plan.events().contains(target.event()));
        try (Server server = Server.start(plan, cores, "throughput", wars, plan.jvm(), first)) {
            for (int connections : plan.connections()) {
                ratios(compare(server, connections, targets), connections);
            }
            report.section(
                    "Memory", "The server has %.0f MiB resident at the end.%n".formatted(server.residentMemory()));
        }
    }

    /** The kit's windows to all others of the same event, and to Bolt's. */
    private void ratios(Map<Target, Window> windows, int connections) {
        windows.forEach((kit, window) -> windows.forEach((other, otherWindow) -> {
            boolean comparable = other.event() == kit.event() || other.event() == Event.COMMAND;
            if (kit.side().equals("kit") && !other.side().equals("kit") && comparable) {
                report.ratio("%s to %s, %d connections".formatted(kit, other.side(), connections), window, otherWindow);
            }
        }));
    }

    /** An app with many other handlers to one with few, beside each other in one server. */
    private void handlers() throws IOException, InterruptedException, GeneralSecurityException {
        int many = plan.others().stream().mapToInt(it -> it).max().orElseThrow();
        Path fewWar = apps.withKit(FEW);
        Path manyWar = apps.withKit(many);
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

    private void million() throws IOException, InterruptedException, GeneralSecurityException {
        Path war = apps.withKit(FEW);
        Target target = kit("kit", Event.WEBHOOK, war);
        try (Server server = Server.start(plan, cores, "million", List.of(war), plan.jvm(), target);
                Load load =
                        new Load(Server.PORT, CONNECTIONS, () -> server.state().allocatedBytes())) {
            new Comparison(load, plan, List.of(target)).warmUp();
            new Million(load, target, server::usedHeap, report).measure(MILLION);
        }
    }

    /** Asynchronous events in memory and in a database, in two apps in one server. */
    private void delivery() throws IOException, InterruptedException, GeneralSecurityException {
        List<Path> wars = new ArrayList<>();
        List<Target> targets = new ArrayList<>();
        for (String engine : List.of("memory", "jdbc")) {
            Path war = apps.withDelivery(engine);
            wars.add(war);
            targets.add(kit(engine, Event.LATER, war));
        }
        Server.configure("delivery", "database", Deliveries.serverConfig(plan.database()));
        try (Server server = Server.start(plan, cores, "delivery", wars, plan.jvm(), targets.get(1))) {
            new Deliveries(plan, server, targets, report).measure();
        }
    }

    private Map<Target, Window> compare(Server server, int connections, List<Target> targets)
            throws IOException, InterruptedException {
        try (Load load = new Load(Server.PORT, connections, () -> server.state().allocatedBytes())) {
            Map<Target, Window> windows = new Comparison(load, plan, targets).measure();
            Table table = Report.windows();
            windows.forEach((target, window) -> Report.row(table, target.toString(), window));
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
