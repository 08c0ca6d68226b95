package io.github.frameiokit.client.request;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is sent to Frame.io to make or change something. What wasn't set isn't sent, so that a change leaves the rest as
 * it is.
 */
public abstract class Draft {

    private final Map<String, Object> members;

    Draft(Map<String, Object> members) {
        this.members = members;
    }

    /**
     * What will be sent.
     *
     * @return the values by Frame.io's names, unmodifiable; a null is sent as such
     */
    public final Map<String, Object> members() {
        return members;
    }

    final Map<String, Object> with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return Collections.unmodifiableMap(more);
    }

    static String text(String member, String value, int longest) {
        if (value == null || value.isBlank() || value.length() > longest) {
            throw new IllegalArgumentException("'" + member + "' must be a text that isn't blank"
                    + (longest == Integer.MAX_VALUE ? "." : ", of at most " + longest + " characters."));
        }
        return value;
    }

    static long number(String member, long value, long smallest, long largest) {
        if (value < smallest || value > largest) {
            throw new IllegalArgumentException("'" + member + "' must be "
                    + (largest >= Integer.MAX_VALUE
                            ? "at least " + smallest + "."
                            : "between " + smallest + " and " + largest + "."));
        }
        return value;
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    static <T> List<T> list(String member, int fewest, int most, T... items) {
        given(member, items);
        if (items.length < fewest || items.length > most) {
            throw new IllegalArgumentException("'" + member + "' must have at least " + fewest
                    + (most == Integer.MAX_VALUE ? "" : ", at most " + most)
                    + (fewest == 1 && most == Integer.MAX_VALUE ? " item." : " items."));
        }
        for (T item : items) {
            if (given(member, item) instanceof String text && text.isBlank()) {
                throw new IllegalArgumentException("'" + member + "' must have no item that is blank.");
            }
        }
        return List.of(items);
    }

    static <T> T given(String member, T value) {
        return Objects.requireNonNull(value, () -> "'" + member + "' must not be null.");
    }

    /** Which members are set, without their values: some are secret, some personal. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + members.keySet();
    }
}
