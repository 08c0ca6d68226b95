package io.github.frameiokit.internal.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.client.Download;
import io.github.frameiokit.internal.transfer.OddStorage.Range;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a download needs and keeps at its target. */
class DownloadTargetTest extends DownloadScenario {

    private Path victim() throws IOException {
        return Files.write(folder.resolve("victim"), BEFORE);
    }

    @Test
    void aFileThatOnlySomeMayReadStaysSo() throws IOException {
        Set<PosixFilePermission> some = PosixFilePermissions.fromString("rw-r-----");
        Files.setPosixFilePermissions(Files.write(target(), BEFORE), some);
        assertArrayEquals(content, download());
        assertEquals(some, Files.getPosixFilePermissions(target()));
    }

    @Test
    void aLinkInTheTargetsPlaceIsReplacedAndNotFollowed() throws IOException {
        Path link = Files.createSymbolicLink(target(), victim());
        assertArrayEquals(content, download());
        assertTrue(Files.isRegularFile(link, LinkOption.NOFOLLOW_LINKS));
        assertArrayEquals(BEFORE, Files.readAllBytes(folder.resolve("victim")));
    }

    private FileSystemException failingBeforeAnyRequest(Path target) {
        UncheckedIOException failure = assertThrows(UncheckedIOException.class, () -> download(target));
        assertEquals(List.of(), tested.fake.requests());
        return assertInstanceOf(FileSystemException.class, failure.getCause());
    }

    @Test
    void anEmptyFolderIsNotReplaced() throws IOException {
        Path empty = Files.createDirectory(target());
        assertEquals(
                "The target is a folder; add the file's name",
                failingBeforeAnyRequest(empty).getReason());
        assertTrue(Files.isDirectory(empty));
    }

    @Test
    void aLinkToAFolderIsNotReplaced() throws IOException {
        Path link = Files.createSymbolicLink(target(), Files.createDirectory(folder.resolve("folder")));
        failingBeforeAnyRequest(link);
        assertTrue(Files.isSymbolicLink(link));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "", ".", ".."})
    void aFolderIsNoTarget(String target) {
        failingBeforeAnyRequest(Path.of(target));
    }

    @Test
    void aPipeIsNotReplaced() throws Exception {
        new ProcessBuilder("mkfifo", target().toString()).start().waitFor();
        failingBeforeAnyRequest(target());
    }

    @Test
    void aMissingFolderIsReportedFirst() {
        assertInstanceOf(
                NoSuchFileException.class,
                failingBeforeAnyRequest(folder.resolve("missing").resolve("cut.mov")));
    }

    @Test
    void aReadOnlyFolderIsReportedFirst() {
        assertInstanceOf(
                AccessDeniedException.class,
                failingBeforeAnyRequest(new OddFiles().unwritable().at(target())));
    }

    @Test
    void aNameThatIsTooLongIsReportedFirst() {
        failingBeforeAnyRequest(folder.resolve("x".repeat(256)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "é", "映"})
    void aNameMayBeAsLongAsTheFileSystemAllows(String character) throws IOException {
        int bytes = character.getBytes(StandardCharsets.UTF_8).length;
        String name = character.repeat(255 / bytes);
        try {
            Files.delete(Files.createFile(folder.resolve(name)));
        } catch (IOException | InvalidPathException e) {
            name = "x".repeat(255); // names of this JVM are ASCII
        }
        Path target = folder.resolve(name);
        breakOff(target);
        assertArrayEquals(content, download(target));
        assertEquals(List.of(name), names());
    }

    @Nested
    class TheDisk {

        @Test
        void tooLittleRoomIsReportedBeforeTheDownload() throws IOException {
            Files.write(target(), BEFORE);
            Path target = new OddFiles().free(content.length - 1).at(target());
            UncheckedIOException failure = assertThrows(UncheckedIOException.class, () -> download(target));
            assertEquals(
                    target() + ": The download needs 163857 more bytes; 163856 are free",
                    failure.getCause().getMessage());
            assertEquals(List.of(new Range(0, 0)), storage.ranges());
            assertEquals(List.of("cut.mov"), names());
            assertArrayEquals(BEFORE, Files.readAllBytes(target()));
        }

        @Test
        void onlyTheRestNeedsRoom() throws IOException {
            breakOff();
            assertArrayEquals(
                    content,
                    download(new OddFiles().free(content.length - 3 * PART).at(target())));
        }

        @Test
        void aFullDiskIsReportedAtOnceAndNothingIsLost() throws IOException {
            Path full = new OddFiles().fullAfter(3 * PART + 5).at(target());
            Files.write(target(), BEFORE);
            UncheckedIOException failure = assertThrows(UncheckedIOException.class, () -> download(full));
            assertEquals("No space left on device", failure.getCause().getMessage());
            assertArrayEquals(BEFORE, Files.readAllBytes(target()));
            assertEquals(List.of(), tested.clock.sleeps());
            assertEquals(3 * PART + 5, Files.size(onlyPart()));
            assertArrayEquals(content, download());
            assertEquals(4 * PART + 5, reported.get(0));
        }

        @Test
        void aFullDiskIsReportedAtOnceWithoutAValidator() throws IOException {
            storage.replace(content, NO_VALIDATOR);
            Path full = new OddFiles().fullAfter(3 * PART + 5).at(target());
            UncheckedIOException failure = assertThrows(UncheckedIOException.class, () -> download(full));
            assertEquals("No space left on device", failure.getCause().getMessage());
            assertEquals(List.of(), tested.clock.sleeps());
            assertEquals(List.of(), names());
        }

        @Test
        void aFileSystemNeedsNoAtomicMoves() throws IOException {
            Files.write(target(), BEFORE);
            assertArrayEquals(
                    content, download(new OddFiles().withoutAtomicMoves().at(target())));
            assertEquals(List.of("cut.mov"), names());
        }

        @Test
        void aPartThatAnotherProgramWritesToDoesNotBecomeTheTarget() throws IOException {
            Files.write(target(), BEFORE);
            UncheckedIOException failure = assertThrows(
                    UncheckedIOException.class,
                    () -> tested.client()
                            .download(
                                    "a",
                                    ID,
                                    Download.to(target()).partSize(PART).onProgress((bytes, total) -> {
                                        try {
                                            Files.write(onlyPart(), bytes(content.length + 5, 5));
                                        } catch (IOException e) {
                                            throw new UncheckedIOException(e);
                                        }
                                    })));
            assertTrue(failure.getMessage().endsWith("Another program has written to the part"));
            assertArrayEquals(BEFORE, Files.readAllBytes(target()));
        }
    }
}
