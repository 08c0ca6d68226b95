package io.github.frameiokit.client.request;

import java.util.List;
import java.util.Objects;

/** Checks of parameters; each failure names the parameter and its bounds. */
final class Require {

    private Require() {}

    static String text(String name, String value, int longest) {
        if (value == null || value.isBlank() || value.length() > longest) {
            throw new IllegalArgumentException("'" + name + "' must be a text that isn't blank"
                    + (longest == Integer.MAX_VALUE ? "." : ", of at most " + longest + " characters."));
        }
        return value;
    }

    static long number(String name, long value, long smallest, long largest) {
        if (value < smallest || value > largest) {
            throw new IllegalArgumentException("'" + name + "' must be "
                    + (largest >= Integer.MAX_VALUE
                            ? "at least " + smallest + "."
                            : "between " + smallest + " and " + largest + "."));
        }
        return value;
    }

    static <T> List<T> list(String name, int fewest, int most, T[] items) {
        given(name, items);
        if (items.length < fewest || items.length > most) {
            throw new IllegalArgumentException("'" + name + "' must have at least " + fewest
                    + (most == Integer.MAX_VALUE ? "" : ", at most " + most)
                    + (fewest == 1 && most == Integer.MAX_VALUE ? " item." : " items."));
        }
        for (T item : items) {
            if (given(name, item) instanceof String text && text.isBlank()) {
                throw new IllegalArgumentException("'" + name + "' must have no item that is blank.");
            }
        }
        return List.of(items);
    }

    static <T> T given(String name, T value) {
        return Objects.requireNonNull(value, () -> "'" + name + "' must not be null.");
    }
}
