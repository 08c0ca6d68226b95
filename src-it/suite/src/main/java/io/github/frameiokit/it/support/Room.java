package io.github.frameiokit.it.support;

import java.io.IOException;
import java.net.URL;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The classes of a package of the kit, for tests that an app doesn't load them. */
public final class Room {

    private final String prefix;
    private final List<String> always;

    private Room(String name, List<String> always) {
        this.prefix = "io/github/frameiokit/internal/" + name + "/";
        this.always = always;
    }

    /** The package below {@code internal} with this name, without the classes that are always loaded. */
    public static Room of(String name, String... always) {
        return new Room(name, List.of(always));
    }

    /** The names of the classes, those that others extend or implement first, as {@code LoadedResource} needs them. */
    public List<String> classes() throws IOException {
        try (JarFile kit = new JarFile(Wars.kit()[1])) {
            return kit.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(prefix) && name.endsWith(".class") && !name.endsWith("-info.class"))
                    .map(name -> name.replace(".class", "").replace('/', '.'))
                    .filter(name -> always.stream().noneMatch(name::endsWith))
                    .sorted(Comparator.comparing(Room::depth))
                    .toList();
        }
    }

    /** What an app's {@code LoadedResource} says about them: the names of those that it has loaded, and how many. */
    public String loadedBy(URL app) throws IOException {
        return Http.get(Wars.under(
                app,
                classes().stream()
                        .map(name -> "name=" + name.replace("$", "%24"))
                        .collect(Collectors.joining("&", "loaded?", ""))));
    }

    /** How many classes a class needs below it. One that needs a library that isn't here is needed by none. */
    private static int depth(String name) {
        try {
            return depth(Class.forName(name, false, Room.class.getClassLoader()));
        } catch (ClassNotFoundException | LinkageError e) {
            return Integer.MAX_VALUE;
        }
    }

    private static int depth(Class<?> type) {
        return 1
                + Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()))
                        .mapToInt(Room::depth)
                        .max()
                        .orElse(0);
    }
}
