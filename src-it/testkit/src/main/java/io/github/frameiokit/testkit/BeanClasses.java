package io.github.frameiokit.testkit;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.NormalScope;
import jakarta.enterprise.inject.Stereotype;
import jakarta.interceptor.Interceptor;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds classes with a bean defining annotation, as a server does in an archive without {@code beans.xml}. A CDI
 * container for Java SE would search the whole class path, and would take every class of a given package for a bean.
 */
final class BeanClasses {

    private static final String SUFFIX = ".class";

    private BeanClasses() {}

    /** Those in the folder or jar of another class. */
    static List<Class<?>> besides(Class<?> one) {
        Path place = place(one);
        if (Files.isDirectory(place)) {
            return in(place, one.getClassLoader());
        }
        try (FileSystem jar = FileSystems.newFileSystem(place)) {
            return in(jar.getPath("/"), one.getClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those in the folders of the class path, except the folder of a test. */
    static List<Class<?>> inFoldersWithout(Class<?> test) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::isDirectory)
                .filter(folder -> !folder.equals(place(test)))
                .flatMap(folder -> in(folder, test.getClassLoader()).stream())
                .toList();
    }

    private static List<Class<?>> in(Path root, ClassLoader loader) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(SUFFIX) && !name.endsWith("-info" + SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length())
                            .replace(root.getFileSystem().getSeparator(), "."))
                    .sorted()
                    .<Class<?>>flatMap(name -> load(name, loader).stream())
                    .filter(BeanClasses::isBean)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A class that needs a missing library is no bean, as on a server. */
    private static Optional<Class<?>> load(String name, ClassLoader loader) {
        try {
            return Optional.of(Class.forName(name, false, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    private static boolean isBean(Class<?> type) {
        return !type.isAnnotation() && Stream.of(type.getAnnotations()).anyMatch(BeanClasses::defines);
    }

    private static boolean defines(Annotation annotation) {
        Class<?> type = annotation.annotationType();
        return type == Dependent.class
                || type == Interceptor.class
                || type.isAnnotationPresent(NormalScope.class)
                || type.isAnnotationPresent(Stereotype.class);
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
