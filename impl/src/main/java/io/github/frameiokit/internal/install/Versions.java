package io.github.frameiokit.internal.install;

import java.util.Optional;
import java.util.regex.Pattern;

/** The order of an app's versions: numbers by their value, anything else as text, so that 1.10 comes after 1.9. */
final class Versions {

    private static final Pattern BETWEEN = Pattern.compile("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private Versions() {}

    /** The known version, if this one is older; empty if it isn't, or one of them is missing. */
    static Optional<String> newer(Optional<String> known, Optional<String> mine) {
        return known.filter(it -> mine.isPresent() && compare(mine.get(), it) < 0);
    }

    static int compare(String one, String other) {
        String[] mine = BETWEEN.split(one);
        String[] its = BETWEEN.split(other);
        for (int i = 0; i < Math.min(mine.length, its.length); i++) {
            int order = compareParts(mine[i], its[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(mine.length, its.length);
    }

    private static int compareParts(String one, String other) {
        if (!NUMBER.matcher(one).matches() || !NUMBER.matcher(other).matches()) {
            return one.compareTo(other);
        }
        String mine = one.replaceFirst("^0+", "");
        String its = other.replaceFirst("^0+", "");
        return mine.length() == its.length() ? mine.compareTo(its) : Integer.compare(mine.length(), its.length());
    }
}
