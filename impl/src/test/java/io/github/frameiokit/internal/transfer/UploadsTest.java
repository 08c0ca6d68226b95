package io.github.frameiokit.internal.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.client.TransferException;
import io.github.frameiokit.client.Upload;
import io.github.frameiokit.client.model.File;
import io.github.frameiokit.testkit.Scripted;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files to Frame.io's storage. */
class UploadsTest extends Transferring {

    @BeforeEach
    void prepare() {
        tested.fake.partSize(PART);
    }

    private File upload(Upload upload) {
        return tested.client().upload("a", "f", upload);
    }

    private Upload stream() {
        return Upload.of(new ByteArrayInputStream(content), "cut.mov", content.length);
    }

    private Path file() throws IOException {
        return Files.write(folder.resolve("cut.mov"), content);
    }

    private static Scripted refusal(int status, String code) {
        return new Scripted(status, Map.of(), "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code></Error>");
    }

    private static void assertTellsTheFile(Throwable failure) {
        TransferException note = assertInstanceOf(TransferException.class, failure.getSuppressed()[0]);
        assertEquals("The file " + note.fileId() + " stays at Frame.io without its content.", note.getMessage());
    }

    @Test
    void aFileArrivesUnderItsNameAndTellsItsProgress() throws IOException {
        List<Long> told = new ArrayList<>();
        File file = upload(Upload.of(file()).onProgress((bytes, total) -> {
            assertEquals(content.length, total);
            told.add(bytes);
        }));
        assertEquals("cut.mov", file.name());
        assertArrayEquals(content, tested.fake.content(file.id()).orElseThrow());
        assertEquals(content.length, told.get(told.size() - 1));
        assertEquals(told.stream().sorted().distinct().toList(), told);
    }

    @Test
    void aFileMayBeInAFileSystemOfAnotherKind() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("cut.zip"), Map.of("create", "true"))) {
            File file = upload(Upload.of(Files.write(zip.getPath("/cut.mov"), content)));
            assertArrayEquals(content, tested.fake.content(file.id()).orElseThrow());
        }
    }

    @Test
    void aStreamArrivesAndIsNotReadFurther() {
        ByteArrayInputStream stream = new ByteArrayInputStream(Arrays.copyOf(content, content.length + 5));
        File file = upload(Upload.of(stream, "cut.mov", content.length));
        assertArrayEquals(content, tested.fake.content(file.id()).orElseThrow());
        assertEquals(5, stream.available());
    }

    @Test
    void whatLiesElsewhereIsFetchedByFrameio() {
        upload(Upload.from(URI.create("https://example.com/cut.mov"), "cut.mov"));
        assertEquals(1, tested.fake.requests("files.createRemoteUpload").size());
    }

    @Test
    void atMostAsManyPartsAreReadAsMayBeUnderWay() {
        tested.fake.answer("storage.upload", Scripted.error(403));
        ByteArrayInputStream stream = new ByteArrayInputStream(content);
        assertThrows(
                TransferException.class,
                () -> upload(Upload.of(stream, "cut.mov", content.length).parallelism(2)));
        assertTrue(content.length - stream.available() <= 3 * PART, "read " + (content.length - stream.available()));
    }

    @Nested
    class WhatCanNotBeRead {

        private <T extends IOException> T refused(Class<T> type, Path path) {
            UncheckedIOException failure = assertThrows(UncheckedIOException.class, () -> upload(Upload.of(path)));
            assertEquals(List.of(), tested.fake.requests());
            return assertInstanceOf(type, failure.getCause());
        }

        @Test
        void aFolderIsNotEvenBegun() {
            IOException failure = refused(IOException.class, folder);
            assertEquals(folder + ": Only a regular file can be uploaded", failure.getMessage());
        }

        @Test
        void aMissingFileIsNotEvenBegun() {
            refused(NoSuchFileException.class, folder.resolve("missing"));
        }

        @Test
        void anUnreadableFileIsNotEvenBegun() throws IOException {
            refused(AccessDeniedException.class, new OddFiles().unreadable().at(file()));
        }

        @Test
        void aPipeIsNotEvenOpened() throws Exception {
            Path pipe = folder.resolve("pipe");
            new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
            refused(IOException.class, pipe);
        }

        @Test
        void anEmptyFileIsNotEvenBegun() throws IOException {
            Path path = Files.createFile(folder.resolve("empty"));
            assertThrows(IllegalArgumentException.class, () -> upload(Upload.of(path)));
            assertEquals(List.of(), tested.fake.requests());
        }

        @Test
        void theRootHasNoName() {
            assertThrows(IllegalArgumentException.class, () -> Upload.of(Path.of("/")));
        }

        @Test
        void aFileThatBecomesShorterIsToldAsSuchAtOnce() throws IOException {
            Path path = file();
            Upload upload = Upload.of(path).parallelism(1).onProgress((bytes, total) -> shorten(path));
            UncheckedIOException failure = assertThrows(UncheckedIOException.class, () -> upload(upload));
            assertInstanceOf(EOFException.class, failure.getCause());
            assertEquals(List.of(), tested.clock.sleeps());
            assertTellsTheFile(failure);
        }

        private static void shorten(Path path) {
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                channel.truncate(1);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Test
        void aFileThatIsWrittenToMeanwhileIsNoSuccess() throws IOException {
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
        void aFileWhoseNameAnotherTakesArrivesAsItWas() throws IOException {
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
        void aStreamThatIsTooShortEndsIt() {
            TransferException failure = assertThrows(
                    TransferException.class,
                    () -> upload(Upload.of(new ByteArrayInputStream(content), "cut.mov", content.length + 1)));
            assertEquals("The stream ended before the size that was given.", failure.getMessage());
        }

        @Test
        void aStreamThatFailsIsToldAsSuch() {
            InputStream broken = new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("the disk is broken");
                }
            };
            UncheckedIOException failure =
                    assertThrows(UncheckedIOException.class, () -> upload(Upload.of(broken, "cut.mov", 5)));
            assertEquals("the disk is broken", failure.getCause().getMessage());
            assertTellsTheFile(failure);
        }
    }

    @Nested
    class WhatTheStorageAnswers {

        @Test
        void aPartIsRepeatedByItself() {
            tested.fake.answer("storage.upload", Scripted.error(500), Scripted.NO_ANSWER, Scripted.error(503));
            File file = upload(stream());
            assertArrayEquals(content, tested.fake.content(file.id()).orElseThrow());
            assertEquals(3, tested.clock.sleeps().size());
        }

        @ParameterizedTest
        @CsvSource({
            "400, RequestTimeout",
            "400, IncompleteBody",
            "408, RequestTimeout",
            "408, ''",
            "409, OperationAborted",
            "400, SlowDown",
            "503, SlowDown",
            "500, InternalError",
            "429, TooManyRequests"
        })
        void aPassingRefusalIsRepeated(int status, String code) throws IOException {
            tested.fake.answer("storage.upload", refusal(status, code));
            File file = upload(Upload.of(file()));
            assertArrayEquals(content, tested.fake.content(file.id()).orElseThrow());
            assertEquals(1, tested.clock.sleeps().size());
        }

        @Test
        void aPassingRefusalThatStaysEndsIt() {
            Scripted[] refusals = new Scripted[60];
            Arrays.fill(refusals, refusal(400, "RequestTimeout"));
            tested.fake.answer("storage.upload", refusals);
            TransferException failure = assertThrows(TransferException.class, () -> upload(stream()));
            assertTrue(
                    failure.getMessage().matches("The storage didn't take part \\d+ of 11\\."), failure.getMessage());
            assertEquals(
                    "The storage answered 400 RequestTimeout.",
                    failure.getCause().getMessage());
        }

        @Test
        void aPartThatIsRefusedEndsIt() {
            tested.fake.answer("storage.upload", Scripted.error(403));
            TransferException failure = assertThrows(TransferException.class, () -> upload(stream()));
            assertTrue(
                    failure.getMessage().matches("The storage answered 403 to part \\d+ of 11\\."),
                    failure.getMessage());
            assertFalse(failure.fileId().isEmpty());
            assertEquals(List.of(), tested.clock.sleeps());
        }

        @Test
        void theStoragesWordForARefusalIsTold() {
            tested.fake.answer("storage.upload", refusal(403, "AccessDenied"));
            TransferException failure = assertThrows(TransferException.class, () -> upload(stream()));
            assertTrue(failure.getMessage().startsWith("The storage answered 403 AccessDenied to part "));
        }

        @Test
        void aRedirectIsNotFollowed() {
            tested.fake.answer(
                    "storage.upload",
                    refusal(307, "TemporaryRedirect").header("Location", "http://localhost:1/?signature=secret"));
            TransferException failure = assertThrows(TransferException.class, () -> upload(stream()));
            assertTrue(failure.getMessage().startsWith("The storage answered 307 TemporaryRedirect to part "));
            assertShowsNoSignature(failure);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://under_score.example/",
                    "https://under_score.example/",
                    "https://a b.example/",
                    "https://a.example/a b/",
                    "https://a.example:99999/",
                    "https:///no-host/",
                    "/no-scheme/",
                    "file:///tmp/",
                    "ftp://a.example/",
                    "mailto:a@example.com?",
                    "jar:https://a.example/x!/",
                    "http://a.example/",
                    "http://127.0.0.1.example/",
                    "https://[::1/",
                    "\u0000"
                })
        void aLinkThatIsNoUrlIsNotShown(String link) {
            tested.fake.links(link);
            TransferException failure = assertThrows(TransferException.class, () -> upload(stream()));
            assertEquals(
                    "Frame.io's link to the storage is no https URL with a valid host name.", failure.getMessage());
            assertShowsNoSignature(failure);
        }

        @ParameterizedTest
        @ValueSource(strings = {"http://localhost:1/", "http://[::1]:1/", "https://localhost:1/", "https://x.invalid/"})
        void aStorageThatIsNotThereIsToldWithoutTheLink(String link) {
            tested.fake.links(link);
            TransferException failure = assertThrows(TransferException.class, () -> upload(stream()));
            assertTrue(failure.getMessage().startsWith("The storage didn't take part "), failure.getMessage());
            assertShowsNoSignature(failure);
        }
    }

    @Nested
    class WhatEndsIt {

        @Test
        void aListenerThatFails() {
            IllegalStateException failure = assertThrows(
                    IllegalStateException.class,
                    () -> upload(stream().onProgress((bytes, total) -> {
                        throw new IllegalStateException("enough");
                    })));
            assertTellsTheFile(failure);
        }

        @Test
        void anInterruption() throws IOException {
            Upload upload = Upload.of(file())
                    .parallelism(1)
                    .onProgress((bytes, total) -> Thread.currentThread().interrupt());
            TransferException failure = assertThrows(TransferException.class, () -> upload(upload));
            assertTrue(Thread.interrupted());
            assertEquals("The transfer was interrupted.", failure.getMessage());
            assertFalse(failure.fileId().isEmpty());
            assertEquals(0, openFiles());
        }

        @ParameterizedTest
        @CsvSource({"1, 1", "1, 5", "5, 5", "9223372036854775807, 9223372036854775807"})
        void linksThatDoNotCoverTheFile(long first, long second) {
            upload(stream());
            JsonObject data = tested.fake
                    .answered("files.createLocalUpload")
                    .orElseThrow()
                    .getJsonObject("data");
            JsonArrayBuilder urls = Json.createArrayBuilder();
            for (long size : new long[] {first, second}) {
                urls.add(
                        Json.createObjectBuilder().add("size", size).add("url", "https://a.example/?signature=secret"));
            }
            JsonObject other =
                    Json.createObjectBuilder(data).add("upload_urls", urls).build();
            tested.fake.answer(
                    "files.createLocalUpload",
                    new Scripted(
                            201,
                            Map.of(),
                            Json.createObjectBuilder()
                                    .add("data", other)
                                    .build()
                                    .toString()));
            TransferException failure = assertThrows(
                    TransferException.class, () -> upload(Upload.of(new ByteArrayInputStream(content), "cut.mov", 5)));
            assertEquals("Frame.io's upload URLs don't cover the file.", failure.getMessage());
        }

        /** Takes the beginning of a request, gives its answer, and ends the connection. */
        private void impatientStorage(String answer) throws IOException {
            ServerSocket server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
            Thread thread = new Thread(() -> {
                while (!server.isClosed()) {
                    try (Socket connection = server.accept()) {
                        connection.getInputStream().readNBytes(64);
                        connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                    } catch (IOException e) {
                        // closed by the other side, or by the test
                    }
                }
            });
            thread.setDaemon(true);
            thread.start();
            impatient = server;
            tested.fake.links("http://localhost:" + server.getLocalPort() + "/");
        }

        private ServerSocket impatient;

        @AfterEach
        void closeImpatient() throws IOException {
            if (impatient != null) {
                impatient.close();
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"})
        void noFileStaysOpenWhenAPartIsNotReadToItsEnd(String answer) throws IOException {
            int large = 32 * 1024 * 1024;
            Path path = folder.resolve("large.mov");
            try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
                file.setLength(3L * large);
            }
            tested.fake.partSize(large);
            impatientStorage(answer);
            assertThrows(TransferException.class, () -> upload(Upload.of(path)));
            assertEquals(0, openFiles());
        }

        @Test
        void oneFileIsOpenMeanwhileAndNoneAfterItWasCancelled() throws IOException {
            Path path = file();
            List<Long> open = new ArrayList<>();
            assertThrows(
                    IllegalStateException.class,
                    () -> upload(Upload.of(path).onProgress((bytes, total) -> {
                        try {
                            open.add(openFiles());
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                        throw new IllegalStateException("enough");
                    })));
            assertEquals(List.of(1L), open);
            assertEquals(0, openFiles());
        }
    }
}
