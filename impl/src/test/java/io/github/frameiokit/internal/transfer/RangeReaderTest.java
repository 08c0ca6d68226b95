package io.github.frameiokit.internal.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.client.TransferException;
import io.github.frameiokit.internal.transfer.OddStorage.Reply;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which responses of the storage are accepted. */
class RangeReaderTest extends DownloadScenario {

    static Stream<Arguments> answers() {
        return Stream.<Map.Entry<String, UnaryOperator<Reply>>>of(
                        Map.entry("another range", reply -> reply.header("Content-Range", "bytes 5-9/163857")),
                        Map.entry("a longer range", reply -> reply.header("Content-Range", "bytes 0-163856/163857")),
                        Map.entry("no total", reply -> reply.header("Content-Range", "bytes 0-0/*")),
                        Map.entry("a total that is too small", reply -> reply.header("Content-Range", "bytes 0-0/0")),
                        Map.entry("another unit", reply -> reply.header("Content-Range", "lines 0-0/163857")),
                        Map.entry("no number", reply -> reply.header("Content-Range", "bytes 0-0/many")),
                        Map.entry(
                                "a number that is too large",
                                reply -> reply.header("Content-Range", "bytes 0-0/99999999999999999999")),
                        Map.entry("no range", reply -> reply.without("Content-Range")),
                        Map.entry(
                                "several ranges",
                                reply -> reply.without("Content-Range")
                                        .header("Content-Type", "multipart/byteranges; boundary=x")),
                        Map.entry(
                                "several ranges, and one",
                                reply -> reply.header("Content-Type", "multipart/byteranges; boundary=x")),
                        Map.entry("compressed", reply -> reply.header("Content-Encoding", "gzip")),
                        Map.entry("the whole file", reply -> reply.status(200).without("Content-Range")),
                        Map.entry("nothing", reply -> reply.status(204).body(new byte[0])),
                        Map.entry("a redirect", reply -> reply.status(302).header("Location", "/?signature=secret")),
                        Map.entry("a refusal", reply -> reply.status(400)))
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void theFirstResponseIsNoSuccess(String name, UnaryOperator<Reply> change) throws IOException {
        storage.change(all(change));
        failing(TransferException.class);
        assertEquals(List.of("cut.mov"), names());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void aLaterResponseIsNoSuccess(String name, UnaryOperator<Reply> change) throws IOException {
        storage.change(parts(change));
        failing(TransferException.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void theOnlyResponseWithoutAValidatorIsNoSuccess(String name, UnaryOperator<Reply> change) throws IOException {
        storage.replace(content, NO_VALIDATOR);
        if (name.equals("a longer range")) {
            return; // which is what was asked for
        }
        storage.change(parts(change));
        failing(TransferException.class);
        assertEquals(List.of("cut.mov"), names());
    }

    static Stream<Arguments> bodies() {
        return Stream.<Map.Entry<String, UnaryOperator<Reply>>>of(
                        Map.entry("shorter than announced", reply -> reply.length(reply.body().length - 1)),
                        Map.entry(
                                "shorter than the range",
                                reply -> reply.body(Arrays.copyOf(reply.body(), reply.body().length - 1))),
                        Map.entry("empty", reply -> reply.body(new byte[0])),
                        Map.entry(
                                "shorter, in chunks",
                                reply -> reply.length(reply.body().length - 1).chunked()),
                        Map.entry(
                                "longer than the range",
                                reply -> reply.body(Arrays.copyOf(reply.body(), reply.body().length + 1))),
                        Map.entry(
                                "longer, in chunks",
                                reply -> reply.length(reply.body().length + 1).chunked()))
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void aBodyOfAnotherLengthIsRequestedAgain(String name, UnaryOperator<Reply> change) throws IOException {
        AtomicInteger count = new AtomicInteger();
        storage.change(parts(reply -> count.getAndIncrement() == 2 ? change.apply(reply) : reply));
        assertArrayEquals(content, download());
        assertEquals(1, tested.clock.sleeps().size());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void aBodyOfAnotherLengthIsNoSuccess(String name, UnaryOperator<Reply> change) throws IOException {
        storage.change(parts(change));
        failing(TransferException.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void aBodyOfAnotherLengthIsNoSuccessWithoutAValidator(String name, UnaryOperator<Reply> change) throws IOException {
        storage.replace(content, NO_VALIDATOR);
        storage.change(parts(change));
        failing(TransferException.class);
        assertEquals(List.of("cut.mov"), names());
    }

    @Test
    void wholeFilesInsteadOfRangesAreNotReadToTheEnd() throws IOException {
        byte[] large = new byte[64 * 1024 * 1024];
        storage.change(parts(reply -> reply.status(200).without("Content-Range").body(large)));
        TransferException failure = failing(TransferException.class);
        assertTrue(failure.getMessage().startsWith("The storage answered 200 when asked for bytes "));
    }

    @Test
    void anEmptyFileReplacesNothing() throws IOException {
        tested.fake.content(ID, new byte[0]);
        storage.replace(new byte[0], Map.of("ETag", "\"empty\""));
        assertEquals(
                "The file has no content to download.",
                failing(TransferException.class).getMessage());
    }

    @Test
    void aFileWithoutALinkHasNoOriginalYet() throws IOException {
        frameioReports("media_links", JsonValue.NULL, 1);
        assertEquals(
                "There is no original to download yet.",
                failing(TransferException.class).getMessage());
    }

    @Nested
    class TheSizeThatFrameioReports {

        @ParameterizedTest
        @ValueSource(strings = {"1", "163856", "163858", "\"163858\"", "9223372036854775807"})
        void mustBeTheSameAsTheStorages(String size) throws IOException {
            frameioReports(
                    "file_size", Json.createReader(new StringReader(size)).readValue(), 4);
            int before = shown();
            TransferException failure = failing(TransferException.class);
            assertTrue(
                    failure.getMessage()
                            .matches("Frame.io says that the file has \\d+ bytes, its storage says 163857\\."),
                    failure.getMessage());
            assertEquals(before + 4, shown());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "null", "0", "-5", "\"many\"", "true", "[]", "{}"})
        void neverEmptiesTheTarget(String size) throws IOException {
            frameioReports(
                    "file_size",
                    size.isEmpty()
                            ? null
                            : Json.createReader(new StringReader(size)).readValue(),
                    1);
            Files.write(target(), BEFORE);
            try {
                assertArrayEquals(content, download());
            } catch (FrameioApiException e) { // an answer that can't be read
                assertArrayEquals(BEFORE, Files.readAllBytes(target()));
            }
        }

        @Test
        void mayBeMissing() throws IOException {
            frameioReports("file_size", Json.createValue(0), 1);
            assertArrayEquals(content, download());
        }

        @Test
        void mayBeOldWhenTheContentHasJustBeenReplaced() throws IOException {
            frameioReports("file_size", Json.createValue(5), 1);
            assertArrayEquals(content, download());
        }
    }
}
