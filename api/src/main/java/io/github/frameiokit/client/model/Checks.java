package io.github.frameiokit.client.model;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** Keeps nulls out of the models. */
final class Checks {

    private Checks() {}

    /** Checks the values of all components that aren't primitive, in the record's order. */
    static void notNull(Class<?> type, Object... components) {
        for (int i = 0; i < components.length; i++) {
            if (components[i] == null) {
                throw missing(Arrays.stream(type.getRecordComponents())
                        .filter(component -> !component.getType().isPrimitive())
                        .map(RecordComponent::getName)
                        .toList()
                        .get(i));
            }
        }
    }

    static <T> List<T> copy(String component, List<T> list) {
        for (T item : list) {
            if (item == null) {
                throw missing(component);
            }
        }
        return List.copyOf(list);
    }

    static void finite(String component, double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("'" + component + "' must be a number that JSON has.");
        }
    }

    private static NullPointerException missing(String component) {
        return new NullPointerException("'" + component + "' must not be null.");
    }
}
