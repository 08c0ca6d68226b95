package io.github.frameiokit.internal.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.frameiokit.client.Download;
import io.github.frameiokit.internal.transfer.OddStorage.Range;
import io.github.frameiokit.internal.transfer.OddStorage.Reply;
import io.github.frameiokit.testkit.Scripted;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;

/** A download from a storage that a test can change. */
abstract class DownloadScenario extends TransferScenario {

    static final String ID = "d3075547";
    static final byte[] BEFORE = "what was there before".getBytes(StandardCharsets.UTF_8);
    static final Map<String, String> NO_VALIDATOR = Map.of();
    static final Map<String, String> MODIFIED = Map.of("Last-Modified", "Mon, 02 Nov 2020 10:00:00 GMT");

    @AutoClose
    final OddStorage storage = new OddStorage(content);

    final byte[] other = bytes(content.length, 2);
    final List<Long> reported = new ArrayList<>();

    @BeforeEach
    void prepare() {
        tested.fake.content(ID, content);
        storage.serve(tested.fake);
    }

    Path target() {
        return folder.resolve("cut.mov");
    }

    byte[] download() throws IOException {
        return download(target());
    }

    byte[] download(Path target) throws IOException {
        return download(ID, target);
    }

    byte[] download(String id, Path target) throws IOException {
        reported.clear();
        tested.client()
                .download(
                        "a", id, Download.to(target).partSize(PART).onProgress((bytes, total) -> reported.add(bytes)));
        return Files.readAllBytes(target);
    }

    /** The target that was there must be there still. */
    <T extends Exception> T failing(Class<T> type) throws IOException {
        Files.write(target(), BEFORE);
        T failure = assertThrows(type, this::download);
        assertArrayEquals(BEFORE, Files.readAllBytes(target()));
        assertEquals(0, openFiles());
        assertShowsNoSignature(failure);
        return failure;
    }

    /** Ends a download when three parts have arrived. It requests one at a time, so no request arrives later. */
    void breakOff() {
        breakOff(target());
    }

    void breakOff(Path target) {
        assertThrows(
                IllegalStateException.class,
                () -> tested.client()
                        .download(
                                "a",
                                ID,
                                Download.to(target)
                                        .parallelism(1)
                                        .partSize(PART)
                                        .onProgress((bytes, total) -> {
                                            if (bytes >= 3 * PART) {
                                                throw new IllegalStateException("enough");
                                            }
                                        })));
        storage.newRanges();
    }

    void assertContinues() throws IOException {
        assertArrayEquals(content, download());
        assertEquals(
                List.of(0L, 3L * PART),
                storage.ranges().stream().map(Range::from).sorted().limit(2).toList());
        assertEquals(List.of("cut.mov"), names());
    }

    void assertStartsAgain(byte[] expected) throws IOException {
        assertArrayEquals(expected, download());
        assertEquals(PART, reported.get(0));
        assertEquals(List.of("cut.mov"), names());
    }

    static BiFunction<Range, Reply, Reply> parts(UnaryOperator<Reply> change) {
        return (range, reply) -> range.isProbe() ? reply : change.apply(reply);
    }

    static BiFunction<Range, Reply, Reply> all(UnaryOperator<Reply> change) {
        return (range, reply) -> change.apply(reply);
    }

    /** Has Frame.io answer as it does, but for one member. */
    void frameioReports(String member, JsonValue value, int times) {
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

    int shown() {
        return tested.fake.requests("files.show").size();
    }

    /** Replaces the content when a range is requested for the first time, and changes that answer. */
    void replaceAt(long from, Map<String, String> validators, UnaryOperator<Reply> first) {
        storage.change((range, reply) -> {
            if (range.from() != from || range.isProbe()) {
                return reply;
            }
            storage.behave();
            storage.replace(other, validators);
            return first.apply(reply);
        });
    }
}
