package io.github.frameiokit.internal.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.client.Download;
import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.client.TransferException;
import io.github.frameiokit.testkit.Scripted;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a download brings, and what ends it. */
class DownloadsTest extends DownloadScenario {

    @Test
    void onlyTheFileIsThereAtTheEnd() throws IOException {
        assertArrayEquals(content, download());
        assertEquals(content.length, reported.get(reported.size() - 1));
        assertEquals(List.of("cut.mov"), names());
        assertEquals(0, openFiles());
    }

    @Test
    void theFakesOwnStorageCanBeDownloadedFrom() throws IOException {
        tested.fake.links(tested.fake.url() + "/storage/");
        tested.fake.answer("storage.download", Scripted.error(503), Scripted.NO_ANSWER);
        assertArrayEquals(content, download());
    }

    @Test
    void anExistingFileIsReplacedAtTheEnd() throws IOException {
        Files.write(target(), BEFORE);
        assertArrayEquals(content, download());
        assertEquals(List.of("cut.mov"), names());
    }

    @Test
    void aTargetMayBeInAnotherFileSystem() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("cut.zip"), Map.of("create", "true"))) {
            Path target = zip.getPath("/cut.mov");
            breakOff(target);
            assertArrayEquals(content, download(target));
            try (Stream<Path> all = Files.list(zip.getPath("/"))) {
                assertEquals(List.of(target), all.toList());
            }
        }
    }

    @Test
    void aFileOfOneByteArrives() throws IOException {
        byte[] one = {7};
        tested.fake.content(ID, one);
        storage.replace(one, Map.of("ETag", "\"one\""));
        assertArrayEquals(one, download());
    }

    @Test
    void aFailedPartIsRepeatedAlone() throws IOException {
        AtomicInteger count = new AtomicInteger();
        storage.change(parts(reply -> count.getAndIncrement() < 2 ? reply.status(503) : reply));
        assertArrayEquals(content, download());
        assertEquals(2, tested.clock.sleeps().size());
    }

    @Test
    void theArrivedBytesAreKeptAfterAFailure() throws IOException {
        breakOff();
        storage.change(parts(reply -> reply.status(500)));
        failing(TransferException.class);
        assertEquals(3 * PART, Files.size(onlyPart()));
    }

    @Test
    void aFailureBeforeAnyByteArrivedLeavesNoFile() {
        storage.change(parts(reply -> reply.status(500)));
        assertThrows(TransferException.class, this::download);
        assertEquals(List.of(), names());
    }

    @Test
    void aMissingPermissionIsReported() throws IOException {
        tested.fake.answer("files.show", Scripted.error(403));
        failing(FrameioApiException.Forbidden.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void anInterruptionEndsIt(int parallelism) throws IOException {
        TransferException failure = assertThrows(
                TransferException.class,
                () -> tested.client()
                        .download(
                                "a",
                                ID,
                                Download.to(target())
                                        .partSize(PART)
                                        .parallelism(parallelism)
                                        .onProgress((bytes, total) ->
                                                Thread.currentThread().interrupt())));
        assertTrue(Thread.interrupted());
        assertEquals("The transfer was interrupted.", failure.getMessage());
        assertEquals(0, openFiles());
        assertArrayEquals(content, download());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://under_score.example/",
                "https://a b.example/",
                "https://a.example:99999/",
                "https:///no-host/",
                "/no-scheme/",
                "file:///tmp/",
                "http://a.example/"
            })
    void anInvalidSignedUrlIsNotShown(String link) throws IOException {
        tested.fake.links(link);
        TransferException failure = failing(TransferException.class);
        assertEquals("Frame.io's link to the storage is no https URL with a valid host name.", failure.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1/", "https://localhost:1/", "https://x.invalid/"})
    void anUnreachableStorageIsReportedWithoutTheSignedUrl(String link) throws IOException {
        tested.fake.links(link);
        TransferException failure = failing(TransferException.class);
        assertEquals("The storage didn't send bytes 0-0.", failure.getMessage());
    }
}
