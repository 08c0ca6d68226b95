package io.github.frameiokit.internal.interaction;

import io.github.frameiokit.internal.events.Outcome;
import io.github.frameiokit.internal.oauth.SealedStore;
import io.github.frameiokit.internal.store.Pool;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Measures what sharing costs a step, one step after the other on one connection. It is no test, and runs only when it
 * is named. Without the system property {@code cost.database}, a JDBC URL, the database is H2 in memory.
 */
class StoredStepsCost {

    private static final int WARM_UP = 2_000;
    private static final int MEASURED = 5_000;
    private static final Outcome MESSAGE = Outcome.answered(
            "{\"title\":\"In progress\",\"description\":\"You will find the transcript in the comments.\"}"
                    .getBytes(StandardCharsets.UTF_8),
            false);

    @Test
    void ofOneStep() throws Exception {
        String url = System.getProperty("cost.database", "jdbc:h2:mem:cost");
        try (Connection connection = DriverManager.getConnection(url);
                Nodes nodes = new Nodes(2)) {
            Nodes.Database.source = () -> Pool.kept(connection);
            StoredSteps one = steps(nodes, 0);
            StoredSteps other = steps(nodes, 1);
            measure("a step", step -> one.run(step, () -> MESSAGE));
            String known = UUID.randomUUID().toString();
            one.run(known, () -> MESSAGE);
            measure("a repetition on another node", step -> other.run(known, () -> MESSAGE));
        }
    }

    private static StoredSteps steps(Nodes nodes, int index) {
        return new StoredSteps(
                nodes.node(index).select(SealedStore.class).get(), true, Duration.ofSeconds(10), System::nanoTime);
    }

    private static void measure(String what, Consumer<String> work) {
        long[] nanos = new long[MEASURED];
        for (int i = -WARM_UP; i < MEASURED; i++) {
            String step = UUID.randomUUID().toString();
            long begin = System.nanoTime();
            work.accept(step);
            if (i >= 0) {
                nanos[i] = System.nanoTime() - begin;
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%s: median %d µs, 99th percentile %d µs%n",
                what, nanos[MEASURED / 2] / 1000, nanos[MEASURED * 99 / 100] / 1000);
    }
}
