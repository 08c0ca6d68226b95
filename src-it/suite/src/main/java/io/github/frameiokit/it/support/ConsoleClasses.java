package io.github.frameiokit.it.support;

import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/** The classes of the development console in the kit's jar. */
public final class ConsoleClasses {

    private static final String ROOM = "io/github/frameiokit/internal/console/";

    private ConsoleClasses() {}

    /** Their names. */
    public static List<String> names() throws IOException {
        try (JarFile kit = new JarFile(Wars.kit()[1])) {
            return kit.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(ROOM) && name.endsWith(".class") && !name.endsWith("-info.class"))
                    .map(name -> name.replace(".class", "").replace('/', '.'))
                    .toList();
        }
    }

    /** What an app's {@code LoadedResource} says about them. */
    public static String loadedBy(URL app) throws IOException {
        return Http.get(Wars.under(
                app,
                names().stream()
                        .map(name -> "name=" + name.replace("$", "%24"))
                        .collect(Collectors.joining("&", "loaded?", ""))));
    }
}
