package io.github.frameiokit.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long a server takes from its start to its first answer, with the kit and without it. */
final class Start {

    private static final int FIRST_REQUESTS = 10;
    /** Open Liberty's launcher brings a Java agent. */
    private static final List<String> ARCHIVES_WITH_AN_AGENT =
            List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:+AllowArchivingWithJavaAgent");

    /**
     * An app, and how it is started.
     *
     * @param before the JVM's options of the start that doesn't count
     * @param jvm those of all others
     */
    private record Variant(String name, Path war, Target target, List<String> before, List<String> jvm) {}

    /**
     * One start.
     *
     * @param ready milliseconds to the first answer, as all of these are
     * @param cdi how long CDI took to deploy the app
     * @param memory the resident memory after ten requests, in MiB
     */
    private record Sample(double ready, double cdi, double first, double tenth, double memory) {

        static Sample medians(List<Sample> samples) {
            return new Sample(
                    Window.median(samples, Sample::ready),
                    Window.median(samples, Sample::cdi),
                    Window.median(samples, Sample::first),
                    Window.median(samples, Sample::tenth),
                    Window.median(samples, Sample::memory));
        }
    }

    private final Plan plan;
    private final Cores cores;
    private final Apps apps;
    private final Report report;

    Start(Plan plan, Cores cores, Apps apps, Report report) {
        this.plan = plan;
        this.cores = cores;
        this.apps = apps;
        this.report = report;
    }

    /** Starts all variants in turn, some times. The first start of each doesn't count, since servers cache then. */
    void measure() throws IOException, InterruptedException, GeneralSecurityException {
        List<Variant> variants = variants();
        Map<Variant, List<Sample>> samples = new LinkedHashMap<>();
        for (Variant variant : variants) {
            samples.put(variant, new ArrayList<>());
            start(variant, variant.before());
        }
        for (int i = 0; i < plan.starts(); i++) {
            for (Variant variant : variants) {
                samples.get(variant).add(start(variant, variant.jvm()));
            }
        }
        Table table = new Table(
                "app", "ready ms", "CDI ms", "first request ms", "tenth request ms", "first to tenth", "memory MiB");
        samples.forEach((variant, all) -> row(table, variant.name(), Sample.medians(all)));
        report.section("Start", table);
    }

    private List<Variant> variants() throws IOException {
        List<Variant> variants = new ArrayList<>();
        for (int others : plan.others()) {
            variants.add(variant("without the kit", others, apps.withoutKit(others), "/handwritten"));
            variants.add(variant("kit", others, apps.withKit(others), "/frameio"));
        }
        if (plan.platform() == Platform.QUARKUS) {
            // it is built once, with the kit
            variants.subList(2, variants.size()).clear();
            variants.remove(0);
        }
        variants.add(archived(variants.get(variants.size() > 1 ? 1 : 0)));
        return variants;
    }

    private Variant variant(String side, int others, Path war, String path) {
        Target target = new Target(side, Event.WEBHOOK, plan.platform().context(Apps.name(war)) + path);
        return new Variant(side + ", " + others + " others", war, target, plan.jvm(), plan.jvm());
    }

    /** The same app with an archive of its classes, which the JVM writes at the end of the start that doesn't count. */
    private static Variant archived(Variant variant) {
        Path archive = Path.of("target", "classes.jsa").toAbsolutePath();
        return new Variant(
                variant.name() + ", class archive",
                variant.war(),
                variant.target(),
                with(variant.jvm(), "-XX:ArchiveClassesAtExit=" + archive),
                with(variant.jvm(), "-XX:SharedArchiveFile=" + archive));
    }

    private static List<String> with(List<String> jvm, String option) {
        List<String> all = new ArrayList<>(jvm);
        all.addAll(ARCHIVES_WITH_AN_AGENT);
        all.add(option);
        return all;
    }

    private Sample start(Variant variant, List<String> jvm)
            throws IOException, InterruptedException, GeneralSecurityException {
        String instance = variant.name().replaceAll("\\W+", "-");
        try (Server server = Server.start(plan, cores, instance, List.of(variant.war()), jvm, variant.target());
                Connection connection = new Connection(Server.PORT)) {
            SignedRequest request = new SignedRequest(variant.target());
            double millis = 0;
            for (int i = 1; i < FIRST_REQUESTS; i++) {
                long sent = System.nanoTime();
                connection.exchange(request.next());
                millis = (System.nanoTime() - sent) / 1e6;
            }
            return new Sample(
                    server.startMillis(),
                    server.state().cdiMicros() / 1000.0,
                    server.firstMillis(),
                    millis,
                    server.residentMemory());
        }
    }

    private static void row(Table table, String name, Sample sample) {
        table.row(
                name,
                "%,.0f".formatted(sample.ready()),
                "%,.0f".formatted(sample.cdi()),
                "%.1f".formatted(sample.first()),
                "%.1f".formatted(sample.tenth()),
                "%.1f".formatted(sample.first() / sample.tenth()),
                "%,.0f".formatted(sample.memory()));
    }
}
