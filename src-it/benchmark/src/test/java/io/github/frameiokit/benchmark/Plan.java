package io.github.frameiokit.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What to measure and for how long.
 *
 * @param parts {@code throughput}, {@code handlers}, {@code start}, {@code million} and {@code delivery}
 * @param events which events {@code throughput} sends
 * @param connections the numbers of connections of {@code throughput}; {@code handlers} and {@code million} have 8
 * @param rounds how many windows each target gets
 * @param warmUp the longest warm-up per target
 * @param others the numbers of other handlers for {@code handlers} and {@code start}
 * @param starts how many starts of each app count
 * @param database the JDBC URL of the PostgreSQL of {@code delivery}
 * @param jvm options for the server's JVM
 */
record Plan(
        Platform platform,
        List<String> parts,
        Set<Event> events,
        List<Integer> connections,
        int rounds,
        Duration window,
        Duration warmUp,
        List<Integer> others,
        int starts,
        String database,
        List<String> jvm) {

    private static final Map<String, String> DEFAULTS = Map.of(
            "server", "liberty",
            "parts", "throughput,handlers,start",
            "events", "webhook,action,command",
            "connections", "1,8,64",
            "rounds", "8",
            "window", "2",
            "warm-up", "25",
            "others", "10,100,1000",
            "starts", "5",
            "database", "");
    private static final List<String> HEAP = List.of("-Xms512m", "-Xmx512m");

    /**
     * Reads options like {@code rounds=3}; a list's items stand between commas, and times are in seconds. What begins
     * with a hyphen is an option for the server's JVM.
     */
    static Plan of(String options) {
        List<String> words = List.of(options.strip().split("\\s+"));
        Map<String, String> given = words.stream()
                .filter(word -> !word.startsWith("-") && !word.isEmpty())
                .map(option -> option.split("=", 2))
                .collect(Collectors.toMap(option -> option[0], option -> option[1]));
        List<String> jvm = new ArrayList<>(HEAP);
        words.stream().filter(word -> word.startsWith("-")).forEach(jvm::add);
        Set<String> known = DEFAULTS.keySet();
        if (!known.containsAll(given.keySet())) {
            throw new IllegalArgumentException("of the options " + given.keySet() + " only " + known + " are known");
        }
        Options all = new Options(given);
        return new Plan(
                Platform.valueOf(all.text("server").toUpperCase(Locale.ROOT)),
                all.texts("parts"),
                all.texts("events").stream()
                        .map(event -> Event.valueOf(event.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()),
                all.numbers("connections"),
                all.number("rounds"),
                Duration.ofSeconds(all.number("window")),
                Duration.ofSeconds(all.number("warm-up")),
                all.numbers("others"),
                all.number("starts"),
                all.text("database"),
                jvm);
    }

    private record Options(Map<String, String> given) {

        String text(String name) {
            return given.getOrDefault(name, DEFAULTS.get(name));
        }

        int number(String name) {
            return Integer.parseInt(text(name));
        }

        List<String> texts(String name) {
            return List.of(text(name).split(","));
        }

        List<Integer> numbers(String name) {
            return texts(name).stream().map(Integer::valueOf).toList();
        }
    }
}
