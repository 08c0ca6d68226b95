package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.internal.Setting;
import io.github.frameiokit.internal.Settings;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Finds misspelled names of the kit's properties, which otherwise have no effect and cause no error. */
final class KeyCheck {

    private static final System.Logger LOG = System.getLogger(KeyCheck.class.getName());
    private static final String PREFIX = "frameio.";
    private static final String VARIABLE_PREFIX = "FRAMEIO_";
    /** An app may have variables of its own, so only those this close to one of the kit's are reported. */
    private static final int MOST_TYPOS_IN_A_VARIABLE = 2;
    /** The part of a property's name that may be wrong: one character in so many. */
    private static final int ONE_IN = 3;

    private final Set<String> names;
    private final Set<String> known;

    KeyCheck(Config config, Set<String> ofHandlers) {
        names = StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .flatMap(source -> written(namesIn(source)))
                .collect(Collectors.toCollection(TreeSet::new));
        known = Stream.concat(Settings.ALL.stream().map(Setting::key), ofHandlers.stream())
                .collect(Collectors.toSet());
    }

    /** The names in a source. A source of the app's may be unable to list them; that is no reason to refuse the app. */
    private static Set<String> namesIn(ConfigSource source) {
        try {
            Set<String> told = source.getPropertyNames();
            return told == null ? Set.of() : told;
        } catch (RuntimeException e) {
            return Set.of();
        }
    }

    /** Removes the names that SmallRye derives from variables, with a dot for each underscore. */
    private static Stream<String> written(Set<String> ofSource) {
        return ofSource.stream()
                .filter(name -> name.startsWith(PREFIX) || name.startsWith(VARIABLE_PREFIX))
                .filter(name ->
                        Setting.environment(name).equals(name) || !ofSource.contains(Setting.environment(name)));
    }

    void warnOfUnknown() {
        String unknown = Stream.concat(properties(), variables()).collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The configuration has names that look like the kit's but mean nothing to it: " + unknown + ".");
        }
    }

    private Stream<String> properties() {
        return names.stream()
                .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
                .map(name -> name
                        + nearest(name, known, name.length() / ONE_IN)
                                .map(KeyCheck::question)
                                .orElse(""));
    }

    private Stream<String> variables() {
        Set<String> spellings = known.stream().map(Setting::environment).collect(Collectors.toSet());
        return names.stream()
                .filter(name -> name.startsWith(VARIABLE_PREFIX) && !spellings.contains(name))
                .flatMap(name -> nearest(name, spellings, MOST_TYPOS_IN_A_VARIABLE).stream()
                        .map(meant -> name + question(meant)));
    }

    private static String question(String meant) {
        return " (did you mean " + meant + "?)";
    }

    private static Optional<String> nearest(String name, Collection<String> candidates, int most) {
        return candidates.stream()
                .filter(candidate -> distance(name, candidate) <= most)
                .min(Comparator.comparingInt((String candidate) -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** How many characters have to be inserted, removed or replaced (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
