package io.github.frameiokit.internal;

import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * One of the kit's config properties: what it is called, what it may hold, and how it is read. Thread-safe.
 *
 * @param <T> what its value is read as
 */
public final class Setting<T> {

    private static final Pattern NOT_IN_A_VARIABLE = Pattern.compile("[^A-Za-z0-9]");

    private final String key;
    private final Type<T> type;
    private final @Nullable String byDefault;
    private final String description;

    /**
     * What a property may hold.
     *
     * @param words the type in the guide's table
     * @param expected what a value must be, in the sentence that refuses another one
     * @param secret whether a value must never be shown
     * @param reader reads a value; empty if it isn't of this type
     * @param <T> what a value is read as
     */
    record Type<T>(String words, String expected, boolean secret, Function<String, Optional<T>> reader) {}

    Setting(String key, Type<T> type, @Nullable String byDefault, String description) {
        this.key = key;
        this.type = type;
        this.byDefault = byDefault;
        this.description = description;
    }

    /**
     * The environment variable that sets a property (MicroProfile Config 3.1, "Environment Variables Mapping Rules").
     */
    public static String environment(String key) {
        return NOT_IN_A_VARIABLE.matcher(key).replaceAll("_").toUpperCase(Locale.ROOT);
    }

    /** The name of the property. */
    public String key() {
        return key;
    }

    /** What a value must be, as the end of "must be …". */
    public String expected() {
        return type.expected();
    }

    /** Whether the property has a value, even an invalid one. */
    public boolean isSet(Config config) {
        return text(config).isPresent();
    }

    /** Whether the value, if there is one, is of the property's type. */
    public boolean isValid(Config config) {
        return text(config).map(value -> type.reader().apply(value).isPresent()).orElse(true);
    }

    /**
     * The value that the configuration has; empty without one.
     *
     * @throws IllegalStateException if it isn't of the property's type
     */
    public Optional<T> find(Config config) {
        return text(config).map(this::read);
    }

    /**
     * The value, or the default.
     *
     * @throws IllegalStateException if the value isn't of the property's type
     */
    public T get(Config config) {
        return read(text(config).orElseGet(this::present));
    }

    /** The value or the default; the default also for a value that a check refuses or has refused. */
    public T getIfValid(Config config) {
        return text(config).flatMap(type.reader()).orElseGet(() -> read(present()));
    }

    /** The default, for what has no configuration; only of a property that has one. */
    public T standard() {
        return read(present());
    }

    /** A value without the blanks around it, which not every server's converters remove; empty if nothing is left. */
    public Optional<String> text(Config config) {
        return value(config, key).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The value of any property; empty if there is none, or if it refers to a property without a value. */
    public static Optional<String> value(Config config, String key) {
        try {
            return config.getOptionalValue(key, String.class);
        } catch (NoSuchElementException e) {
            return Optional.empty(); // GlassFish throws this if an expression can't be resolved
        }
    }

    private T read(String value) {
        return type.reader()
                .apply(value)
                .orElseThrow(() -> new IllegalStateException(
                        "The config property " + key + " must be " + type.expected() + "; correct or remove it."));
    }

    /** Only properties with a default are read in a way that needs it. */
    private String present() {
        return Objects.requireNonNull(byDefault, key);
    }

    /** The default, as the property would have to be set to get it; empty if there is none. */
    public Optional<String> byDefault() {
        return Optional.ofNullable(byDefault);
    }

    /** Whether a value must never be shown. */
    public boolean isSecret() {
        return type.secret();
    }

    /** The type in the guide's table. */
    public String typeInWords() {
        return type.words();
    }

    /** What the property is for. */
    public String description() {
        return description;
    }

    /** The name of the property. */
    @Override
    public String toString() {
        return key;
    }
}
