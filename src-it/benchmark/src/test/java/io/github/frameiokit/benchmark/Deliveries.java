package io.github.frameiokit.benchmark;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** How fast events reach an asynchronous handler, with one engine for durable delivery and with another. */
final class Deliveries {

    static final String DATA_SOURCE = "jdbc/deliveries";

    private static final int CONNECTIONS = 8;
    private static final int BATCH = 2_000;
    private static final int TRIPS = 300;
    private static final long PAUSE_MILLIS = 5;

    private final Plan plan;
    private final Server server;
    private final List<Target> targets;
    private final Report report;

    Deliveries(Plan plan, Server server, List<Target> targets, Report report) {
        this.plan = plan;
        this.server = server;
        this.targets = targets;
        this.report = report;
    }

    /** The data source, for {@code server.xml}. */
    static String serverConfig(String database) {
        if (database.isEmpty()) {
            throw new IllegalArgumentException("the part delivery needs the option database=jdbc:postgresql://…");
        }
        return """
                <server>
                  <featureManager>
                    <feature>concurrent</feature>
                    <feature>jdbc</feature>
                  </featureManager>
                  <library id="postgresql">
                    <file name="%s" />
                  </library>
                  <dataSource jndiName="%s">
                    <jdbcDriver libraryRef="postgresql" javax.sql.DataSource="%s" />
                    <properties URL="%s" />
                    <connectionManager maxPoolSize="40" />
                  </dataSource>
                </server>
                """.formatted(
                        Apps.jar(PGSimpleDataSource.class),
                        DATA_SOURCE,
                        PGSimpleDataSource.class.getName(),
                        database.replace("&", "&amp;"));
    }

    void measure() throws IOException, InterruptedException, GeneralSecurityException {
        try (Load load = load()) {
            new Comparison(load, plan, targets).warmUp();
        }
        for (Target target : targets) {
            awaitRest(target);
        }
        // the server has closed the connections that waited for the rest
        try (Load load = load()) {
            batches(load);
        }
        trips();
    }

    private Load load() throws IOException {
        return new Load(Server.PORT, CONNECTIONS, () -> server.state().allocatedBytes());
    }

    /** Sends batches, and waits after each until all its events are handled. */
    private void batches(Load load) throws IOException, InterruptedException {
        Map<Target, List<Window>> answered = new LinkedHashMap<>();
        Map<Target, List<Double>> handled = new LinkedHashMap<>();
        for (int round = 0; round < plan.rounds(); round++) {
            for (Target target : targets) {
                long before = server.handled(target).count();
                long began = micros();
                Window window = load.requests(target, BATCH);
                long end = await(target, before + BATCH).lastMicros();
                answered.computeIfAbsent(target, it -> new ArrayList<>()).add(window);
                handled.computeIfAbsent(target, it -> new ArrayList<>()).add(BATCH * 1e6 / (end - began));
            }
        }
        Table table = Report.windows();
        Map<Target, Window> medians = new LinkedHashMap<>();
        answered.forEach((target, windows) -> {
            medians.put(target, Window.medians(windows));
            Report.row(table, target.toString(), medians.get(target));
        });
        report.section("Answers to events that are handled later", table);
        Table rates = new Table("target", "handled/s");
        handled.forEach((target, all) ->
                rates.row(target.toString(), "%,.0f".formatted(Window.median(all, Double::doubleValue))));
        report.section("Handled events, from the first request of a batch to the last handler", rates);
        report.ratio(
                targets.get(1) + " to " + targets.get(0).side(),
                medians.get(targets.get(1)),
                medians.get(targets.get(0)));
    }

    /** Sends one event at a time, so that none waits for another. */
    private void trips() throws IOException, InterruptedException, GeneralSecurityException {
        Table table = new Table("target", "answer p50 µs", "p99 µs", "handler p50 µs", "p99 µs");
        try (Connection connection = new Connection(Server.PORT)) {
            for (Target target : targets) {
                SignedRequest request = new SignedRequest(target);
                long[] answers = new long[TRIPS];
                long[] handlers = new long[TRIPS];
                for (int i = 0; i < TRIPS; i++) {
                    long before = server.handled(target).count();
                    byte[] next = request.next();
                    long began = micros();
                    connection.exchange(next);
                    answers[i] = micros() - began;
                    handlers[i] = await(target, before + 1).lastMicros() - began;
                }
                table.row(
                        target.toString(),
                        "%,d".formatted(percentile(answers, 50)),
                        "%,d".formatted(percentile(answers, 99)),
                        "%,d".formatted(percentile(handlers, 50)),
                        "%,d".formatted(percentile(handlers, 99)));
            }
        }
        report.section("One event after the other, from sending it to its answer and to its handler", table);
    }

    private Server.Handled await(Target target, long count) throws InterruptedException {
        Server.Handled handled = server.handled(target);
        while (handled.count() < count) {
            Thread.sleep(PAUSE_MILLIS);
            handled = server.handled(target);
        }
        return handled;
    }

    /** Waits until no event is handled any more. */
    private void awaitRest(Target target) throws InterruptedException {
        long before = -1;
        for (long count = server.handled(target).count(); count != before; ) {
            Thread.sleep(1_000);
            before = count;
            count = server.handled(target).count();
        }
    }

    private static long percentile(long[] micros, int percent) {
        long[] sorted = micros.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length * percent / 100];
    }

    private static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
