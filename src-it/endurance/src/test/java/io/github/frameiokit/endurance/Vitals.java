package io.github.frameiokit.endurance;

import java.util.ArrayList;
import java.util.List;

/** How a node's process is when it has nothing to do: after a collection, between loads. */
record Vitals(long heap, long threads, long files, long classLoaders) {

    private static final long MEGABYTE = 1_000_000;

    /** Reads what {@code VitalsResource} answers. */
    static Vitals of(String text) {
        String[] numbers = text.split(" ");
        return new Vitals(
                Long.parseLong(numbers[0]),
                Long.parseLong(numbers[1]),
                Long.parseLong(numbers[2]),
                Long.parseLong(numbers[3]));
    }

    /** What has grown since, by more than chance explains. */
    List<String> grownSince(Vitals before) {
        List<String> grown = new ArrayList<>();
        compare("heap after a collection", before.heap, heap, 10 * MEGABYTE, grown);
        compare("threads", before.threads, threads, 20, grown);
        compare("open files", before.files, files, 20, grown);
        compare("class loaders", before.classLoaders, classLoaders, 10, grown);
        return grown;
    }

    private static void compare(String what, long before, long after, long slack, List<String> grown) {
        if (after > before + slack) {
            grown.add(what + " grew from " + before + " to " + after);
        }
    }

    @Override
    public String toString() {
        return "heap %.1f MB, %d threads, %d files, %d class loaders"
                .formatted(heap / (double) MEGABYTE, threads, files, classLoaders);
    }
}
