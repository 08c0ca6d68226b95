package io.github.frameiokit.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Has classes of its own of the kit, and hides an API, as a server without it does. */
public final class HidingLoader extends ClassLoader {

    private final String hidden;
    private final List<String> loaded = new ArrayList<>();

    /**
     * Loads nothing yet.
     *
     * @param hidden how the names of the API's classes begin
     */
    public HidingLoader(String hidden) {
        super(HidingLoader.class.getClassLoader());
        this.hidden = hidden;
    }

    /** The names of the kit's classes that were loaded. */
    public List<String> loaded() {
        return loaded;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith(hidden)) {
            throw new ClassNotFoundException(name);
        }
        Class<?> known = findLoadedClass(name);
        if (known != null) {
            return known;
        }
        return name.startsWith("io.github.frameiokit.") ? define(name) : super.loadClass(name, resolve);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        loaded.add(name);
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
