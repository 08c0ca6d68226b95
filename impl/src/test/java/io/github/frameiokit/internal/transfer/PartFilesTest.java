package io.github.frameiokit.internal.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.client.Download;
import io.github.frameiokit.client.TransferException;
import io.github.frameiokit.testkit.Scripted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a download's part is found, opened and locked. */
class PartFilesTest extends DownloadScenario {

    private Path victim() throws IOException {
        return Files.write(folder.resolve("victim"), BEFORE);
    }

    /** The place of a part of which something has arrived. */
    private Path placeOfPart() throws IOException {
        breakOff();
        Path part = onlyPart();
        Files.delete(part);
        return part;
    }

    private void refused(Path part) throws IOException {
        FileSystemException failure = assertInstanceOf(
                FileSystemException.class, failing(UncheckedIOException.class).getCause());
        assertEquals("This isn't a part of a download, but has its name; delete it", failure.getReason());
        assertEquals(part.toRealPath(LinkOption.NOFOLLOW_LINKS).toString(), failure.getFile());
    }

    @Test
    void aLinkInThePartsPlaceIsNotFollowed() throws IOException {
        Path part = Files.createSymbolicLink(placeOfPart(), victim());
        refused(part);
        assertArrayEquals(BEFORE, Files.readAllBytes(folder.resolve("victim")));
    }

    @Test
    void aDanglingLinkInThePartsPlaceIsNotFollowed() throws IOException {
        Path part = Files.createSymbolicLink(placeOfPart(), folder.resolve("nothing"));
        refused(part);
        assertTrue(Files.notExists(folder.resolve("nothing")));
    }

    @Test
    void aHardLinkInThePartsPlaceIsNotWrittenTo() throws IOException {
        Path part = Files.createLink(placeOfPart(), victim());
        refused(part);
        assertArrayEquals(BEFORE, Files.readAllBytes(folder.resolve("victim")));
    }

    @Test
    void aFolderInThePartsPlaceIsReported() throws IOException {
        refused(Files.createDirectory(placeOfPart()));
    }

    @Test
    void aPipeInThePartsPlaceIsReported() throws Exception {
        Path part = placeOfPart();
        new ProcessBuilder("mkfifo", part.toString()).start().waitFor();
        refused(part);
    }

    @Test
    void aPartOfAnotherUserIsNotContinued() throws IOException {
        breakOff();
        Path part = onlyPart().toRealPath();
        Path target = new OddFiles().foreign(part).at(target());
        UncheckedIOException failure = assertThrows(UncheckedIOException.class, () -> download(target));
        assertTrue(failure.getMessage().endsWith("This isn't a part of a download, but has its name; delete it"));
        assertEquals(List.of(part.getFileName().toString()), names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"adobe:1", "adobe_1", "a/../../b", "a b", "映", "a\nb"})
    void anIdMayHaveAnyCharacters(String id) throws IOException {
        tested.fake.answer("files.show", shownWithId(id));
        assertArrayEquals(content, download(id, target()));
        assertEquals(List.of("cut.mov"), names());
    }

    private Scripted shownWithId(String id) {
        tested.client().files().show("a", ID, "media_links.original");
        return new Scripted(
                200, Map.of(), tested.fake.answered("files.show").orElseThrow().toString());
    }

    @Test
    void idsThatDifferOnlyInOddCharactersShareNoPart() throws IOException {
        tested.fake.answer("files.show", shownWithId("adobe:1"), shownWithId("adobe_1"));
        storage.change((range, reply) -> range.from() >= PART ? reply.status(500) : reply);
        assertThrows(TransferException.class, () -> download("adobe:1", target()));
        assertThrows(TransferException.class, () -> download("adobe_1", target()));
        assertEquals(2, names().stream().filter(name -> name.endsWith(".part")).count());
    }

    @Test
    void onlyPartsOfReplacedContentAreDeleted() throws IOException {
        breakOff();
        Path stale = onlyPart();
        Path used = folder.resolve(stale.getFileName().toString().replace(".part", "0.part"));
        Path foreign = Files.write(folder.resolve("frameio-0-0.part"), BEFORE);
        Files.write(used, BEFORE);
        storage.replace(other, Map.of("ETag", "\"second\""));
        try (FileChannel channel = FileChannel.open(used, StandardOpenOption.WRITE)) {
            channel.lock();
            assertArrayEquals(other, download());
        }
        assertTrue(Files.notExists(stale));
        assertTrue(Files.exists(used));
        assertTrue(Files.exists(foreign));
    }

    @Nested
    class TwoAtOnce {

        @Test
        void theSecondOfTheSameAppFails() throws IOException {
            List<RuntimeException> second = new ArrayList<>();
            tested.client()
                    .download("a", ID, Download.to(target()).partSize(PART).onProgress((bytes, total) -> {
                        if (second.isEmpty()) {
                            second.add(assertThrows(
                                    TransferException.class,
                                    () -> tested.client().download("a", ID, Download.to(target()))));
                        }
                    }));
            assertEquals(
                    "The file is being downloaded to the same place already.",
                    second.get(0).getMessage());
            assertArrayEquals(content, Files.readAllBytes(target()));
        }

        @Test
        void theSecondOfAnotherAppFails() throws IOException {
            breakOff();
            try (FileChannel channel = FileChannel.open(onlyPart(), StandardOpenOption.WRITE)) {
                channel.lock();
                TransferException failure = assertThrows(TransferException.class, PartFilesTest.this::download);
                assertEquals("The file is being downloaded to the same place already.", failure.getMessage());
            }
            storage.newRanges();
            assertContinues();
        }

        @Test
        void withoutLocksEachHasItsOwnPart() throws IOException {
            Path target = new OddFiles().withoutLocks().at(target());
            List<String> parts = new ArrayList<>();
            tested.client().download("a", ID, Download.to(target).partSize(PART).onProgress((bytes, total) -> {
                if (parts.isEmpty()) {
                    parts.addAll(names());
                    tested.client()
                            .download(
                                    "a", ID, Download.to(target).partSize(PART).onProgress((more, all) -> {
                                        parts.addAll(names());
                                    }));
                }
            }));
            assertEquals(
                    2,
                    parts.stream()
                            .filter(name -> name.endsWith(".part"))
                            .distinct()
                            .count());
            assertArrayEquals(content, Files.readAllBytes(target()));
            assertEquals(List.of("cut.mov"), names());
        }

        @Test
        void withoutLocksNoPartIsKeptAfterAFailure() {
            breakOff(new OddFiles().withoutLocks().at(target()));
            assertEquals(List.of(), names());
        }
    }
}
