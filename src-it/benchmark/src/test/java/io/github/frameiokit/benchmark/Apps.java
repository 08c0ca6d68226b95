package io.github.frameiokit.benchmark;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;

/** Makes the WARs from this module's classes and libraries. */
final class Apps {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path CLASSES = TARGET.resolve("classes");
    private static final Path DIRECTORY = TARGET.resolve("apps");

    private static final String CONFIG = "META-INF/microprofile-config.properties";
    private static final String DELIVERY = """
            frameio.delivery.jdbc.data-source=%s
            frameio.delivery.jdbc.create-table=true
            frameio.delivery=""".formatted(Deliveries.DATA_SOURCE);
    private static final int FEW = 10;

    private final Path libraries;

    Apps(Platform platform) {
        libraries = TARGET.resolve("libraries").resolve(platform.toString());
    }

    /** Both endpoints, with so many other handlers. */
    Path withKit(int others) throws IOException {
        return app("kit" + others, others, library -> library.startsWith("frameio-kit"), "");
    }

    /** The hand-written endpoint alone. The handlers stay, but they are observers of events that nobody fires. */
    Path withoutKit(int others) throws IOException {
        return app("bare" + others, others, library -> library.startsWith("frameio-kit-api"), "");
    }

    /** The kit's endpoint with few other handlers and an engine for durable delivery. */
    Path withDelivery(String engine) throws IOException {
        Path war = app(engine, FEW, library -> library.startsWith("frameio-kit"), DELIVERY + engine + "\n");
        try (FileSystem zip = FileSystems.newFileSystem(war)) {
            for (Class<?> needed : List.of(Scheduler.class, Logger.class)) {
                Path jar = jar(needed);
                Files.copy(jar, zip.getPath("WEB-INF", "lib", jar.getFileName().toString()));
            }
        }
        return war;
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

    /** The jar of a class on this process's class path. */
    static Path jar(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    static String name(Path war) {
        return war.getFileName().toString().replace(".war", "");
    }

    private Path app(String name, int others, Predicate<String> library, String settings) throws IOException {
        Path handlers = DIRECTORY.resolve("others" + others);
        OtherHandlers.compile(others, handlers.resolve("classes"), handlers.resolve("sources"));
        Path war = DIRECTORY.resolve(name + ".war");
        try (ZipOutputStream zip = create(war)) {
            add(zip, "WEB-INF/classes", CLASSES, file -> file.contains("/app/") || file.endsWith("beans.xml"));
            zip.putNextEntry(new ZipEntry("WEB-INF/classes/" + CONFIG));
            Files.copy(CLASSES.resolve(CONFIG), zip);
            zip.write(settings.getBytes(StandardCharsets.ISO_8859_1));
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
