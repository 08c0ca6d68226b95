package io.github.frameiokit.internal;

import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * How the kit reads its config properties. The kit's beans read them here and have none injected: what is injected, the
 * server checks before the kit can, and says what is wrong in words of its own.
 */
public final class Settings {

    private static final Pattern POSITIVE = Pattern.compile("0*[1-9]\\d{0,8}");
    /** The name in an expression without a default. */
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^${}:]+)}");

    private Settings() {}

    /** A text without the blanks around it; empty where nothing is left. */
    public static Optional<String> text(Config config, String key) {
        return config.getOptionalValue(key, String.class).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Whether a property is {@code true}. */
    public static boolean isOn(Config config, String key) {
        return isOn(config, key, false);
    }

    /** Whether a property is {@code true}, with what counts where it isn't set. */
    public static boolean isOn(Config config, String key, boolean otherwise) {
        return text(config, key).map(Boolean::parseBoolean).orElse(otherwise);
    }

    /** A time in seconds. Not every server's converter takes the blanks that {@link #text} removes. */
    public static Duration seconds(Config config, String key, long otherwise) {
        return Duration.ofSeconds(text(config, key).map(Long::parseLong).orElse(otherwise));
    }

    /**
     * A positive whole number.
     *
     * @throws IllegalStateException if it is none, for where this is asked before deployment could refuse it
     */
    public static int number(Config config, String key, int otherwise) {
        return text(config, key)
                .map(value -> {
                    if (!isPositive(value)) {
                        throw new IllegalStateException("The config property " + key
                                + " must be a positive whole number; correct or remove it.");
                    }
                    return Integer.parseInt(value);
                })
                .orElse(otherwise);
    }

    /** Whether a text is a positive whole number of at most nine digits. */
    public static boolean isPositive(String value) {
        return POSITIVE.matcher(value).matches();
    }

    /** What a source says, with its expressions unresolved; empty where no source has the property. */
    public static Optional<String> raw(Config config, String key) {
        try {
            String raw = config.getConfigValue(key).getRawValue();
            if (raw != null) {
                return Optional.of(raw);
            }
        } catch (NoSuchElementException e) {
            // for some servers, a property whose expression can't be resolved isn't there; its sources have it
        }
        return StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .flatMap(source -> Optional.ofNullable(source.getValue(key)).stream())
                .findFirst();
    }

    /** The names that a raw value refers to and that have no value. */
    public static List<String> unset(Config config, String raw) {
        Matcher references = REFERENCE.matcher(raw);
        return references
                .results()
                .map((MatchResult reference) -> reference.group(1))
                .filter(name -> text(config, name).isEmpty())
                .distinct()
                .toList();
    }
}
