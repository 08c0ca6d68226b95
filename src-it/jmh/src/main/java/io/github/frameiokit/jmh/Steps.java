package io.github.frameiokit.jmh;

import io.github.frameiokit.internal.events.WayBenchmark;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Measures the kit's own steps, and prints their ratio to HMAC and JSON parsing alone. */
public final class Steps {

    private Steps() {}

    /** Runs the benchmarks; the arguments are JMH's. */
    public static void main(String[] args) throws RunnerException, CommandLineOptionException {
        CommandLineOptions given = new CommandLineOptions(args);
        OptionsBuilder options = new OptionsBuilder();
        options.parent(given);
        if (given.getIncludes().isEmpty()) {
            options.include("internal[.]events[.]");
        }
        report(new Runner(options.build()).run());
    }

    private static void report(Collection<RunResult> results) {
        Map<String, Map<String, RunResult>> ways = new TreeMap<>();
        for (RunResult result : results) {
            if (result.getParams().getBenchmark().startsWith(WayBenchmark.class.getName())) {
                ways.computeIfAbsent(result.getParams().getParam("kind"), kind -> new TreeMap<>())
                        .put(result.getPrimaryResult().getLabel(), result);
            }
        }
        ways.forEach((kind, sides) -> {
            if (sides.containsKey("kit") && sides.containsKey("floor")) {
                report(kind, sides.get("kit"), sides.get("floor"));
            }
        });
    }

    private static void report(String kind, RunResult kit, RunResult floor) {
        System.out.printf(
                Locale.ROOT,
                "%-8s kit %,.0f ns, HMAC and JSON alone %,.0f ns, ratio %.3f%n",
                kind,
                kit.getPrimaryResult().getScore(),
                floor.getPrimaryResult().getScore(),
                kit.getPrimaryResult().getScore() / floor.getPrimaryResult().getScore());
    }
}
