package io.github.frameiokit.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes the WARs from this module's classes and libraries. */
final class Apps {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path CLASSES = TARGET.resolve("classes");
    private static final Path DIRECTORY = TARGET.resolve("apps");

    private final Path libraries;

    Apps(Platform platform) {
        libraries = TARGET.resolve("libraries").resolve(platform.toString());
    }

    /** Both endpoints, with so many other handlers. */
    Path withKit(int others) throws IOException {
        return app("kit" + others, others, library -> library.startsWith("frameio-kit"));
    }

    /** The hand-written endpoint alone. The handlers stay, but they are observers of events that nobody fires. */
    Path withoutKit(int others) throws IOException {
        return app("bare" + others, others, library -> library.startsWith("frameio-kit-api"));
    }

    /** The app of Bolt. */
    Path bolt() throws IOException {
        Path war = DIRECTORY.resolve("bolt.war");
        try (ZipOutputStream zip = create(war)) {
            add(zip, "WEB-INF/classes", CLASSES, file -> file.contains("/bolt/"));
            add(zip, "WEB-INF/lib", libraries, library -> !library.startsWith("frameio-kit"));
        }
        return war;
    }

    static String name(Path war) {
        return war.getFileName().toString().replace(".war", "");
    }

    private Path app(String name, int others, Predicate<String> library) throws IOException {
        Path handlers = DIRECTORY.resolve("others" + others);
        OtherHandlers.compile(others, handlers.resolve("classes"), handlers.resolve("sources"));
        Path war = DIRECTORY.resolve(name + ".war");
        try (ZipOutputStream zip = create(war)) {
            add(zip, "WEB-INF/classes", CLASSES, file -> file.contains("/app/") || file.startsWith("META-INF"));
            add(zip, "WEB-INF/classes", handlers.resolve("classes"), file -> true);
            add(zip, "WEB-INF/lib", libraries, library);
        }
        return war;
    }

    /** Deletes a directory, if it exists, with all that is in it. */
    static void delete(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static ZipOutputStream create(Path war) throws IOException {
        Files.createDirectories(war.getParent());
        return new ZipOutputStream(Files.newOutputStream(war));
    }

    private static void add(ZipOutputStream zip, String into, Path directory, Predicate<String> wanted)
            throws IOException {
        for (Path file : files(directory)) {
            String name = directory.relativize(file).toString();
            if (wanted.test(name)) {
                zip.putNextEntry(new ZipEntry(into + "/" + name));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }

    private static Iterable<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
