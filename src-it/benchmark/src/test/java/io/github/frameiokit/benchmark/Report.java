package io.github.frameiokit.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Collects what was measured. The ratios come last. */
final class Report {

    private final List<String> sections = new ArrayList<>();
    private final Table ratios = new Table("ratio", "throughput", "p50", "p99", "p99.9", "allocation");

    static Table windows() {
        return new Table(
                "target", "answers/s", "p50 µs", "p99 µs", "p99.9 µs", "KiB/request", "load's share of its core");
    }

    static void row(Table table, String target, Window window) {
        table.row(
                target,
                "%,.0f".formatted(window.throughput()),
                "%,.0f".formatted(window.p50()),
                "%,.0f".formatted(window.p99()),
                "%,.0f".formatted(window.p999()),
                "%.1f".formatted(window.allocated() / 1024),
                "%.2f".formatted(window.loadShare()));
    }

    void ratio(String what, Window one, Window other) {
        ratios.row(
                what,
                "%.2f".formatted(one.throughput() / other.throughput()),
                "%.2f".formatted(one.p50() / other.p50()),
                "%.2f".formatted(one.p99() / other.p99()),
                "%.2f".formatted(one.p999() / other.p999()),
                "%.2f".formatted(one.allocated() / other.allocated()));
    }

    /** Prints a section at once, since the next may take minutes. */
    void section(String title, Object content) {
        String section = "### " + title + "\n\n" + content;
        System.out.println(section);
        sections.add(section);
    }

    void finish(Path file) throws IOException {
        if (!ratios.isEmpty()) {
            section("Ratios", ratios);
        }
        Files.writeString(file, String.join("\n", sections));
        System.out.println("All of it is in " + file);
    }
}
