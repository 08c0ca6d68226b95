package io.github.frameiokit.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Sends many distinct deliveries, which shows whether the server slows down over them or keeps memory. */
final class Million {

    private static final int TENTHS = 10;
    private static final double MEGABYTE = 1e6;

    private final Load load;
    private final Target target;
    private final LongSupplier usedHeap;
    private final Report report;

    /** The supplier returns how many bytes of the server's heap are in use after a collection. */
    Million(Load load, Target target, LongSupplier usedHeap, Report report) {
        this.load = load;
        this.target = target;
        this.usedHeap = usedHeap;
        this.report = report;
    }

    /** Sends the deliveries to a warm server. The first tenth follows a full collection, so the second counts. */
    void measure(int deliveries) throws IOException, InterruptedException {
        long before = usedHeap.getAsLong();
        List<Window> tenths = new ArrayList<>();
        Table table = Report.windows();
        for (int i = 1; i <= TENTHS; i++) {
            Window tenth = load.requests(target, deliveries / TENTHS);
            tenths.add(tenth);
            Report.row(table, target + ", tenth " + i, tenth);
        }
        long after = usedHeap.getAsLong();
        report.section("%,d deliveries".formatted(deliveries), table);
        report.section(
                "Heap after a collection",
                "%.1f MB before these deliveries, %.1f MB after them.%n"
                        .formatted(before / MEGABYTE, after / MEGABYTE));
        report.ratio("last tenth to the second", tenths.get(TENTHS - 1), tenths.get(1));
    }
}
