package io.github.frameiokit.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Warms all targets up, then measures them in alternating windows, so that what changes over time meets all of them.
 */
final class Comparison {

    private static final int SETTLED_WINDOWS = 3;
    private static final double SETTLED_WITHIN = 1.05;

    private final Load load;
    private final Plan plan;
    private final List<Target> targets;

    Comparison(Load load, Plan plan, List<Target> targets) {
        this.load = load;
        this.plan = plan;
        this.targets = targets;
    }

    /** Returns the medians of each target's windows. */
    Map<Target, Window> measure() throws IOException, InterruptedException {
        warmUp();
        Map<Target, List<Window>> windows = new LinkedHashMap<>();
        targets.forEach(target -> windows.put(target, new ArrayList<>()));
        for (int round = 0; round < plan.rounds(); round++) {
            for (int i = 0; i < targets.size(); i++) {
                Target target = targets.get((round + i) % targets.size());
                windows.get(target).add(load.window(target, plan.window()));
            }
        }
        Map<Target, Window> medians = new LinkedHashMap<>();
        windows.forEach((target, all) -> medians.put(target, Window.medians(all)));
        return medians;
    }

    /** Ends when three windows in a row agree for all targets, or when the time is over. */
    void warmUp() throws IOException, InterruptedException {
        Map<Target, List<Double>> throughputs = new LinkedHashMap<>();
        long end =
                System.nanoTime() + plan.warmUp().multipliedBy(targets.size()).toNanos();
        boolean settled = false;
        while (!settled && System.nanoTime() < end) {
            settled = true;
            for (Target target : targets) {
                List<Double> all = throughputs.computeIfAbsent(target, it -> new ArrayList<>());
                all.add(load.window(target, plan.window()).throughput());
                settled &= isSettled(all);
            }
        }
        throughputs.forEach((target, all) -> System.out.printf(
                "warm-up of %s: %,.0f/s in the first of %d windows, %,.0f/s in the last%s%n",
                target, all.get(0), all.size(), all.get(all.size() - 1), isSettled(all) ? "" : " (not settled)"));
    }

    static boolean isSettled(List<Double> throughputs) {
        if (throughputs.size() < SETTLED_WINDOWS) {
            return false;
        }
        List<Double> last = throughputs.subList(throughputs.size() - SETTLED_WINDOWS, throughputs.size());
        double least = last.stream().mapToDouble(it -> it).min().orElseThrow();
        double most = last.stream().mapToDouble(it -> it).max().orElseThrow();
        return most <= least * SETTLED_WITHIN;
    }
}
