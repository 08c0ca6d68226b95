package io.github.frameiokit.internal.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What arrives of an upload, and what ends it. */
class UploadsTest extends UploadScenario {

    @Test
    void aFileArrivesUnderItsNameAndReportsItsProgress() throws IOException {
        List<Long> reported = new ArrayList<>();
        File file = upload(Upload.of(file()).onProgress((bytes, total) -> {
            assertEquals(content.length, total);
            reported.add(bytes);
        }));
        assertEquals("cut.mov", file.name());
        assertArrayEquals(content, tested.fake.content(file.id()).orElseThrow());
        assertEquals(content.length, reported.get(reported.size() - 1));
        assertEquals(reported.stream().sorted().distinct().toList(), reported);
    }

    @Test
    void aFileMayBeInAnotherFileSystem() throws IOException {
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
    void aRemoteFileIsFetchedByFrameio() {
        upload(Upload.from(URI.create("https://example.com/cut.mov"), "cut.mov"));
        assertEquals(1, tested.fake.requests("files.createRemoteUpload").size());
    }

    @Test
    void onlyThePartsUnderWayAreRead() {
        tested.fake.answer("storage.upload", Scripted.error(403));
        ByteArrayInputStream stream = new ByteArrayInputStream(content);
        assertThrows(
                TransferException.class,
                () -> upload(Upload.of(stream, "cut.mov", content.length).parallelism(2)));
        assertTrue(content.length - stream.available() <= 3 * PART, "read " + (content.length - stream.available()));
    }

    @Test
    void aListenersFailureEndsIt() {
        IllegalStateException failure = assertThrows(
                IllegalStateException.class,
                () -> upload(stream().onProgress((bytes, total) -> {
                    throw new IllegalStateException("enough");
                })));
        assertNamesTheFile(failure);
    }

    @Test
    void anInterruptionEndsIt() throws IOException {
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
    void signedUrlsThatDoNotCoverTheFileEndIt(long first, long second) {
        upload(stream());
        JsonObject data =
                tested.fake.answered("files.createLocalUpload").orElseThrow().getJsonObject("data");
        JsonArrayBuilder urls = Json.createArrayBuilder();
        for (long size : new long[] {first, second}) {
            urls.add(Json.createObjectBuilder().add("size", size).add("url", "https://a.example/?signature=secret"));
        }
        JsonObject other =
                Json.createObjectBuilder(data).add("upload_urls", urls).build();
        tested.fake.answer(
                "files.createLocalUpload",
                new Scripted(
                        201,
                        Map.of(),
                        Json.createObjectBuilder().add("data", other).build().toString()));
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
    void noFileStaysOpenIfAPartIsNotReadToTheEnd(String answer) throws IOException {
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
    void oneFileIsOpenMeanwhileAndNoneAfterAFailure() throws IOException {
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
