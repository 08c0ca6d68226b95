package io.github.frameiokit.internal;

/** The APIs that not every server has. */
public final class OptionalApi {

    private OptionalApi() {}

    /**
     * Whether this class exists for the kit. A server may have it and not show it to apps.
     *
     * @param type the class's name
     */
    public static boolean isThere(String type) {
        try {
            Class.forName(type, false, OptionalApi.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
