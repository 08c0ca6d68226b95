package io.github.frameiokit.internal.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.client.Download;
import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.client.TransferException;
import io.github.frameiokit.client.Upload;
import io.github.frameiokit.client.model.File;
import io.github.frameiokit.testkit.Scripted;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files to and from Frame.io's storage. */
class TransfersTest {

    private static final int PART = 64 * 1024;

    @TempDir
    private Path folder;

    private final TestClient tested = new TestClient();
    private final FrameioClient frameio = tested.client();
    private final byte[] content = new byte[10 * PART + 17];

    @BeforeEach
    void prepare() {
        new Random(1).nextBytes(content);
        tested.fake.partSize(PART);
    }

    @AfterEach
    void close() {
        tested.close();
    }

    @Nested
    class Uploading {

        private File upload(Upload upload) {
            return frameio.upload("a", "f", upload);
        }

        @Test
        void aFileArrivesUnderItsNameAndTellsItsProgress() throws IOException {
            List<Long> told = new ArrayList<>();
            Path path = Files.write(folder.resolve("cut.mov"), content);
            File file = upload(Upload.of(path).onProgress((bytes, total) -> {
                assertEquals(content.length, total);
                told.add(bytes);
            }));
            assertEquals("cut.mov", file.name());
            assertArrayEquals(content, tested.fake.content(file.id()).orElseThrow());
            assertEquals(content.length, told.get(told.size() - 1));
            assertEquals(told.stream().sorted().distinct().toList(), told);
        }

        @Test
        void aStreamArrivesAndIsNotReadFurther() throws IOException {
            ByteArrayInputStream stream = new ByteArrayInputStream(Arrays.copyOf(content, content.length + 5));
            File file = upload(Upload.of(stream, "cut.mov", content.length));
            assertArrayEquals(content, tested.fake.content(file.id()).orElseThrow());
            assertEquals(5, stream.available());
        }

        @Test
        void aPartIsRepeatedOnItsOwn() {
            tested.fake.answer("storage.upload", Scripted.error(500), Scripted.NO_ANSWER, Scripted.error(503));
            File file = upload(Upload.of(new ByteArrayInputStream(content), "cut.mov", content.length));
            assertArrayEquals(content, tested.fake.content(file.id()).orElseThrow());
            assertEquals(3, tested.clock.sleeps().size());
        }

        @Test
        void aPartThatIsRefusedEndsIt() {
            tested.fake.answer("storage.upload", Scripted.error(403));
            TransferException failure = assertThrows(
                    TransferException.class,
                    () -> upload(Upload.of(new ByteArrayInputStream(content), "cut.mov", content.length)));
            assertTrue(
                    failure.getMessage().matches("The storage answered 403 to part \\d+ of 11\\."),
                    failure.getMessage());
            assertFalse(failure.fileId().isEmpty());
        }

        @Test
        void aStreamThatIsTooShortEndsIt() {
            TransferException failure = assertThrows(
                    TransferException.class,
                    () -> upload(Upload.of(new ByteArrayInputStream(content), "cut.mov", content.length + 1)));
            assertEquals("The stream ended before the size that was given.", failure.getMessage());
        }

        @Test
        void aListenerThatFailsEndsIt() {
            assertThrows(
                    IllegalStateException.class,
                    () -> upload(Upload.of(new ByteArrayInputStream(content), "cut.mov", content.length)
                            .onProgress((bytes, total) -> {
                                throw new IllegalStateException("enough");
                            })));
        }

        @Test
        void atMostAsManyPartsAreReadAsMayBeUnderWay() {
            tested.fake.answer("storage.upload", Scripted.error(403));
            ByteArrayInputStream stream = new ByteArrayInputStream(content);
            assertThrows(
                    TransferException.class,
                    () -> upload(Upload.of(stream, "cut.mov", content.length).parallelism(2)));
            assertTrue(
                    content.length - stream.available() <= 3 * PART, "read " + (content.length - stream.available()));
        }

        @Test
        void whatLiesElsewhereIsFetchedByFrameio() {
            upload(Upload.from(URI.create("https://example.com/cut.mov"), "cut.mov"));
            assertEquals(1, tested.fake.requests("files.createRemoteUpload").size());
        }

        @Test
        void anEmptyFileIsNotEvenBegun() throws IOException {
            Path path = Files.createFile(folder.resolve("empty"));
            assertThrows(IllegalArgumentException.class, () -> upload(Upload.of(path)));
            assertEquals(List.of(), tested.fake.requests());
        }
    }

    @Nested
    class Downloading {

        private static final String ID = "d3075547";

        private final List<Long> told = new ArrayList<>();

        private Path download() {
            Path target = folder.resolve("cut.mov");
            frameio.download("a", ID, Download.to(target).partSize(PART).onProgress((bytes, total) -> told.add(bytes)));
            return target;
        }

        private Path part() {
            return folder.resolve("cut.mov." + ID + ".part");
        }

        @BeforeEach
        void prepare() {
            tested.fake.content(ID, content);
        }

        @Test
        void theFileIsThereAndNothingElse() throws IOException {
            assertArrayEquals(content, Files.readAllBytes(download()));
            assertEquals(content.length, told.get(told.size() - 1));
            try (Stream<Path> files = Files.list(folder)) {
                assertEquals(1, files.count());
            }
        }

        @Test
        void aPartIsRepeatedOnItsOwn() throws IOException {
            tested.fake.answer("storage.download", Scripted.error(503), Scripted.NO_ANSWER);
            assertArrayEquals(content, Files.readAllBytes(download()));
        }

        @Test
        void itGoesOnWhereItEndedBefore() throws IOException {
            Files.write(part(), Arrays.copyOf(content, 3 * PART + 5));
            assertArrayEquals(content, Files.readAllBytes(download()));
            assertEquals(4 * PART + 5, told.get(0));
        }

        @Test
        void whatHasArrivedStaysAfterAFailure() throws IOException {
            Scripted[] refusals = new Scripted[40];
            Arrays.fill(refusals, Scripted.error(500));
            Files.write(part(), Arrays.copyOf(content, PART));
            tested.fake.answer("storage.download", refusals);
            assertThrows(TransferException.class, this::download);
            assertEquals(PART, Files.size(part()));
        }

        @Test
        void anExpiredLinkIsAskedForAnew() throws IOException {
            tested.fake.answer("storage.download", Scripted.error(403));
            assertArrayEquals(content, Files.readAllBytes(download()));
            assertEquals(2, tested.fake.requests("files.show").size());
        }

        @Test
        void aLinkThatIsNeverGoodEndsIt() {
            Scripted[] refusals = new Scripted[20];
            Arrays.fill(refusals, Scripted.error(403));
            tested.fake.answer("storage.download", refusals);
            TransferException failure = assertThrows(TransferException.class, this::download);
            assertEquals("The storage refuses a link it has just been given.", failure.getMessage());
        }

        @Test
        void whoMayNotDownloadIsTold() {
            tested.fake.answer("files.show", Scripted.error(403));
            assertThrows(FrameioApiException.Forbidden.class, this::download);
        }
    }
}
