package io.github.frameiokit.internal.console;

import io.github.frameiokit.internal.Setting;
import io.github.frameiokit.internal.Settings;
import io.github.frameiokit.internal.events.Handlers;
import io.github.frameiokit.internal.events.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * Removes secrets from texts: those that the configuration has, and what looks like a token, a signed address or the
 * secret of another system. It is a net below what the kit and the app don't write in the first place.
 */
final class Mask {

    static final String MASKED = "•••";

    /** Shorter values are words that may stand anywhere. */
    private static final int SHORTEST = 6;

    private record Rule(Pattern found, String kept) {}

    private static final String NAMES =
            "\\w*(?:token|secret|password|passwd|cookie|authorization|credential|api_?key|private_?key)\\w*";
    private static final List<Rule> RULES = List.of(
            new Rule(Pattern.compile("(https?:(?:\\\\?/){2}[^\\s\"'<>?#]+\\?)[^\\s\"'<>#\\\\]+"), "$1" + MASKED),
            new Rule(Pattern.compile("(?i)(\\b(?:bearer|basic)\\s+)[\\w.~+/=-]{8,}"), "$1" + MASKED),
            new Rule(Pattern.compile("\\beyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*"), MASKED),
            new Rule(
                    Pattern.compile("(?i)(\"" + NAMES + "\"\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*\""),
                    "$1\"" + MASKED + "\""),
            new Rule(Pattern.compile("(?i)(\\b" + NAMES + "\\s*[=:]\\s*)[^\\s&,;\"'\\]})•]+"), "$1" + MASKED));

    private final List<String> secrets;

    private Mask(List<String> secrets) {
        this.secrets = secrets;
    }

    /** Reads the secrets of the configuration. */
    static Mask of(Config config, Handlers handlers) {
        Stream<String> settings =
                Settings.ALL.stream().filter(Setting::isSecret).flatMap(setting -> setting.text(config).stream());
        Stream<String> named = Stream.of(Kind.values())
                .flatMap(kind -> handlers.secretProperties(kind).stream())
                .flatMap(property -> Settings.secrets(config, property).stream());
        return new Mask(Stream.concat(settings, named)
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .filter(secret -> secret.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList());
    }

    /** The text without secrets. */
    String apply(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, MASKED);
        }
        for (Rule rule : RULES) {
            masked = rule.found().matcher(masked).replaceAll(rule.kept());
        }
        return masked;
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Mask[" + secrets.size() + "]";
    }
}
