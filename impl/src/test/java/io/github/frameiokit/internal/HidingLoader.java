package io.github.frameiokit.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Defines the kit's classes anew, and hides APIs or libraries, as a server or an app without them does. */
public final class HidingLoader extends ClassLoader {

    private final List<String> hidden;
    private final List<String> loaded = new ArrayList<>();

    /**
     * Loads nothing yet.
     *
     * @param hidden how the names of the hidden classes begin
     */
    public HidingLoader(String... hidden) {
        super(HidingLoader.class.getClassLoader());
        this.hidden = List.of(hidden);
    }

    /** The names of the kit's classes that were loaded. */
    public List<String> loaded() {
        return loaded;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (hidden.stream().anyMatch(name::startsWith)) {
            throw new ClassNotFoundException(name);
        }
        Class<?> known = findLoadedClass(name);
        if (known != null) {
            return known;
        }
        return name.startsWith("io.github.frameiokit.") ? define(name) : super.loadClass(name, resolve);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) { // such as a proxy's
                throw new ClassNotFoundException(name);
            }
            loaded.add(name);
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
