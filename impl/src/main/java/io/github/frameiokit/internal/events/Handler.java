package io.github.frameiokit.internal.events;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;

/** An observer method that handles events. */
public sealed interface Handler permits WebhookHandler, ActionHandler {

    /**
     * An observer method of a bean. An inherited method is a different one in each bean.
     *
     * @param bean the name of the bean's class
     * @param method the method's name; empty for an observer that isn't a method
     * @param parameters the names of the parameters' erased types
     */
    record Id(String bean, String method, List<String> parameters) {

        /** The id of a method, as an observer of that bean. */
        public static Id of(Class<?> bean, Method method) {
            return new Id(
                    bean.getName(),
                    method.getName(),
                    Stream.of(method.getParameterTypes())
                            .map(Class::getTypeName)
                            .toList());
        }

        /** The whole id, by which an entry of a queue names a handler. */
        public String full() {
            return this + "(" + String.join(",", parameters) + ")";
        }

        /** Class and method, for logs and problems. */
        @Override
        public String toString() {
            return method.isEmpty() ? bean : bean + "#" + method;
        }
    }

    Id id();

    Kind kind();

    /** The types, families or {@code "*"} that it handles. An action's handler has one type. */
    List<String> types();

    /** The property that it names for its secrets, or empty. */
    String secret();

    /** Whether it observes asynchronously. */
    boolean async();

    /** Whether it handles events of this type. */
    default boolean handles(String type) {
        for (String pattern : types()) {
            if (matches(pattern, type)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it handles events of this kind and type. */
    default boolean handles(Kind wanted, String type) {
        return kind() == wanted && handles(type);
    }

    /** Whether it handles types that it doesn't name: a family, or all. */
    default boolean isWide() {
        return types().stream().anyMatch(type -> type.endsWith("*"));
    }

    /** Whether both handle some type. */
    default boolean overlaps(Handler other) {
        return types().stream()
                .anyMatch(mine -> other.types().stream().anyMatch(its -> matches(mine, its) || matches(its, mine)));
    }

    private static boolean matches(String pattern, String type) {
        if (pattern.endsWith(".*")) {
            return type.regionMatches(0, pattern, 0, pattern.length() - 1);
        }
        return pattern.equals("*") || pattern.equals(type);
    }
}
