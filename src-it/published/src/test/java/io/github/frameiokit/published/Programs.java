package io.github.frameiokit.published;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compiles and runs programs in JVMs of their own, with the published jars. */
final class Programs {

    static final String SEPARATOR = File.pathSeparator;

    private Programs() {}

    /** The jar with a class. */
    static String jar(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The jars with these classes. */
    static String jars(Class<?>... types) {
        return Stream.of(types).map(Programs::jar).distinct().collect(Collectors.joining(SEPARATOR));
    }

    /** Jars of the tests' class path by their names, since some classes are in the jar of all of Jakarta EE as well. */
    static String jarsNamed(String... names) {
        return Stream.of(names)
                .map(name -> Stream.of(System.getProperty("java.class.path").split(SEPARATOR))
                        .filter(path -> Path.of(path).getFileName().toString().matches(name + "-\\d.*\\.jar"))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(name + " is not on the class path")))
                .collect(Collectors.joining(SEPARATOR));
    }

    /** Runs a tool of the JDK; returns what it has printed. */
    static String jdk(Path folder, String tool, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(
                        Stream.concat(Stream.of(System.getProperty("java.home") + "/bin/" + tool), Stream.of(arguments))
                                .toList())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        // the suite's setting for servers; the JVM would print that it has seen it
        command.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = command.start();
        String output = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return output;
    }
}
