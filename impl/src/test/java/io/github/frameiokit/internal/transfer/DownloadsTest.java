package io.github.frameiokit.internal.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.client.Download;
import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.client.TransferException;
import io.github.frameiokit.internal.transfer.OddStorage.Range;
import io.github.frameiokit.internal.transfer.OddStorage.Reply;
import io.github.frameiokit.testkit.Scripted;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files from Frame.io's storage. */
class DownloadsTest extends Transferring {

    private static final String ID = "d3075547";
    private static final byte[] BEFORE = "what was there before".getBytes(StandardCharsets.UTF_8);
    private static final Map<String, String> NO_VALIDATOR = Map.of();
    private static final Map<String, String> MODIFIED = Map.of("Last-Modified", "Mon, 02 Nov 2020 10:00:00 GMT");

    private final OddStorage storage = new OddStorage(content);
    private final byte[] other = bytes(content.length, 2);
    private final List<Long> told = new ArrayList<>();

    @BeforeEach
    void prepare() {
        tested.fake.content(ID, content);
        storage.serve(tested.fake);
    }

    @AfterEach
    void closeStorage() {
        storage.close();
    }

    private Path target() {
        return folder.resolve("cut.mov");
    }

    private byte[] download() throws IOException {
        return download(target());
    }

    private byte[] download(Path target) throws IOException {
        return download(ID, target);
    }

    private byte[] download(String id, Path target) throws IOException {
        told.clear();
        tested.client()
                .download("a", id, Download.to(target).partSize(PART).onProgress((bytes, total) -> told.add(bytes)));
        return Files.readAllBytes(target);
    }

    /** The target that was there must be there still. */
    private <T extends Exception> T failing(Class<T> type) throws IOException {
        Files.write(target(), BEFORE);
        T failure = assertThrows(type, this::download);
        assertArrayEquals(BEFORE, Files.readAllBytes(target()));
        assertEquals(0, openFiles());
        assertShowsNoSignature(failure);
        return failure;
    }

    /** Ends a download early, when some parts have arrived. */
    private void breakOff() {
        breakOff(target());
    }

    private void breakOff(Path target) {
        assertThrows(
                IllegalStateException.class,
                () -> tested.client()
                        .download("a", ID, Download.to(target).partSize(PART).onProgress((bytes, total) -> {
                            if (bytes >= 3 * PART) {
                                throw new IllegalStateException("enough");
                            }
                        })));
        storage.newRanges();
    }

    private void assertGoesOn() throws IOException {
        assertArrayEquals(content, download());
        assertEquals(
                List.of(0L, 3L * PART),
                storage.ranges().stream().map(Range::from).sorted().limit(2).toList());
        assertEquals(List.of("cut.mov"), names());
    }

    private void assertBeginsAnew(byte[] expected) throws IOException {
        assertArrayEquals(expected, download());
        assertEquals(PART, told.get(0));
        assertEquals(List.of("cut.mov"), names());
    }

    private static BiFunction<Range, Reply, Reply> parts(UnaryOperator<Reply> change) {
        return (range, reply) -> range.isProbe() ? reply : change.apply(reply);
    }

    private static BiFunction<Range, Reply, Reply> all(UnaryOperator<Reply> change) {
        return (range, reply) -> change.apply(reply);
    }

    /** Has Frame.io answer as it does, but for one member. */
    private void telling(String member, JsonValue value, int times) {
        tested.client().files().show("a", ID, "media_links.original");
        JsonObject answer = tested.fake.answered("files.show").orElseThrow();
        JsonObject data = value == null
                ? Json.createObjectBuilder(answer.getJsonObject("data"))
                        .remove(member)
                        .build()
                : Json.createObjectBuilder(answer.getJsonObject("data"))
                        .add(member, value)
                        .build();
        Scripted[] answers = new Scripted[times];
        Arrays.fill(
                answers,
                new Scripted(
                        200,
                        Map.of(),
                        Json.createObjectBuilder().add("data", data).build().toString()));
        tested.fake.answer("files.show", answers);
    }

    private int shown() {
        return tested.fake.requests("files.show").size();
    }

    @Test
    void theFileIsThereAndNothingElse() throws IOException {
        assertArrayEquals(content, download());
        assertEquals(content.length, told.get(told.size() - 1));
        assertEquals(List.of("cut.mov"), names());
        assertEquals(0, openFiles());
    }

    @Test
    void theFakesOwnStorageGivesItToo() throws IOException {
        tested.fake.links(tested.fake.url() + "/storage/");
        tested.fake.answer("storage.download", Scripted.error(503), Scripted.NO_ANSWER);
        assertArrayEquals(content, download());
    }

    @Test
    void aFileThatIsThereIsReplacedAtTheEnd() throws IOException {
        Files.write(target(), BEFORE);
        assertArrayEquals(content, download());
        assertEquals(List.of("cut.mov"), names());
    }

    @Test
    void aTargetMayBeInAFileSystemOfAnotherKind() throws IOException {
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
    void aPartIsRepeatedByItself() throws IOException {
        AtomicInteger count = new AtomicInteger();
        storage.change(parts(reply -> count.getAndIncrement() < 2 ? reply.status(503) : reply));
        assertArrayEquals(content, download());
        assertEquals(2, tested.clock.sleeps().size());
    }

    @Test
    void whatHasArrivedStaysAfterAFailure() throws IOException {
        breakOff();
        storage.change(parts(reply -> reply.status(500)));
        failing(TransferException.class);
        assertEquals(3 * PART, Files.size(onlyPart()));
    }

    @Test
    void anEndWithNothingArrivedLeavesNothing() {
        storage.change(parts(reply -> reply.status(500)));
        assertThrows(TransferException.class, this::download);
        assertEquals(List.of(), names());
    }

    @Test
    void whoMayNotDownloadIsTold() throws IOException {
        tested.fake.answer("files.show", Scripted.error(403));
        failing(FrameioApiException.Forbidden.class);
    }

    @Nested
    class GoingOn {

        @Test
        void itGoesOnWhereItEndedBefore() throws IOException {
            breakOff();
            assertGoesOn();
        }

        @Test
        void itGoesOnByTheTimeOfTheLastChangeIfThereIsNoTag() throws IOException {
            storage.replace(content, MODIFIED);
            breakOff();
            assertGoesOn();
            assertTrue(storage.conditions().contains("null " + MODIFIED.get("Last-Modified")));
        }

        @Test
        void eachRangeIsAskedForOnConditionOfTheTag() throws IOException {
            download();
            assertEquals(
                    List.of("\"first\" null", "null null"),
                    storage.conditions().stream().distinct().sorted().toList());
            assertEquals(
                    1, storage.conditions().stream().filter("null null"::equals).count());
        }

        @Test
        void whatArrivedOfOtherContentIsNotGoneOnWith() throws IOException {
            breakOff();
            storage.replace(other, Map.of("ETag", "\"second\""));
            assertBeginsAnew(other);
        }

        @Test
        void whatArrivedOfAShorterFileIsNotGoneOnWith() throws IOException {
            breakOff();
            byte[] shorter = bytes(PART, 3);
            tested.fake.content(ID, shorter);
            storage.replace(shorter, Map.of("ETag", "\"first\""));
            assertBeginsAnew(shorter);
        }

        static Stream<Map<String, String>> nothingThatIdentifies() {
            return Stream.of(
                    NO_VALIDATOR,
                    Map.of("ETag", "W/\"weak\""),
                    Map.of("ETag", "unquoted"),
                    Map.of("ETag", "\"\""),
                    Map.of("Last-Modified", "yesterday"),
                    Map.of("Last-Modified", "Fri, 01 Jan 2100 10:00:00 GMT"));
        }

        @ParameterizedTest
        @MethodSource("nothingThatIdentifies")
        void withoutAValidatorItIsOneAnswerAndNothingStays(Map<String, String> validators) throws IOException {
            storage.replace(content, validators);
            storage.change((range, reply) -> range.isProbe() ? reply : reply.length(5 * PART));
            assertThrows(TransferException.class, DownloadsTest.this::download);
            assertEquals(List.of(), names());
            storage.behave();
            storage.newRanges();
            assertArrayEquals(content, download());
            assertEquals(List.of(new Range(0, 0), new Range(0, content.length - 1)), storage.ranges());
            assertEquals(content.length, told.get(told.size() - 1));
        }

        @Test
        void withoutAValidatorABrokenAnswerBeginsAnew() throws IOException {
            storage.replace(content, NO_VALIDATOR);
            storage.change((range, reply) -> {
                if (range.isProbe()) {
                    return reply;
                }
                storage.behave();
                storage.replace(other, NO_VALIDATOR);
                return reply.length(5 * PART);
            });
            assertArrayEquals(other, download());
        }

        @Test
        void aPartThatAnotherProgramLengthenedBeginsAnew() throws IOException {
            breakOff();
            Files.write(onlyPart(), bytes(content.length + 1, 4));
            assertBeginsAnew(content);
        }

        @Test
        void whatHasArrivedWhollyIsOnlyMoved() throws IOException {
            breakOff();
            Files.write(onlyPart(), content);
            assertArrayEquals(content, download());
            assertEquals(List.of(new Range(0, 0)), storage.ranges());
        }
    }

    @Nested
    class WhatChangesMeanwhile {

        /** The content is replaced while the third part is asked for. */
        private void replaceOnce(Map<String, String> validators, UnaryOperator<Reply> first) {
            storage.change((range, reply) -> {
                if (range.from() != 2 * PART) {
                    return reply;
                }
                storage.behave();
                storage.replace(other, validators);
                return first.apply(reply);
            });
        }

        @Test
        void aFailedPreconditionBeginsAnew() throws IOException {
            replaceOnce(Map.of("ETag", "\"second\""), reply -> reply.status(412));
            assertArrayEquals(other, download());
            assertEquals(List.of("cut.mov"), names());
            assertEquals(2, shown());
        }

        @Test
        void aTagThatChangesBeginsAnewThoughThePreconditionIsIgnored() throws IOException {
            replaceOnce(Map.of("ETag", "\"second\""), reply -> reply.header("ETag", "\"second\""));
            assertArrayEquals(other, download());
        }

        @Test
        void aTagThatIsMissingLaterBeginsAnew() throws IOException {
            replaceOnce(Map.of("ETag", "\"second\""), reply -> reply.without("ETag"));
            assertArrayEquals(other, download());
        }

        @Test
        void aTotalThatChangesBeginsAnew() throws IOException {
            replaceOnce(
                    Map.of("ETag", "\"first\""),
                    reply -> reply.header(
                            "Content-Range", "bytes " + 2 * PART + "-" + (3 * PART - 1) + "/" + (content.length + 1)));
            assertArrayEquals(other, download());
        }

        @Test
        void aRangeThatIsGoneBeginsAnew() throws IOException {
            replaceOnce(Map.of("ETag", "\"second\""), reply -> reply.status(416));
            assertArrayEquals(other, download());
        }

        @Test
        void contentThatIsReplacedWhileLinksExpireIsNotMixed() throws IOException {
            replaceOnce(Map.of("ETag", "\"second\""), reply -> reply.status(403));
            assertArrayEquals(other, download());
        }

        @Test
        void contentThatIsReplacedWhileLinksExpireIsNotMixedWithoutAValidator() throws IOException {
            storage.replace(content, NO_VALIDATOR);
            storage.change((range, reply) -> {
                if (range.isProbe()) {
                    return reply;
                }
                storage.behave();
                storage.replace(other, NO_VALIDATOR);
                return reply.status(403);
            });
            assertArrayEquals(other, download());
        }

        @Test
        void contentThatChangesAllTheTimeEndsIt() throws IOException {
            AtomicInteger count = new AtomicInteger();
            storage.change(all(reply -> reply.header("ETag", "\"" + count.getAndIncrement() + "\"")));
            TransferException failure = failing(TransferException.class);
            assertEquals("The file's content was replaced each time while it was downloaded.", failure.getMessage());
            assertEquals(4, shown());
            assertEquals(List.of("cut.mov"), names());
        }

        @Test
        void anExpiredLinkIsAskedForAnew() throws IOException {
            AtomicInteger count = new AtomicInteger();
            storage.change(parts(reply -> count.getAndIncrement() == 3 ? reply.status(403) : reply));
            assertArrayEquals(content, download());
            assertEquals(2, shown());
        }

        @Test
        void aLinkThatHasExpiredBeforeItIsUsedIsAskedForAnew() throws IOException {
            AtomicInteger count = new AtomicInteger();
            storage.change(all(reply -> count.getAndIncrement() == 0
                    ? reply.status(400)
                            .body("<Error><Code>ExpiredToken</Code></Error>".getBytes(StandardCharsets.UTF_8))
                    : reply));
            assertArrayEquals(content, download());
            assertEquals(2, shown());
        }

        @ParameterizedTest
        @ValueSource(ints = {401, 403, 404, 410})
        void aLinkThatIsNeverGoodEndsIt(int status) throws IOException {
            storage.change(all(reply -> reply.status(status)));
            TransferException failure = failing(TransferException.class);
            assertEquals("The storage rejects a link that Frame.io has just issued.", failure.getMessage());
            assertEquals(2, shown());
        }

        @Test
        void linksThatBringNothingEndIt() throws IOException {
            storage.change(parts(reply -> reply.status(403)));
            TransferException failure = failing(TransferException.class);
            assertEquals("The storage rejects a link that Frame.io has just issued.", failure.getMessage());
            assertEquals(2, shown());
        }
    }

    @Nested
    class WhatIsNoProof {

        static Stream<Arguments> answers() {
            return Stream.<Map.Entry<String, UnaryOperator<Reply>>>of(
                            Map.entry("another range", reply -> reply.header("Content-Range", "bytes 5-9/163857")),
                            Map.entry(
                                    "a longer range", reply -> reply.header("Content-Range", "bytes 0-163856/163857")),
                            Map.entry("no total", reply -> reply.header("Content-Range", "bytes 0-0/*")),
                            Map.entry(
                                    "a total that is too small", reply -> reply.header("Content-Range", "bytes 0-0/0")),
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
                            Map.entry(
                                    "the whole file", reply -> reply.status(200).without("Content-Range")),
                            Map.entry("nothing", reply -> reply.status(204).body(new byte[0])),
                            Map.entry(
                                    "a redirect", reply -> reply.status(302).header("Location", "/?signature=secret")),
                            Map.entry("a refusal", reply -> reply.status(400)))
                    .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("answers")
        void theFirstAnswerIsNoSuccess(String name, UnaryOperator<Reply> change) throws IOException {
            storage.change(all(change));
            failing(TransferException.class);
            assertEquals(List.of("cut.mov"), names());
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("answers")
        void aLaterAnswerIsNoSuccess(String name, UnaryOperator<Reply> change) throws IOException {
            storage.change(parts(change));
            failing(TransferException.class);
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("answers")
        void theOneAnswerWithoutAValidatorIsNoSuccess(String name, UnaryOperator<Reply> change) throws IOException {
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
                                    reply -> reply.length(reply.body().length - 1)
                                            .chunked()),
                            Map.entry(
                                    "longer than the range",
                                    reply -> reply.body(Arrays.copyOf(reply.body(), reply.body().length + 1))),
                            Map.entry(
                                    "longer, in chunks",
                                    reply -> reply.length(reply.body().length + 1)
                                            .chunked()))
                    .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("bodies")
        void aBodyOfAnotherLengthIsAskedForAgain(String name, UnaryOperator<Reply> change) throws IOException {
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
        void oneBodyOfAnotherLengthIsNoSuccessWithoutAValidator(String name, UnaryOperator<Reply> change)
                throws IOException {
            storage.replace(content, NO_VALIDATOR);
            storage.change(parts(change));
            failing(TransferException.class);
            assertEquals(List.of("cut.mov"), names());
        }

        @Test
        void wholeFilesInsteadOfRangesAreNotReadToTheirEnd() throws IOException {
            byte[] large = new byte[64 * 1024 * 1024];
            storage.change(
                    parts(reply -> reply.status(200).without("Content-Range").body(large)));
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
        void aFileWithoutALinkIsNotThereYet() throws IOException {
            telling("media_links", JsonValue.NULL, 1);
            assertEquals(
                    "There is no original to download yet.",
                    failing(TransferException.class).getMessage());
        }
    }

    @Nested
    class TheSizeFrameioTells {

        @ParameterizedTest
        @ValueSource(strings = {"1", "163856", "163858", "\"163858\"", "9223372036854775807"})
        void mustBeTheStorages(String size) throws IOException {
            telling("file_size", Json.createReader(new StringReader(size)).readValue(), 4);
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
        void neverEmptiesTheTargetWhateverItIs(String size) throws IOException {
            telling(
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
        void isTheStoragesIfFrameioTellsNone() throws IOException {
            telling("file_size", Json.createValue(0), 1);
            assertArrayEquals(content, download());
        }

        @Test
        void mayBeOldWhenTheContentHasJustBeenReplaced() throws IOException {
            telling("file_size", Json.createValue(5), 1);
            assertArrayEquals(content, download());
        }
    }

    @Nested
    class WhatLiesInTheWay {

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
                    FileSystemException.class,
                    failing(UncheckedIOException.class).getCause());
            assertEquals("This isn't a part of a download, but has its name; delete it", failure.getReason());
            assertEquals(part.toRealPath(LinkOption.NOFOLLOW_LINKS).toString(), failure.getFile());
        }

        @Test
        void aLinkAtThePartsPlaceIsNotFollowed() throws IOException {
            Path part = Files.createSymbolicLink(placeOfPart(), victim());
            refused(part);
            assertArrayEquals(BEFORE, Files.readAllBytes(folder.resolve("victim")));
        }

        @Test
        void aDanglingLinkAtThePartsPlaceIsNotFollowed() throws IOException {
            Path part = Files.createSymbolicLink(placeOfPart(), folder.resolve("nothing"));
            refused(part);
            assertTrue(Files.notExists(folder.resolve("nothing")));
        }

        @Test
        void aHardLinkAtThePartsPlaceIsNotWrittenTo() throws IOException {
            Path part = Files.createLink(placeOfPart(), victim());
            refused(part);
            assertArrayEquals(BEFORE, Files.readAllBytes(folder.resolve("victim")));
        }

        @Test
        void aFolderAtThePartsPlaceIsTold() throws IOException {
            refused(Files.createDirectory(placeOfPart()));
        }

        @Test
        void aPipeAtThePartsPlaceIsTold() throws Exception {
            Path part = placeOfPart();
            new ProcessBuilder("mkfifo", part.toString()).start().waitFor();
            refused(part);
        }

        @Test
        void aPartThatSomebodyElseOwnsIsNotGoneOnWith() throws IOException {
            breakOff();
            Path part = onlyPart().toRealPath();
            Path target = new OddFiles().foreign(part).at(target());
            UncheckedIOException failure = assertThrows(UncheckedIOException.class, () -> download(target));
            assertTrue(failure.getMessage().endsWith("This isn't a part of a download, but has its name; delete it"));
            assertEquals(List.of(part.getFileName().toString()), names());
        }

        @Test
        void whatOnlySomeMayReadStaysSo() throws IOException {
            Set<PosixFilePermission> some = PosixFilePermissions.fromString("rw-r-----");
            Files.setPosixFilePermissions(Files.write(target(), BEFORE), some);
            assertArrayEquals(content, download());
            assertEquals(some, Files.getPosixFilePermissions(target()));
        }

        @Test
        void aLinkAtTheTargetsPlaceIsReplacedAndNotFollowed() throws IOException {
            Path link = Files.createSymbolicLink(target(), victim());
            assertArrayEquals(content, download());
            assertTrue(Files.isRegularFile(link, LinkOption.NOFOLLOW_LINKS));
            assertArrayEquals(BEFORE, Files.readAllBytes(folder.resolve("victim")));
        }

        private FileSystemException refusedBeforeAnythingIsAsked(Path target) {
            UncheckedIOException failure = assertThrows(UncheckedIOException.class, () -> download(target));
            assertEquals(List.of(), tested.fake.requests());
            return assertInstanceOf(FileSystemException.class, failure.getCause());
        }

        @Test
        void anEmptyFolderIsNotReplaced() throws IOException {
            Path empty = Files.createDirectory(target());
            assertEquals(
                    "The target is a folder; add the file's name",
                    refusedBeforeAnythingIsAsked(empty).getReason());
            assertTrue(Files.isDirectory(empty));
        }

        @Test
        void aLinkToAFolderIsNotReplaced() throws IOException {
            Path link = Files.createSymbolicLink(target(), Files.createDirectory(folder.resolve("folder")));
            refusedBeforeAnythingIsAsked(link);
            assertTrue(Files.isSymbolicLink(link));
        }

        @ParameterizedTest
        @ValueSource(strings = {"/", "", ".", ".."})
        void aFolderIsNoTargetHoweverItIsWritten(String target) {
            refusedBeforeAnythingIsAsked(Path.of(target));
        }

        @Test
        void aPipeIsNotReplaced() throws Exception {
            new ProcessBuilder("mkfifo", target().toString()).start().waitFor();
            refusedBeforeAnythingIsAsked(target());
        }

        @Test
        void aMissingFolderIsToldFirst() {
            assertInstanceOf(
                    NoSuchFileException.class,
                    refusedBeforeAnythingIsAsked(folder.resolve("missing").resolve("cut.mov")));
        }

        @Test
        void aFolderThatCanNotBeWrittenIsToldFirst() {
            assertInstanceOf(
                    AccessDeniedException.class,
                    refusedBeforeAnythingIsAsked(new OddFiles().unwritable().at(target())));
        }

        @Test
        void aNameThatIsTooLongIsToldFirst() {
            refusedBeforeAnythingIsAsked(folder.resolve("x".repeat(256)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"x", "é", "映"})
        void aNameMayBeAsLongAsTheFileSystemTakes(String character) throws IOException {
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
                    200,
                    Map.of(),
                    tested.fake.answered("files.show").orElseThrow().toString());
        }

        @Test
        void idsThatDifferOnlyInOddCharactersShareNoPart() throws IOException {
            tested.fake.answer("files.show", shownWithId("adobe:1"), shownWithId("adobe_1"));
            storage.change((range, reply) -> range.from() >= PART ? reply.status(500) : reply);
            assertThrows(TransferException.class, () -> download("adobe:1", target()));
            assertThrows(TransferException.class, () -> download("adobe_1", target()));
            assertEquals(
                    2, names().stream().filter(name -> name.endsWith(".part")).count());
        }

        @Test
        void partsOfContentThatWasReplacedAreDeletedAndOthersAreNot() throws IOException {
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
    }

    @Nested
    class TwoAtOnce {

        @Test
        void theSecondOfThisAppIsTold() throws IOException {
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
        void theSecondOfAnotherAppIsTold() throws IOException {
            breakOff();
            try (FileChannel channel = FileChannel.open(onlyPart(), StandardOpenOption.WRITE)) {
                channel.lock();
                TransferException failure = assertThrows(TransferException.class, DownloadsTest.this::download);
                assertEquals("The file is being downloaded to the same place already.", failure.getMessage());
            }
            storage.newRanges();
            assertGoesOn();
        }

        @Test
        void withoutLocksEachHasAPartOfItsOwn() throws IOException {
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
        void withoutLocksNothingStaysAfterAFailure() {
            breakOff(new OddFiles().withoutLocks().at(target()));
            assertEquals(List.of(), names());
        }
    }

    @Nested
    class TheDisk {

        @Test
        void tooLittleRoomIsToldBeforeAnythingIsFetched() throws IOException {
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
        void whatHasArrivedNeedsNoRoom() throws IOException {
            breakOff();
            assertArrayEquals(
                    content,
                    download(new OddFiles().free(content.length - 3 * PART).at(target())));
        }

        @Test
        void aFullDiskIsToldAtOnceAndNothingIsLost() throws IOException {
            Path full = new OddFiles().fullAfter(3 * PART + 5).at(target());
            Files.write(target(), BEFORE);
            UncheckedIOException failure = assertThrows(UncheckedIOException.class, () -> download(full));
            assertEquals("No space left on device", failure.getCause().getMessage());
            assertArrayEquals(BEFORE, Files.readAllBytes(target()));
            assertEquals(List.of(), tested.clock.sleeps());
            assertEquals(3 * PART + 5, Files.size(onlyPart()));
            assertArrayEquals(content, download());
            assertEquals(4 * PART + 5, told.get(0));
        }

        @Test
        void aFullDiskIsToldAtOnceWithoutAValidator() throws IOException {
            storage.replace(content, NO_VALIDATOR);
            Path full = new OddFiles().fullAfter(3 * PART + 5).at(target());
            UncheckedIOException failure = assertThrows(UncheckedIOException.class, () -> download(full));
            assertEquals("No space left on device", failure.getCause().getMessage());
            assertEquals(List.of(), tested.clock.sleeps());
            assertEquals(List.of(), names());
        }

        @Test
        void aFileSystemWithoutAtomicMovesWillDo() throws IOException {
            Files.write(target(), BEFORE);
            assertArrayEquals(
                    content, download(new OddFiles().withoutAtomicMoves().at(target())));
            assertEquals(List.of("cut.mov"), names());
        }

        @Test
        void aPartThatAnotherProgramWritesToBecomesNothing() throws IOException {
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

    @Nested
    class WhatEndsIt {

        @ParameterizedTest
        @ValueSource(ints = {1, 4})
        void anInterruption(int parallelism) throws IOException {
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
        void aLinkThatIsNoUrlIsNotShown(String link) throws IOException {
            tested.fake.links(link);
            TransferException failure = failing(TransferException.class);
            assertEquals(
                    "Frame.io's link to the storage is no https URL with a valid host name.", failure.getMessage());
        }

        @ParameterizedTest
        @ValueSource(strings = {"http://localhost:1/", "https://localhost:1/", "https://x.invalid/"})
        void aStorageThatIsNotThereIsToldWithoutTheLink(String link) throws IOException {
            tested.fake.links(link);
            TransferException failure = failing(TransferException.class);
            assertEquals("The storage didn't send bytes 0-0.", failure.getMessage());
        }
    }
}
