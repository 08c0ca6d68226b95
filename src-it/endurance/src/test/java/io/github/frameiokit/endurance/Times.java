package io.github.frameiokit.endurance;

import java.util.concurrent.atomic.AtomicLongArray;

/** How long answers took, in steps of a tenth of a millisecond up to 30 seconds. Thread-safe. */
final class Times {

    private static final int STEP_NANOS = 100_000;
    private static final int STEPS = 300_000;
    /** How long Frame.io waits. */
    private static final int LATE = 50_000;

    private final AtomicLongArray counts = new AtomicLongArray(STEPS);

    void add(long nanos) {
        counts.incrementAndGet((int) Math.min(nanos / STEP_NANOS, STEPS - 1));
    }

    /** The time in milliseconds within which this part of the answers came. */
    double percentile(double part) {
        long wanted = (long) Math.ceil(sum(0) * part);
        long seen = 0;
        for (int step = 0; step < STEPS; step++) {
            seen += counts.get(step);
            if (seen >= wanted) {
                return (step + 1) * (STEP_NANOS / 1e6);
            }
        }
        return Double.NaN;
    }

    /** How many came later than Frame.io waits. */
    long late() {
        return sum(LATE);
    }

    private long sum(int from) {
        long sum = 0;
        for (int step = from; step < STEPS; step++) {
            sum += counts.get(step);
        }
        return sum;
    }
}
