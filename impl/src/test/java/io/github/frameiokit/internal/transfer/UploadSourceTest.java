package io.github.frameiokit.internal.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.frameiokit.client.TransferException;
import io.github.frameiokit.client.Upload;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which files and streams can be uploaded. */
class UploadSourceTest extends UploadScenario {

    private <T extends IOException> T refused(Class<T> type, Path path) {
        UncheckedIOException failure = assertThrows(UncheckedIOException.class, () -> upload(Upload.of(path)));
        assertEquals(List.of(), tested.fake.requests());
        return assertInstanceOf(type, failure.getCause());
    }

    @Test
    void aFolderCreatesNothing() {
        IOException failure = refused(IOException.class, folder);
        assertEquals(folder + ": Only a regular file can be uploaded", failure.getMessage());
    }

    @Test
    void aMissingFileCreatesNothing() {
        refused(NoSuchFileException.class, folder.resolve("missing"));
    }

    @Test
    void anUnreadableFileCreatesNothing() throws IOException {
        refused(AccessDeniedException.class, new OddFiles().unreadable().at(file()));
    }

    @Test
    void aPipeIsNotOpened() throws Exception {
        Path pipe = folder.resolve("pipe");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        refused(IOException.class, pipe);
    }

    @Test
    void anEmptyFileCreatesNothing() throws IOException {
        Path path = Files.createFile(folder.resolve("empty"));
        assertThrows(IllegalArgumentException.class, () -> upload(Upload.of(path)));
        assertEquals(List.of(), tested.fake.requests());
    }

    @Test
    void theRootHasNoName() {
        assertThrows(IllegalArgumentException.class, () -> Upload.of(Path.of("/")));
    }

    @Test
    void aFileThatBecomesShorterFailsAtOnce() throws IOException {
        Path path = file();
        Upload upload = Upload.of(path).parallelism(1).onProgress((bytes, total) -> shorten(path));
        UncheckedIOException failure = assertThrows(UncheckedIOException.class, () -> upload(upload));
        assertInstanceOf(EOFException.class, failure.getCause());
        assertEquals(List.of(), tested.clock.sleeps());
        assertNamesTheFile(failure);
    }

    private static void shorten(Path path) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.truncate(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFileThatIsWrittenToMeanwhileFails() throws IOException {
        Path path = file();
        Upload upload = Upload.of(path).onProgress((bytes, total) -> {
            try {
                Files.setLastModifiedTime(path, FileTime.fromMillis(1));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        TransferException failure = assertThrows(TransferException.class, () -> upload(upload));
        assertEquals("The file was written to while it was uploaded; upload it again.", failure.getMessage());
    }

    @Test
    void aFileArrivesUnchangedIfAnotherTakesItsName() throws IOException {
        Path path = file();
        Path other = Files.write(folder.resolve("other"), bytes(content.length, 2));
        Upload upload = Upload.of(path).parallelism(1).onProgress((bytes, total) -> {
            try {
                if (Files.exists(other)) {
                    Files.move(other, path, StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertArrayEquals(content, tested.fake.content(upload(upload).id()).orElseThrow());
    }

    @Test
    void aStreamThatIsTooShortFails() {
        TransferException failure = assertThrows(
                TransferException.class,
                () -> upload(Upload.of(new ByteArrayInputStream(content), "cut.mov", content.length + 1)));
        assertEquals("The stream ended before the size that was given.", failure.getMessage());
    }

    @Test
    void aStreamsFailureIsReported() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is broken");
            }
        };
        UncheckedIOException failure =
                assertThrows(UncheckedIOException.class, () -> upload(Upload.of(broken, "cut.mov", 5)));
        assertEquals("the disk is broken", failure.getCause().getMessage());
        assertNamesTheFile(failure);
    }
}
