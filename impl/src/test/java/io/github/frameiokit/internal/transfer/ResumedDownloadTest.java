package io.github.frameiokit.internal.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.client.TransferException;
import io.github.frameiokit.internal.transfer.OddStorage.Range;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a download continues after an earlier one has failed. */
class ResumedDownloadTest extends DownloadScenario {

    @Test
    void itContinuesWhereItEnded() throws IOException {
        breakOff();
        assertContinues();
    }

    @Test
    void withoutATagItContinuesByTheTimeOfTheLastChange() throws IOException {
        storage.replace(content, MODIFIED);
        breakOff();
        assertContinues();
        assertTrue(storage.conditions().contains("null " + MODIFIED.get("Last-Modified")));
    }

    @Test
    void eachRangeIsRequestedOnConditionOfTheTag() throws IOException {
        download();
        assertEquals(
                List.of("\"first\" null", "null null"),
                storage.conditions().stream().distinct().sorted().toList());
        assertEquals(
                1, storage.conditions().stream().filter("null null"::equals).count());
    }

    @Test
    void aPartOfOtherContentIsNotContinued() throws IOException {
        breakOff();
        storage.replace(other, Map.of("ETag", "\"second\""));
        assertStartsAgain(other);
    }

    @Test
    void aPartOfALongerFileIsNotContinued() throws IOException {
        breakOff();
        byte[] shorter = bytes(PART, 3);
        tested.fake.content(ID, shorter);
        storage.replace(shorter, Map.of("ETag", "\"first\""));
        assertStartsAgain(shorter);
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
    void withoutAValidatorItIsOneResponseAndNoPartIsKept(Map<String, String> validators) throws IOException {
        storage.replace(content, validators);
        storage.change((range, reply) -> range.isProbe() ? reply : reply.length(5 * PART));
        assertThrows(TransferException.class, this::download);
        assertEquals(List.of(), names());
        storage.behave();
        storage.newRanges();
        assertArrayEquals(content, download());
        assertEquals(List.of(new Range(0, 0), new Range(0, content.length - 1)), storage.ranges());
        assertEquals(content.length, reported.get(reported.size() - 1));
    }

    @Test
    void withoutAValidatorABrokenResponseStartsAgain() throws IOException {
        storage.replace(content, NO_VALIDATOR);
        replaceAt(0, NO_VALIDATOR, reply -> reply.length(5 * PART));
        assertArrayEquals(other, download());
    }

    @Test
    void aPartThatAnotherProgramLengthenedStartsAgain() throws IOException {
        breakOff();
        Files.write(onlyPart(), bytes(content.length + 1, 4));
        assertStartsAgain(content);
    }

    @Test
    void aCompletePartIsOnlyMoved() throws IOException {
        breakOff();
        Files.write(onlyPart(), content);
        assertArrayEquals(content, download());
        assertEquals(List.of(new Range(0, 0)), storage.ranges());
    }
}
