package io.github.frameiokit.internal;

import java.util.Optional;

/** The APIs that not every server has. */
public final class OptionalApi {

    private OptionalApi() {}

    /** The class with this name, if it exists for the kit. A server may have it and not show it to apps. */
    public static Optional<Class<?>> find(String type) {
        try {
            return Optional.of(Class.forName(type, false, OptionalApi.class.getClassLoader()));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    /** Whether the class with this name exists for the kit. */
    public static boolean isThere(String type) {
        return find(type).isPresent();
    }
}
