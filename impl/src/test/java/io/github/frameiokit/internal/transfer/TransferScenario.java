package io.github.frameiokit.internal.transfer;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.frameiokit.internal.client.TestClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;

/** What uploads and downloads share. */
abstract class TransferScenario {

    static final int PART = 16 * 1024;

    @TempDir
    Path folder;

    @AutoClose
    final TestClient tested = new TestClient();

    final byte[] content = bytes(10 * PART + 17, 1);

    static byte[] bytes(int size, int seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path onlyPart() {
        return folder.resolve(names().stream()
                .filter(name -> name.endsWith(".part"))
                .findAny()
                .orElseThrow());
    }

    /** How many descriptors of this JVM are of files below the test's folder. */
    long openFiles() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.filter(this::isBelowFolder).count();
        }
    }

    private boolean isBelowFolder(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor)
                    .toString()
                    .startsWith(folder.toRealPath().toString());
        } catch (IOException e) {
            return false; // closed meanwhile
        }
    }

    static void assertShowsNoSignature(Throwable failure) {
        StringWriter all = new StringWriter();
        failure.printStackTrace(new PrintWriter(all));
        assertFalse(all.toString().contains("signature="), all.toString());
        assertFalse(all.toString().contains("secret"), all.toString());
    }
}
